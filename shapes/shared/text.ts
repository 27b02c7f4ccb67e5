import { ADVANCE_WIDTHS } from './advanceWidths.ts'
import { drawnText } from './bounds.ts'

/** A font as the board draws it; sizes and lines in px. */
export interface BoardFont {
  readonly family: 'sans' | 'mono' | 'serif'
  readonly weight: 400 | 500 | 600
  readonly size: number
  readonly lineHeight: number
  /** Sans at 90 % width, as link labels have it. */
  readonly narrow?: boolean
}

export const LABEL_FONT: BoardFont = { family: 'sans', weight: 500, size: 14, lineHeight: 17 }
export const FIGURE_FONT: BoardFont = { family: 'mono', weight: 400, size: 11.5, lineHeight: 15 }
export const LINK_FONT: BoardFont = { family: 'sans', weight: 400, size: 12, lineHeight: 15, narrow: true }

/** Between words in mono, so that figures with units do not fall apart. */
export const MONO_WORD_SPACING_EM = -0.22

/** `font-family` values; the names are those of the fonts the app ships. */
export const FONT_FAMILIES = {
  sans: "'IBM Plex Sans', sans-serif",
  mono: "'IBM Plex Mono', monospace",
  serif: "'IBM Plex Serif', serif",
} as const

const MONO_ADVANCE = 600
const FIRST = 32

/** 1/1000 em of characters beyond ASCII that boards often hold; others take the guesses of `advance`. */
const BEYOND_ASCII: Readonly<Record<string, number>> = {
  '→': 1000,
  '←': 1000,
  '…': 850,
  '–': 588,
  '—': 780,
  '×': 600,
  '·': 340,
  '≥': 549,
  '≤': 549,
  '‘': 285,
  '’': 285,
  '“': 501,
  '”': 500,
  '\u00a0': 236,
}
const IDEOGRAPHS_FROM = 0x2e80
const WIDE = 1000
const UNKNOWN = 700

/** Width in px of one line of text, without a DOM. Kerning is left out, which is at most 1 % too wide. */
export function measureText(text: string, font: BoardFont): number {
  const table = tableOf(font)
  let units = 0
  for (const char of text.normalize('NFD')) units += advance(char, table)
  return (units * font.size) / 1000
}

function tableOf({ family, weight, narrow }: BoardFont): readonly number[] | null {
  if (family === 'mono') return null
  if (family === 'serif') return ADVANCE_WIDTHS.serif400
  if (narrow) return ADVANCE_WIDTHS.sansNarrow400
  return { 400: ADVANCE_WIDTHS.sans400, 500: ADVANCE_WIDTHS.sans500, 600: ADVANCE_WIDTHS.sans600 }[weight]
}

function advance(char: string, table: readonly number[] | null): number {
  const code = char.codePointAt(0) ?? FIRST
  if (isCombining(code)) return 0
  if (table === null) {
    if (char === ' ') return MONO_ADVANCE + 1000 * MONO_WORD_SPACING_EM
    if (code < 127) return MONO_ADVANCE
  }
  return table?.[code - FIRST] ?? BEYOND_ASCII[char] ?? (code >= IDEOGRAPHS_FROM ? WIDE : UNKNOWN)
}

function isCombining(code: number): boolean {
  return (code >= 0x300 && code <= 0x36f) || code === 0x200d || (code >= 0xfe00 && code <= 0xfe0f)
}

/**
 * The lines that a text takes within `maxWidth` px: broken at spaces, inside a word only where the word alone
 * is too long, and at its own line breaks. The same everywhere; at least one line.
 */
export function wrapText(text: string, maxWidth: number, font: BoardFont): string[] {
  return drawnText(text)
    .split('\n')
    .flatMap((paragraph) => wrapParagraph(paragraph, maxWidth, font))
}

function wrapParagraph(paragraph: string, maxWidth: number, font: BoardFont): string[] {
  const fits = (line: string) => measureText(line, font) <= maxWidth
  const lines: string[] = []
  let line = ''
  for (const word of paragraph.split(/\s+/).filter(Boolean)) {
    const longer = line === '' ? word : `${line} ${word}`
    if (fits(longer)) {
      line = longer
      continue
    }
    if (line !== '') lines.push(line)
    const pieces = fits(word) ? [word] : breakWord(word, maxWidth, font)
    line = pieces.pop() ?? ''
    lines.push(...pieces)
  }
  return [...lines, line]
}

/** For each line but the last: does the text go on after a space there, or within a word? */
export function breaksAtSpace(text: string, lines: readonly string[]): boolean[] {
  let at = 0
  return lines.slice(0, -1).map((line) => {
    for (const char of line.replace(/\s/g, '')) at = text.indexOf(char, at) + char.length
    return /\s/.test(text.charAt(at))
  })
}

/** Character by character, so that a word as long as a document takes no longer than its length. */
function breakWord(word: string, maxWidth: number, font: BoardFont): string[] {
  const pieces: string[] = []
  let [piece, width] = ['', 0]
  for (const char of word) {
    const advance = measureText(char, font)
    if (piece !== '' && width + advance > maxWidth) {
      pieces.push(piece)
      piece = ''
      width = 0
    }
    piece += char
    width += advance
  }
  return [...pieces, piece]
}
