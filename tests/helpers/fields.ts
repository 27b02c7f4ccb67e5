import { act } from 'react'

/** The field of that label. */
export function fieldIn(element: HTMLElement, label: string): HTMLInputElement | HTMLSelectElement {
  const found = [...element.querySelectorAll('label')].find(({ textContent }) => textContent === label)
  const input = found && document.getElementById(found.htmlFor)
  if (input instanceof HTMLInputElement || input instanceof HTMLSelectElement) return input
  throw new RangeError(`No field “${label}”`)
}

/** Puts a text into a field as React hears it: typed, or chosen. */
export async function typeInto(
  input: HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement,
  text: string,
): Promise<void> {
  await act(async () => {
    input.focus()
    Object.getOwnPropertyDescriptor(Object.getPrototypeOf(input), 'value')?.set?.call(input, text)
    const event = input instanceof HTMLSelectElement ? 'change' : 'input'
    input.dispatchEvent(new Event(event, { bubbles: true }))
  })
}

export async function pressIn(input: HTMLElement, key: string): Promise<void> {
  await act(async () => {
    input.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true }))
  })
}
