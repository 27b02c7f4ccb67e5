import type { Anchor, PanelFont } from '../shared/panel/layout.ts'
import { FIGURE, linesOf, PLAIN } from '../shared/panel/layout.ts'
import type { CardColumn, CardRow, CardTable, CardValues, FieldType } from './card.ts'
import { fontOf, PAD } from './part.ts'
import { shownValue, textAt, valueAt } from './values.ts'

/** Left of the rows, for the tick of the chosen one. */
export const TICK_MARGIN = 18
const GAP = 24
/** Of the width of a criterion that is written in words. */
const FIGURE_WIDTH = 0.6

/** A table of many cells, each a document, is drawn at every stroke of a key. */
const MOST_LINES = 30
/** Of the usual characters, px: no more of a cell is measured than its lines hold. */
const LEAST_CHAR_PX = 3

/** A column as it is drawn: one of the card's own or a criterion. */
export interface DrawnColumn {
  readonly id: string
  readonly name: string
  readonly type: FieldType
  readonly own: CardColumn | null
  /** x of the text, where its anchor is. */
  readonly x: number
  readonly left: number
  readonly room: number
  readonly anchor: Anchor
  readonly font: PanelFont
}

/** A number, maybe with a sign before and a unit after it. */
const FIGURE_TEXT = /^[<>≤≥~±+–-]?\s*[.\d][\d.,]*\s?[^\s]{0,6}$/

/** Where the columns of a table stand in a card of that width. */
export function placeColumns(table: CardTable, values: CardValues, w: number): DrawnColumn[] {
  const { criteria } = table
  const asked = [
    ...table.columns.map((own) => ({ id: own.id, name: own.label, own, width: own.width, type: own })),
    ...values.criteria.map(({ id, name }) => ({
      ...{ id, name, own: null, type: { type: 'text' } as const },
      width: (criteria?.width ?? 1) * (areFigures(values.rows, id) ? FIGURE_WIDTH : 1),
    })),
  ]
  const left = PAD + (table.choice ? TICK_MARGIN : 0)
  const whole = asked.reduce((sum, { width }) => sum + width, 0)
  const room = w - left - PAD - GAP * (asked.length - 1)
  let x = left
  return asked.map(({ width, ...column }) => {
    const own = (room * width) / whole
    const isFigure = column.own ? isFigureColumn(column.own) : areFigures(values.rows, column.id)
    const placed = {
      ...column,
      left: x,
      room: own,
      x: isFigure ? x + own : x,
      anchor: isFigure ? ('end' as const) : ('start' as const),
      font: isFigure ? FIGURE : fontOf(column.type),
    }
    x += own + GAP
    return placed
  })
}

function isFigureColumn(column: CardColumn): boolean {
  return column.isFigure === true || column.type === 'number'
}

function areFigures(rows: readonly CardRow[], column: string): boolean {
  const written = rows.map(({ cells }) => textAt(cells, column)).filter(Boolean)
  return written.length > 0 && written.every((text) => FIGURE_TEXT.test(text))
}

/** The lines of a cell; of a document, the first. */
export function cellLines({ id, type, room, font }: DrawnColumn, { cells }: CardRow): string[] {
  const text = shownValue(type, valueAt(cells, id))
  const drawn = text.slice(0, Math.ceil((MOST_LINES * room) / LEAST_CHAR_PX))
  const lines = linesOf(drawn, room, font.family === 'mono' ? font : PLAIN)
  if (lines.length <= MOST_LINES && drawn === text) return lines
  return [...lines.slice(0, MOST_LINES - 1), `${lines[MOST_LINES - 1] ?? ''}…`]
}
