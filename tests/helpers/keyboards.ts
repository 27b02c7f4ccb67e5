/** What keyboards write, by the place of the key (`code` of its events): alone, with Shift, with AltGr. */
type Layout = Readonly<Record<string, readonly [plain: string, shift: string, altGr?: string]>>

const letters = (rows: Readonly<Record<string, string>>): Layout =>
  Object.fromEntries(
    Object.entries(rows).map(([code, letter]) => [`Key${code}`, [letter, letter.toUpperCase()] as const]),
  )

const same = Object.fromEntries([...'BCDEFGHIJKLNOPRSTUVX'].map((code) => [code, code.toLowerCase()]))

export const LAYOUTS: Readonly<Record<string, Layout>> = {
  English: {
    ...letters({ ...same, A: 'a', M: 'm', Q: 'q', W: 'w', Y: 'y', Z: 'z' }),
    ...Object.fromEntries([...')!@#$%^&*('].map((shift, i) => [`Digit${i}`, [String(i), shift] as const])),
    Backquote: ['`', '~'],
    Minus: ['-', '_'],
    Equal: ['=', '+'],
    BracketLeft: ['[', '{'],
    BracketRight: [']', '}'],
    Backslash: ['\\', '|'],
    Semicolon: [';', ':'],
    Quote: ["'", '"'],
    Comma: [',', '<'],
    Period: ['.', '>'],
    Slash: ['/', '?'],
  },
  German: {
    ...letters({ ...same, A: 'a', M: 'm', Q: 'q', W: 'w', Y: 'z', Z: 'y' }),
    KeyQ: ['q', 'Q', '@'],
    KeyE: ['e', 'E', '€'],
    KeyM: ['m', 'M', 'µ'],
    Digit1: ['1', '!'],
    Digit2: ['2', '"', '²'],
    Digit3: ['3', '§', '³'],
    Digit4: ['4', '$'],
    Digit5: ['5', '%'],
    Digit6: ['6', '&'],
    Digit7: ['7', '/', '{'],
    Digit8: ['8', '(', '['],
    Digit9: ['9', ')', ']'],
    Digit0: ['0', '=', '}'],
    Minus: ['ß', '?', '\\'],
    BracketLeft: ['ü', 'Ü'],
    BracketRight: ['+', '*', '~'],
    Backslash: ['#', "'"],
    Semicolon: ['ö', 'Ö'],
    Quote: ['ä', 'Ä'],
    Comma: [',', ';'],
    Period: ['.', ':'],
    Slash: ['-', '_'],
    IntlBackslash: ['<', '>', '|'],
  },
  French: {
    ...letters({ ...same, A: 'q', Q: 'a', W: 'z', Y: 'y', Z: 'w' }),
    KeyE: ['e', 'E', '€'],
    Backquote: ['²', ''],
    Digit1: ['&', '1'],
    Digit2: ['é', '2', '~'],
    Digit3: ['"', '3', '#'],
    Digit4: ["'", '4', '{'],
    Digit5: ['(', '5', '['],
    Digit6: ['-', '6', '|'],
    Digit7: ['è', '7', '`'],
    Digit8: ['_', '8', '\\'],
    Digit9: ['ç', '9', '^'],
    Digit0: ['à', '0', '@'],
    Minus: [')', '°', ']'],
    Equal: ['=', '+', '}'],
    BracketRight: ['$', '£', '¤'],
    Backslash: ['*', 'µ'],
    Semicolon: ['m', 'M'],
    Quote: ['ù', '%'],
    KeyM: [',', '?'],
    Comma: [';', '.'],
    Period: [':', '/'],
    Slash: ['!', '§'],
    IntlBackslash: ['<', '>'],
  },
}

/** A press as a browser reports it. */
export interface Reported {
  readonly key: string
  readonly code: string
  readonly ctrlKey: boolean
  readonly metaKey: boolean
  readonly altKey: boolean
  readonly shiftKey: boolean
}

const NONE = { ctrlKey: false, metaKey: false, altKey: false, shiftKey: false }

/** Every way to write a character on a layout; AltGr as Windows reports it, as Ctrl and Alt. */
export function waysToType(layout: Layout, char: string): Reported[] {
  return Object.entries(layout).flatMap(([code, [plain, shift, altGr]]) => [
    ...(plain === char ? [{ ...NONE, key: char, code }] : []),
    ...(shift === char ? [{ ...NONE, key: char, code, shiftKey: true }] : []),
    ...(altGr === char ? [{ ...NONE, key: char, code, ctrlKey: true, altKey: true }] : []),
  ])
}

/** Everything that one writes with AltGr on a layout. */
export function typedWithAltGr(layout: Layout): Reported[] {
  return Object.values(layout).flatMap(([, , altGr]) => (altGr ? waysToType(layout, altGr) : []))
}
