import type { Page } from 'playwright-core'

/** Written with Shift on an English keyboard. */
const SHIFTED = /[A-Z~!@#$%^&*()_+{}|:"<>?]/

/** A keyboard that counts the keys one has to press: Shift for each capital, and each key of a shortcut. */
export function countedKeys({ keyboard }: Page) {
  let presses = 0
  return {
    presses: () => presses,
    async press(keys: string) {
      presses += keys.split('+').length
      await keyboard.press(keys)
    },
    async type(text: string) {
      for (const char of text) presses += SHIFTED.test(char) ? 2 : 1
      await keyboard.type(text)
    },
  }
}
