import { drawnText } from '../shared/bounds.ts'
import {
  ascent,
  type Box,
  linesOf,
  type PanelField,
  type PanelFont,
  type PanelText,
  put,
  widthOf,
} from '../shared/panel/layout.ts'
import type { CardField, CardValues } from './card.ts'
import { type CardPart, PAD, valueField } from './part.ts'
import { textAt, valueAt } from './values.ts'

const SENTENCE: PanelFont = { family: 'serif', weight: 400, size: 18, lineHeight: 27 }
const HINT: PanelFont = { ...SENTENCE, italic: true }
const LEFT = PAD + 4
const ABOVE = 14
const SPACE = widthOf(' ', SENTENCE)

type Piece = string | { readonly slot: string }

interface Word {
  readonly text: string
  readonly slot: string | null
  readonly isHint: boolean
}

/** Words that stand together: those of one slot, or those between slots, on one line. */
interface Run extends Word {
  readonly x: number
  readonly line: number
  readonly w: number
}

/** A sentence in serif whose slots are underlined and filled in place. */
export function sentencePart(
  pieces: readonly Piece[],
  fields: readonly CardField[],
  values: CardValues,
  { w, top }: { readonly w: number; readonly top: number },
): CardPart {
  const room = w - 2 * LEFT
  const runs = flow(
    pieces.flatMap((piece) => wordsOf(piece, fields, values, room)),
    room,
  )
  const first = top + ABOVE
  const lines = Math.max(1, ...runs.map(({ line }) => line + 1))
  const slots = pieces.flatMap((piece) => (typeof piece === 'string' ? [] : piece.slot))
  return {
    bottom: first + lines * SENTENCE.lineHeight + ABOVE,
    strokes: runs
      .filter(({ slot }) => slot !== null)
      .map(({ x, line, w: width, isHint }) => ({
        d: `M${x} ${first + line * SENTENCE.lineHeight + 22}h${width}`,
        stroke: isHint ? 'line-2' : 'accent',
        isDetail: true,
      })),
    texts: runs.map((run) => textOf(run, first)),
    fields: slots.flatMap((slot) => {
      const field = fields.find(({ id }) => id === slot)
      return field ? [slotField(field, values, boxOf(runs, slot, { first, room }))] : []
    }),
  }
}

function wordsOf(piece: Piece, fields: readonly CardField[], values: CardValues, room: number): Word[] {
  if (typeof piece === 'string')
    return split(piece, room).map((text) => ({ text, slot: null, isHint: false }))
  const written = textAt(values.fields, piece.slot)
  const field = fields.find(({ id }) => id === piece.slot)
  const isHint = written === ''
  const text = isHint ? (field?.hint ?? field?.label ?? '') : written
  return split(text, room).map((word) => ({ text: word, slot: piece.slot, isHint }))
}

/** The words of a text; one that is wider than a line in pieces. */
function split(text: string, room: number): string[] {
  return drawnText(text)
    .split(/\s+/)
    .filter(Boolean)
    .flatMap((word) => (widthOf(word, SENTENCE) <= room ? [word] : linesOf(word, room, SENTENCE)))
}

function flow(words: readonly Word[], room: number): Run[] {
  const runs: Run[] = []
  let [x, line] = [0, 0]
  for (const word of words) {
    const width = widthOf(word.text, SENTENCE)
    const gap = x === 0 || /^[,.;:]/.test(word.text) ? 0 : SPACE
    if (x > 0 && x + gap + width > room) [x, line] = [0, line + 1]
    const at = x === 0 ? 0 : x + gap
    const last = runs.at(-1)
    if (last && last.line === line && last.slot === word.slot && x > 0)
      runs[runs.length - 1] = { ...last, text: `${last.text} ${word.text}`, w: at + width - (last.x - LEFT) }
    else runs.push({ ...word, x: LEFT + at, line, w: width })
    x = at + width
  }
  return runs
}

function textOf({ x, line, text, isHint }: Run, first: number): PanelText {
  const y = first + line * SENTENCE.lineHeight + ascent(SENTENCE)
  return put(x, y, text, isHint ? HINT : SENTENCE, { tone: isHint ? 'ink-3' : 'ink' })
}

/** Around a slot; the whole width where it goes over several lines. */
function boxOf(
  runs: readonly Run[],
  slot: string,
  { first, room }: { readonly first: number; readonly room: number },
): Box {
  const own = runs.filter((run) => run.slot === slot)
  const [start, end] = [own[0], own.at(-1)]
  if (!start || !end) return { x: LEFT, y: first, w: room, h: SENTENCE.lineHeight }
  const y = first + start.line * SENTENCE.lineHeight
  const h = (end.line - start.line + 1) * SENTENCE.lineHeight
  if (start.line < end.line) return { x: LEFT, y, w: room, h }
  const w = Math.min(room, Math.max(start.w, 160))
  return { x: Math.min(start.x, LEFT + room - w), y, w, h }
}

function slotField(field: CardField, values: CardValues, { x, y, w, h }: Box): PanelField {
  const value = valueAt(values.fields, field.id)
  const placed = valueField({
    path: `fields.${field.id}`,
    label: field.label,
    type: field,
    value,
    hint: field.hint,
    x,
    room: w,
    top: y,
    bottom: y + h,
    font: SENTENCE,
  })
  return { ...placed, box: { x: x - 6, y: y - 1, w: w + 12, h: h + 2 }, linesFrom: 1 }
}
