/**
 * What is drawn of values that only a mistake or malice stores: boards come from other people's browsers, and
 * no record may freeze or break the board of those who look at it. The values themselves are kept.
 */

/** A label of more characters is a document. */
const MOST_CHARS = 2_000
const MOST_PX = 100_000
const MOST_ROWS = 60

/** Control characters and halves of characters, with which an exported picture would be no valid SVG. */
const UNDRAWABLE = /(?![\n\t])[\p{Cc}\p{Cs}\uFFFE\uFFFF]/gu

/** The text as it is drawn. */
export function drawnText(text: string): string {
  const shown = text.length > MOST_CHARS ? `${text.slice(0, MOST_CHARS)}…` : text
  return shown.replace(UNDRAWABLE, '')
}

/** The width or height as it is drawn, px. */
export function drawnLength(length: number): number {
  return Math.min(length, MOST_PX)
}

/** The rows (stages, layers, inputs) that are drawn: the first ones. */
export function drawnRows<Row>(rows: readonly Row[]): Row[] {
  return rows.slice(0, MOST_ROWS)
}
