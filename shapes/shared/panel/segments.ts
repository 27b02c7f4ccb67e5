import type { NumberRule } from '../../../src/domain/units.ts'
import { drawnText } from '../bounds.ts'
import {
  type Anchor,
  boxAround,
  linesOf,
  type PanelField,
  type PanelFont,
  type PanelText,
  type PanelTone,
  put,
  widthOf,
} from './layout.ts'

/** A piece of a line, and what is edited there. */
export interface Segment {
  readonly text: string
  readonly field?: {
    readonly path: string
    readonly label: string
    /** The value as it is edited. */
    readonly text: string
    readonly number?: NumberRule
  }
  readonly tone?: PanelTone
}

interface LinePlace {
  readonly x: number
  readonly y: number
  readonly font: PanelFont
  readonly anchor?: Anchor
  readonly tone?: PanelTone
  /** Of the input, px. */
  readonly minWidth?: number
}

/** A line of pieces, a space between two, each of which may be edited on its own. */
export function placeSegments(segments: readonly Segment[], place: LinePlace) {
  const { y, font, anchor = 'start', tone = 'ink', minWidth = 44 } = place
  const texts: PanelText[] = []
  const fields: PanelField[] = []
  let x = place.x - segmentsWidth(segments, font) * { start: 0, middle: 0.5, end: 1 }[anchor]
  for (const { text, field, tone: own } of segments) {
    const at = put(x, y, text, font, { tone: own ?? tone })
    if (text !== '') texts.push(at)
    const width = widthOf(text, font)
    const middle = { ...at, x: x + (text === '' ? minWidth : width) / 2, anchor: 'middle' as const }
    if (field) fields.push({ ...field, box: boxAround(middle, minWidth), font, anchor: 'middle' })
    x += width + (text === '' ? 0 : widthOf(' ', font))
  }
  return { texts, fields }
}

/** The text with … for what is wider than that: where all of it stands elsewhere. */
export function shortened(text: string, width: number, font: PanelFont): string {
  const [first = '', ...others] = linesOf(text, width - widthOf('…', font), font)
  return others.length === 0 || widthOf(text, font) <= width ? drawnText(text) : `${first}…`
}

export function segmentsWidth(segments: readonly Segment[], font: PanelFont): number {
  const shown = segments.filter(({ text }) => text !== '')
  const words = shown.reduce((sum, { text }) => sum + widthOf(text, font), 0)
  return words + Math.max(0, shown.length - 1) * widthOf(' ', font)
}
