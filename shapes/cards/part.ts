import type { PropertyValue } from '../../src/domain/design.ts'
import {
  FIGURE,
  type PanelAction,
  type PanelField,
  type PanelFont,
  type PanelStroke,
  type PanelText,
  PLAIN,
} from '../shared/panel/layout.ts'
import type { FieldType } from './card.ts'
import { editedValue, hintText, parseValue } from './values.ts'

/** A part of a card from its top on: head, sentence, form, table … */
export interface CardPart {
  readonly bottom: number
  readonly strokes: readonly PanelStroke[]
  readonly texts: readonly PanelText[]
  readonly fields: readonly PanelField[]
  readonly actions?: readonly PanelAction[]
}

export const PAD = 14
/** Above and below the text of a row. */
export const ROW_PAD = 10
/** From the edge of an input to its text. */
const INPUT_PAD = 6

export const SAID_PLAINLY: PanelFont = { family: 'serif', weight: 400, size: 15, lineHeight: 21 }
/** What to write is said, so it is in serif; nobody takes it for a value. */
export const HINT: PanelFont = { ...PLAIN, family: 'serif', italic: true }
export const BOLD: PanelFont = { ...PLAIN, weight: 600 }

export function rule(y: number, from: number, to: number): PanelStroke {
  return { d: `M${from} ${y}H${to}`, stroke: 'line', isDetail: true }
}

/** Fonts by what is written: numbers are figures. */
export function fontOf(type: FieldType): PanelFont {
  return type.type === 'number' || type.type === 'date' ? FIGURE : PLAIN
}

interface Cell {
  readonly path: string
  readonly label: string
  readonly type: FieldType
  readonly value: PropertyValue | undefined
  readonly hint?: string | undefined
  /** Where the text is, and how wide it may be. */
  readonly x: number
  readonly room: number
  readonly top: number
  readonly bottom: number
  readonly font: PanelFont
  readonly anchor?: PanelField['anchor']
}

const LINES: readonly FieldType['type'][] = ['text', 'long', 'list']

/** The place where a value is edited: its whole cell. */
export function valueField({ type, value, x, room, top, bottom, ...cell }: Cell): PanelField {
  const { path, label, hint, font, anchor = 'start' } = cell
  const left = anchor === 'end' ? x - room : x
  return {
    path,
    label,
    text: editedValue(type, value),
    box: { x: left - INPUT_PAD, y: top + 2, w: room + 2 * INPUT_PAD, h: bottom - top - 4 },
    font,
    anchor,
    parse: (typed) => parseValue(type, typed),
    ...(hint === undefined ? {} : { hint: hintText(hint) }),
    ...choicesOf(type),
    ...(LINES.includes(type.type) ? { linesFrom: ROW_PAD - 2 } : {}),
  }
}

function choicesOf(type: FieldType): Pick<PanelField, 'choices' | 'suggestions'> {
  if (type.type === 'flag') return { choices: withNone(['yes', 'no']) }
  if (type.type !== 'choice') return {}
  return type.isOpen ? { suggestions: type.choices } : { choices: withNone(type.choices) }
}

function withNone(choices: readonly string[]): (readonly [string, string])[] {
  return [['', '–'], ...choices.map((choice) => [choice, choice] as const)]
}
