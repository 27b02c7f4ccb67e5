import { NO_PATH, type SlowestPath } from '../../src/domain/estimate/slowestPath.ts'
import { drawnLength, drawnRows, drawnText } from '../shared/bounds.ts'
import { oncePer } from '../shared/oncePer.ts'
import {
  ascent,
  boxAround,
  linesOf,
  type PanelField,
  type PanelLayout,
  put,
  QUIET,
  TITLE,
  widthOf,
} from '../shared/panel/layout.ts'
import type { Card, CardField, CardPicture, CardReading, CardValues } from './card.ts'
import { formPart } from './form.ts'
import { findCard } from './list.ts'
import { BOLD, type CardPart, PAD, ROW_PAD, rule, SAID_PLAINLY, valueField } from './part.ts'
import { readingsPart } from './readings.ts'
import type { CardProps } from './schema.ts'
import { sentencePart } from './sentence.ts'
import { addActions, tablePart } from './table.ts'
import { textAt, valueAt, valuesOf } from './values.ts'

const HEAD = 36
export const MIN_WIDTH = 320

const ofBoard = oncePer((board: SlowestPath) => oncePer((props: CardProps) => layOut(props, board)))

/** Everything a card draws and where it is edited; it grows with what it holds. */
export function cardLayout(props: CardProps, board: SlowestPath = NO_PATH): PanelLayout {
  return ofBoard(board)(props)
}

function layOut(props: CardProps, board: SlowestPath): PanelLayout {
  const card = findCard(props.card) ?? unknownCard(props)
  const w = Math.max(drawnLength(props.w), MIN_WIDTH)
  const parts = placeParts(card, props, w, board)
  const h = Math.max(drawnLength(props.h), Math.ceil(parts.at(-1)?.bottom ?? HEAD))
  const places = parts.flatMap(({ fields }) => fields)
  return {
    w,
    h,
    title: props.title,
    symbol: [],
    strokes: parts.flatMap(({ strokes }) => strokes),
    texts: parts.flatMap(({ texts }) => texts),
    fields: card.sentence ? goingOn(places) : places,
    actions: [
      ...parts.flatMap(({ actions }) => actions ?? []),
      ...(card.table ? addActions(card.table, props, h) : []),
    ],
  }
}

/** A sentence is said in one go: Enter goes on in its next place, and ends in the last. */
function goingOn(fields: readonly PanelField[]): PanelField[] {
  return fields.map((field, n) => {
    const next = fields[n + 1]?.path
    return next === undefined ? field : { ...field, enter: () => ({ leaves: [], next }) }
  })
}

/** What a card of a later version says is shown as text. */
function unknownCard({ card, fields }: CardProps): Card {
  return {
    ...{
      id: card,
      name: card,
      purpose: '',
      synonyms: [],
      code: '',
      step: 0,
      watchOut: [],
      width: 0,
      mark: '',
    },
    fields: drawnRows(Object.keys(fields)).map((id) => ({ id, label: id, type: 'text' })),
  }
}

/** The figures that follow from what is written on a card. */
export function cardReadings(card: Card, props: CardProps, board = NO_PATH): readonly CardReading[] {
  return card.readings?.(valuesOf(props), board) ?? []
}

function placeParts(card: Card, props: CardProps, w: number, board: SlowestPath): CardPart[] {
  const values = valuesOf(props)
  const { sentence, table, said } = card
  const slots = sentence?.flatMap((piece) => (typeof piece === 'string' ? [] : piece.slot)) ?? []
  const inForm = card.fields.filter(
    (field) => field.id !== said && !slots.includes(field.id) && !field.isInPicture,
  )
  const saidField = card.fields.find(({ id }) => id === said)
  const parts = [headPart(card, props, values, w)]
  const place = () => ({ w, top: parts.at(-1)?.bottom ?? HEAD })
  if (sentence) parts.push(ruled(sentencePart(sentence, card.fields, values, place()), place()))
  parts.push(
    formPart(
      inForm.filter(({ isFoot }) => !isFoot),
      values,
      place(),
    ),
  )
  if (table) parts.push(tablePart(table, props, values, place()))
  if (saidField) parts.push(saidPart(saidField, values, place()))
  if (card.picture) parts.push(picturePart(card.picture(values, w - 2 * PAD, board), card, values, place()))
  parts.push(
    formPart(
      inForm.filter(({ isFoot }) => isFoot),
      values,
      place(),
    ),
  )
  parts.push(readingsPart(cardReadings(card, props, board), place()))
  return parts
}

