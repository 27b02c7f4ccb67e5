import { ascent, linesOf, PLAIN, put, QUIET, STRONG_FIGURE, widthOf } from '../shared/panel/layout.ts'
import type { CardReading } from './card.ts'
import { type CardPart, PAD, ROW_PAD, rule } from './part.ts'

const BETWEEN = 32

/** What follows from what is written, two figures to a line; one that is not known says what it needs. */
export function readingsPart(
  readings: readonly CardReading[],
  { w, top }: { readonly w: number; readonly top: number },
): CardPart {
  if (readings.length === 0) return { bottom: top, strokes: [], texts: [], fields: [] }
  const width = (w - 2 * PAD - BETWEEN) / 2
  const texts = []
  let y = top + ROW_PAD
  for (let n = 0; n < readings.length; n += 2) {
    const placed = readings
      .slice(n, n + 2)
      .map((reading, at) => placeReading(reading, PAD + at * (width + BETWEEN), width, y))
    texts.push(...placed.flatMap((one) => one.texts))
    y = Math.max(...placed.map(({ bottom }) => bottom)) + 4
  }
  return { bottom: y - 4 + ROW_PAD, strokes: [rule(top, 0, w)], texts, fields: [] }
}

function placeReading(
  { label, value, missing, isWrong }: CardReading,
  x: number,
  width: number,
  top: number,
) {
  const y = top + ascent(PLAIN)
  const font = value === null ? QUIET : STRONG_FIGURE
  const room = Math.max(width - widthOf(label, PLAIN) - 16, width * 0.4)
  const lines = linesOf(value ?? missing ?? 'not known yet', room, font)
  const tone = value === null ? 'ink-3' : isWrong ? 'over' : 'ink'
  const texts = [
    put(x, y, linesOf(label, width * 0.6, PLAIN), PLAIN, { tone: 'ink-2' }),
    put(x + width, y, lines, font, { anchor: 'end', tone }),
  ]
  const most = Math.max(...texts.map((text) => text.lines.length * text.font.lineHeight))
  return { texts, bottom: top + most }
}
