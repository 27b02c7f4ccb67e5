import { ascent, linesOf, type PanelStroke, put, QUIET } from '../shared/panel/layout.ts'
import type { CardField, CardValues } from './card.ts'
import { type CardPart, fontOf, HINT, PAD, ROW_PAD, rule, valueField } from './part.ts'
import { hintText, shownValue, valueAt } from './values.ts'

/** The margin that holds the labels. */
const MARGIN = 112

interface Place {
  readonly w: number
  readonly top: number
}

/** Fields as a form: labels in a margin with a hairline, one or two to a line. */
export function formPart(fields: readonly CardField[], values: CardValues, { w, top }: Place): CardPart {
  const parts: CardPart[] = []
  let y = top
  for (const line of linesOfFields(fields)) {
    const part = formLine(line, values, { w, top: y })
    parts.push(part)
    y = part.bottom
  }
  return {
    bottom: y,
    strokes: parts.flatMap(({ strokes }) => strokes),
    texts: parts.flatMap(({ texts }) => texts),
    fields: parts.flatMap(({ fields: placed }) => placed),
  }
}

function linesOfFields(fields: readonly CardField[]): CardField[][] {
  const lines: CardField[][] = []
  for (const field of fields) {
    const last = lines.at(-1)
    if (field.isHalf && last?.length === 1 && last[0]?.isHalf) last.push(field)
    else lines.push([field])
  }
  return lines
}

function formLine(line: readonly CardField[], values: CardValues, { w, top }: Place): CardPart {
  const width = w / line.length
  const placed = line.map((field, n) => placeField(field, values, n * width, width))
  const bottom = top + Math.max(...placed.map(({ height }) => height))
  return {
    bottom,
    strokes: [rule(top, 0, w), ...placed.map(({ left }) => hairline(left + MARGIN, top, bottom))],
    texts: placed.flatMap(({ field, left, lines, drawn, isHint }) => [
      put(left + MARGIN - 10, top + ROW_PAD + ascent(QUIET), field.label, QUIET, {
        anchor: 'end',
        tone: 'ink-3',
      }),
      put(left + MARGIN + PAD, top + ROW_PAD + ascent(drawn), lines, drawn, {
        tone: isHint ? 'ink-3' : 'ink',
      }),
    ]),
    fields: placed.map(({ field, left, room, font }) =>
      valueField({
        path: `fields.${field.id}`,
        label: field.label,
        type: field,
        value: valueAt(values.fields, field.id),
        hint: field.hint,
        x: left + MARGIN + PAD,
        room,
        top,
        bottom,
        font,
      }),
    ),
  }
}

function placeField(field: CardField, values: CardValues, left: number, width: number) {
  const font = fontOf(field)
  const room = width - MARGIN - 2 * PAD
  const text = shownValue(field, valueAt(values.fields, field.id))
  const isHint = text === '' && field.type !== 'number' && field.type !== 'date'
  const drawn = isHint ? HINT : font
  const lines = linesOf(isHint ? hintText(field.hint ?? '') : text, room, drawn)
  return {
    field,
    left,
    room,
    font,
    drawn,
    isHint,
    lines,
    height: lines.length * font.lineHeight + 2 * ROW_PAD,
  }
}

function hairline(x: number, top: number, bottom: number): PanelStroke {
  return { d: `M${x} ${top}V${bottom}`, stroke: 'line', isDetail: true }
}
