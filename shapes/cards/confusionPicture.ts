import {
  ascent,
  type Box,
  COUNT,
  linesOf,
  type PanelStroke,
  type PanelText,
  put,
  QUIET,
  roundBox,
} from '../shared/panel/layout.ts'
import type { CardPicture, CardValues } from './card.ts'
import { shownValue, valueAt } from './values.ts'

/** The four counts, row by row: what was so, against what the model said. */
export const COUNTS = [
  { id: 'tp', name: 'True positive', isRight: true },
  { id: 'fn', name: 'False negative', isRight: false },
  { id: 'fp', name: 'False positive', isRight: false },
  { id: 'tn', name: 'True negative', isRight: true },
] as const

const MARGIN = 84
const HEAD = 22
const GAP = 6
const INSET = 12
const LABEL_AT = 12

interface Cell {
  readonly id: string
  readonly name: string
  readonly isRight: boolean
  readonly lines: readonly string[]
  readonly isEmpty: boolean
}

/** The matrix, its counts written in it; what was decided rightly is shaded. */
export function confusionPicture({ fields }: CardValues, width: number): CardPicture {
  const w = (width - MARGIN - GAP) / 2
  const cells = COUNTS.map((count): Cell => {
    const shown = shownValue({ type: 'number', rule: { unit: 'count' } }, valueAt(fields, count.id))
    return { ...count, lines: linesOf(shown || '–', w - 2 * INSET, COUNT), isEmpty: shown === '' }
  })
  const rows = [cells.slice(0, 2), cells.slice(2)]
  const heights = rows.map((row) => Math.max(...row.map(({ lines }) => 30 + lines.length * COUNT.lineHeight)))
  const boxes = cells.map((_, n): Box => {
    const [row, column] = [Math.floor(n / 2), n % 2]
    const above = heights.slice(0, row).reduce((sum, h) => sum + h + GAP, 0)
    return { x: MARGIN + column * (w + GAP), y: HEAD + above, w, h: heights[row] ?? 0 }
  })
  const drawn = cells.map((cell, n) => drawCell(cell, boxes[n] ?? { x: 0, y: 0, w, h: 0 }))
  return {
    h: Math.max(...boxes.map(({ y, h }) => y + h)),
    strokes: drawn.flatMap(({ strokes }) => strokes),
    texts: [...headings(boxes), ...drawn.flatMap(({ texts }) => texts)],
    places: cells.map(({ id }, n) => place(id, boxes[n] ?? { x: 0, y: 0, w, h: 0 })),
  }
}

function drawCell({ name, isRight, lines, isEmpty }: Cell, { x, y, w, h }: Box) {
  const strokes: PanelStroke[] = [
    { d: roundBox(x, y, w, h, 4), fill: isRight ? 'wash' : 'panel', stroke: isRight ? 'group' : 'line-2' },
  ]
  const texts: PanelText[] = [
    put(x + INSET, y + LABEL_AT + 6, name, QUIET, { tone: 'ink-3' }),
    put(x + w - INSET, y + 24 + ascent(COUNT), lines, COUNT, {
      anchor: 'end',
      tone: isEmpty ? 'ink-3' : 'ink',
    }),
  ]
  return { strokes, texts }
}

function place(field: string, { x, y, w, h }: Box): NonNullable<CardPicture['places']>[number] {
  const [room, right] = [w - 2 * INSET, x + w - INSET]
  return { field, x: right, room, top: y + 22, bottom: y + h, font: COUNT, anchor: 'end' }
}

function headings(boxes: readonly Box[]): PanelText[] {
  const look = { tone: 'ink-3' } as const
  const [first, second, third] = boxes
  const said = ['predicted positive', 'predicted negative'].map((text, n) => {
    const box = [first, second][n]
    return put((box?.x ?? 0) + (box?.w ?? 0) / 2, 14, text, QUIET, { ...look, anchor: 'middle' })
  })
  const so = ['is positive', 'is negative'].map((text, n) => {
    const box = [first, third][n]
    return put(MARGIN - 10, (box?.y ?? 0) + (box?.h ?? 0) / 2 + 4, text, QUIET, { ...look, anchor: 'end' })
  })
  return [...said, ...so]
}
