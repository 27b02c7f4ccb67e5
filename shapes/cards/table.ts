import {
  ascent,
  linesOf,
  type PanelAction,
  type PanelField,
  type PanelStroke,
  type PanelText,
  PLAIN,
  put,
  QUIET,
} from '../shared/panel/layout.ts'
import type { CardRow, CardTable, CardValues } from './card.ts'
import { cellLines, type DrawnColumn, placeColumns, TICK_MARGIN } from './columns.ts'
import { BOLD, type CardPart, PAD, ROW_PAD, rule, valueField } from './part.ts'
import { addCriterion, addRow, chooseRow, moveRow, removeCriterion, removeRow } from './rowEdits.ts'
import type { CardProps } from './schema.ts'
import { textAt, valueAt } from './values.ts'

const HEAD_TEXT = QUIET
const BUTTON = 22

interface TablePlace {
  readonly table: CardTable
  readonly props: CardProps
  readonly values: CardValues
  readonly w: number
  readonly columns: readonly DrawnColumn[]
}

/** A table: a head, then rows that are added, moved and taken away; also criteria, and one chosen row. */
export function tablePart(
  table: CardTable,
  props: CardProps,
  values: CardValues,
  { w, top }: { readonly w: number; readonly top: number },
): CardPart {
  const place: TablePlace = { table, props, values, w, columns: placeColumns(table, values, w) }
  const head = headPart(place, top)
  const rows: CardPart[] = []
  let y = head.bottom
  for (const [n, row] of values.rows.entries()) {
    const part = rowPart(place, row, n, y)
    rows.push(part)
    y = part.bottom
  }
  const parts = [head, ...rows]
  const chosen = choiceField(place, head.bottom)
  return {
    bottom: y,
    strokes: parts.flatMap(({ strokes }) => strokes),
    texts: parts.flatMap(({ texts }) => texts),
    fields: [...parts.flatMap(({ fields }) => fields), ...(chosen ? [chosen] : [])],
    actions: parts.flatMap(({ actions }) => actions ?? []),
  }
}

function headPart({ columns, props, w }: TablePlace, top: number): CardPart {
  const lines = columns.map(({ name, room }) => linesOf(name, room, HEAD_TEXT))
  const most = Math.max(1, ...lines.map(({ length }) => length))
  const bottom = top + most * HEAD_TEXT.lineHeight + 2 * ROW_PAD
  const criteria = columns.filter(({ own }) => own === null)
  return {
    bottom,
    strokes: [rule(top, 0, w)],
    texts: columns.map(({ x, anchor }, n) =>
      put(x, top + ROW_PAD + ascent(HEAD_TEXT), lines[n] ?? [], HEAD_TEXT, { anchor, tone: 'ink-3' }),
    ),
    fields: criteria.map(({ id, name, x, room, anchor }, n) =>
      valueField({
        path: `columns.${id}.name`,
        label: `Criterion ${n + 1}`,
        type: { type: 'text' },
        value: name,
        ...{ x, room, anchor, top, bottom, font: HEAD_TEXT },
      }),
    ),
    actions: criteria.map(({ id, left, room }, n) => ({
      label: `Remove criterion ${n + 1}`,
      text: '×',
      box: { x: left + room - 14, y: top - 8, w: 16, h: 16 },
      press: () => removeCriterion(props, id),
    })),
  }
}

function rowPart(place: TablePlace, row: CardRow, n: number, top: number): CardPart {
  const { table, columns, w, values } = place
  const isChosen = table.choice !== undefined && values.fields[table.choice.field] === row.id
  const lines = columns.map((column) => cellLines(column, row))
  const most = Math.max(1, ...lines.map(({ length }) => length))
  const bottom = top + most * PLAIN.lineHeight + 2 * ROW_PAD
  return {
    bottom,
    strokes: [...(isChosen ? chosenStrokes(w, top, bottom) : []), rule(top, 0, w)],
    texts: columns.flatMap((column, at) =>
      cellTexts(place, column, row, { lines: lines[at] ?? [], top, isChosen }),
    ),
    fields: columns.map((column) => cellField(place, column, row, n, { top, bottom })),
    actions: rowActions(place, row, n, { top, bottom, isChosen }),
  }
}

function chosenStrokes(w: number, top: number, bottom: number): PanelStroke[] {
  const y = top + ROW_PAD + PLAIN.lineHeight / 2
  return [
    { d: `M0 ${top}H${w}V${bottom}H0z`, fill: 'accent-soft' },
    { d: `M${PAD - 2} ${y + 0.5}l3.6 3.6l6.6 -7.6`, stroke: 'accent', width: 2 },
  ]
}

interface CellPlace {
  readonly lines: readonly string[]
  readonly top: number
  readonly isChosen: boolean
}