interface Place {
  readonly w: number
  readonly top: number
}

function ruled(part: CardPart, { w, top }: Place): CardPart {
  return { ...part, strokes: [rule(top, 0, w), ...part.strokes] }
}

function headPart(card: Card, props: CardProps, values: CardValues, w: number): CardPart {
  const note = drawnText(card.headNote?.(values) ?? '')
  const noteLines = linesOf(note, w * 0.5, QUIET)
  const noteWidth = Math.max(...noteLines.map((line) => widthOf(line, QUIET)))
  const room = w - 2 * PAD - (noteWidth > 0 ? noteWidth + 20 : 0)
  const title = put(PAD, 8 + ascent(TITLE), linesOf(props.title, room, TITLE), TITLE)
  const height = Math.max(
    title.lines.length * TITLE.lineHeight + 16,
    noteLines.length * QUIET.lineHeight + 2 * ROW_PAD,
  )
  return {
    bottom: Math.max(HEAD, height),
    strokes: [],
    texts: [
      title,
      put(w - PAD, ROW_PAD + 1 + ascent(QUIET), noteLines, QUIET, { anchor: 'end', tone: 'ink-3' }),
    ],
    fields: [
      {
        path: 'title',
        label: 'Title',
        text: props.title,
        box: boxAround(title, Math.min(room, 220)),
        font: TITLE,
        anchor: 'start',
      },
    ],
  }
}

/** A sentence that is said aloud, after the word it begins with. */
function saidPart(field: CardField, values: CardValues, { w, top }: Place): CardPart {
  const x = PAD + widthOf(field.label, BOLD) + 6
  const written = textAt(values.fields, field.id)
  const lines = linesOf(written || (field.hint ?? ''), w - x - PAD, SAID_PLAINLY)
  const bottom = top + lines.length * SAID_PLAINLY.lineHeight + 2 * ROW_PAD
  const y = top + ROW_PAD + ascent(SAID_PLAINLY)
  const placed = valueField({
    path: `fields.${field.id}`,
    label: field.label,
    type: field,
    value: valueAt(values.fields, field.id),
    hint: field.hint,
    ...{ x, room: w - x - PAD, top, bottom, font: SAID_PLAINLY },
  })
  return {
    bottom,
    strokes: [rule(top, 0, w)],
    texts: [
      put(PAD, y, field.label, BOLD),
      written === ''
        ? put(x, y, lines, { ...SAID_PLAINLY, italic: true }, { tone: 'ink-3' })
        : put(x, y, lines, SAID_PLAINLY),
    ],
    fields: [placed],
  }
}

function picturePart(
  picture: CardPicture,
  { fields }: Card,
  values: CardValues,
  { w, top }: Place,
): CardPart {
  const [dx, dy] = [PAD, top + ROW_PAD]
  const placed = (picture.places ?? []).flatMap((place) => {
    const field = fields.find(({ id }) => id === place.field)
    if (!field) return []
    const { label, id, hint } = field
    const spot = { ...place, x: place.x + dx, top: place.top + dy, bottom: place.bottom + dy }
    const value = valueAt(values.fields, id)
    return valueField({ ...spot, path: `fields.${id}`, label, type: field, value, hint })
  })
  return {
    bottom: dy + picture.h + ROW_PAD,
    strokes: [rule(top, 0, w), ...picture.strokes.map((stroke) => ({ ...stroke, at: { x: dx, y: dy } }))],
    texts: picture.texts.map((text) => ({ ...text, x: text.x + dx, y: text.y + dy })),
    fields: placed,
  }
}
