/**
 * Puts a text on the clipboard. Over plain http (but on this machine) browsers offer no clipboard, so the
 * text is copied out of a field, as `document.execCommand` still allows.
 *
 * @returns whether it worked
 */
export async function copyText(text: string): Promise<boolean> {
  try {
    if (navigator.clipboard && window.isSecureContext) {
      await navigator.clipboard.writeText(text)
      return true
    }
  } catch {
    // Refused by the browser or its owner: the field below may still work.
  }
  return copyFromField(text)
}

function copyFromField(text: string): boolean {
  const before = document.activeElement
  const field = document.createElement('textarea')
  field.value = text
  field.readOnly = true
  field.className = 'hidden-text'
  // Inside an open dialog nothing outside of it takes the focus.
  const holder = document.querySelector('dialog[open]') ?? document.body
  holder.append(field)
  field.select()
  const isCopied = document.execCommand('copy')
  field.remove()
  if (before instanceof HTMLElement) before.focus()
  return isCopied
}