function cellTexts(
  { table }: TablePlace,
  { id, own, x, font, anchor }: DrawnColumn,
  { cells }: CardRow,
  { lines, top, isChosen }: CellPlace,
): PanelText[] {
  const isEmpty = textAt(cells, id) === ''
  const isAsked = isEmpty && own?.asks !== undefined && textAt(cells, table.subject) !== ''
  const y = top + ROW_PAD + ascent(PLAIN)
  if (isAsked) return [put(x, y, `⚠ ${own.asks}`, PLAIN, { tone: 'warn' })]
  return isEmpty ? [] : [put(x, y, lines, isChosen && id === table.subject ? BOLD : font, { anchor })]
}

function cellField(
  { table, props }: TablePlace,
  { id, name, own, type, x, room, anchor, font }: DrawnColumn,
  row: CardRow,
  n: number,
  { top, bottom }: { readonly top: number; readonly bottom: number },
): PanelField {
  const cell = valueField({
    path: `rows.${row.id}.cells.${id}`,
    label: `${name || 'Criterion'} of ${table.rowName.toLowerCase()} ${n + 1}`,
    type,
    value: valueAt(row.cells, id),
    hint: own?.hint ?? name,
    ...{ x, room, anchor, top, bottom, font },
  })
  return {
    ...cell,
    enter: () => addRow(props, table, row.id),
    keys: {
      // Alt with an arrow opens a choice.
      ...(cell.choices
        ? {}
        : {
            'Alt+ArrowUp': () => moveRow(props, row.id, -1),
            'Alt+ArrowDown': () => moveRow(props, row.id, 1),
          }),
      'Alt+Delete': () => removeRow(props, table, row.id),
    },
  }
}

interface RowPlace {
  readonly top: number
  readonly bottom: number
  readonly isChosen: boolean
}

/** Right of the card, so that they cover nothing that is written. */
function rowActions(
  { table, props, w, values }: TablePlace,
  row: CardRow,
  n: number,
  { top, bottom, isChosen }: RowPlace,
): PanelAction[] {
  const name = `${table.rowName.toLowerCase()} ${n + 1}`
  const button = (at: number) => ({
    ...{ x: w + 8 + at * (BUTTON + 2), y: (top + bottom - BUTTON) / 2 },
    ...{ w: BUTTON, h: BUTTON },
  })
  const { choice } = table
  return [
    ...(choice
      ? [
          {
            label: `Choose ${textAt(row.cells, table.subject) || name} (${name})`,
            box: { x: 2, y: top + 2, w: PAD + TICK_MARGIN - 10, h: bottom - top - 4 },
            press: () => chooseRow(props, choice.field, row.id),
            isPressed: isChosen,
            isAlways: true,
          },
        ]
      : []),
    ...(n > 0
      ? [
          {
            label: `Move ${name} up (Alt+↑)`,
            text: '↑',
            isOnSelected: true,
            box: button(0),
            press: () => moveRow(props, row.id, -1),
          },
        ]
      : []),
    ...(n < values.rows.length - 1
      ? [
          {
            label: `Move ${name} down (Alt+↓)`,
            text: '↓',
            isOnSelected: true,
            box: button(1),
            press: () => moveRow(props, row.id, 1),
          },
        ]
      : []),
    {
      label: `Remove ${name} (Alt+Delete)`,
      text: '×',
      isOnSelected: true,
      box: button(2),
      press: () => removeRow(props, table, row.id),
    },
  ]
}

/** The choice by keyboard: the chosen row's name, at its tick. */
function choiceField({ table, values, columns }: TablePlace, top: number): PanelField | null {
  const { choice, subject } = table
  if (!choice) return null
  const first = columns[0]
  const choices = values.rows.map(({ id, cells }, n) => {
    const name = textAt(cells, subject)
    return [id, name === '' ? `${table.rowName} ${n + 1}` : name] as const
  })
  return {
    path: `fields.${choice.field}`,
    label: choice.label,
    text: textAt(values.fields, choice.field),
    box: { x: 2, y: top + 2, w: (first?.left ?? PAD) - 8, h: 28 },
    font: PLAIN,
    anchor: 'start',
    parse: (typed) => ({ ok: true, value: typed === '' ? undefined : typed }),
    choices: [['', '–'], ...choices],
  }
}

/** Buttons below the card that add to its table. */
export function addActions(table: CardTable, props: CardProps, bottom: number): PanelAction[] {
  const add = (x: number, name: string, press: PanelAction['press']): PanelAction => ({
    label: `Add ${name.toLowerCase()}`,
    text: `+ ${name}`,
    isOnSelected: true,
    box: { x, y: bottom + 8, w: 96, h: 26 },
    press,
  })
  return [
    add(0, table.rowName, () => addRow(props, table)),
    ...(table.criteria ? [add(104, table.criteria.name, () => addCriterion(props))] : []),
  ]
}
