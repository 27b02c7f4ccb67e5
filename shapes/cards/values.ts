import type { PropertyValue } from '../../src/domain/design.ts'
import { inOrder } from '../../src/domain/order.ts'
import {
  editableNumber,
  formatNumber,
  type NumberRule,
  parseNumber,
  unitLabel,
} from '../../src/domain/units.ts'
import { drawnRows } from '../shared/bounds.ts'
import type { ParsedField } from '../shared/panel/layout.ts'
import type { CardValues, FieldType } from './card.ts'
import type { CardProps } from './schema.ts'

/** What somebody wrote on a card, rows and criteria in order; as many of them as are drawn. */
export function valuesOf({ fields, columns, rows }: CardProps): CardValues {
  return {
    fields,
    criteria: drawnRows(inOrder(columns)).slice(0, MOST_CRITERIA),
    rows: drawnRows(inOrder(rows)),
  }
}

/** More do not fit beside each other. */
const MOST_CRITERIA = 12

/** The value of that id; undefined where nobody wrote one. */
export function valueAt(
  values: Readonly<Record<string, PropertyValue>>,
  id: string,
): PropertyValue | undefined {
  return Object.hasOwn(values, id) ? values[id] : undefined
}

export function textAt(values: Readonly<Record<string, PropertyValue>>, id: string): string {
  const value = valueAt(values, id)
  return Array.isArray(value) ? value.join(', ') : String(value ?? '').trim()
}

/** What to write, as an example where it could be taken for what somebody wrote. */
export function hintText(hint: string): string {
  return /^[<>\d]/.test(hint) ? `e.g. ${hint}` : hint
}

/** The value as a card shows it; empty where there is none. */
export function shownValue(type: FieldType, value: PropertyValue | undefined): string {
  if (type.type === 'number' && typeof value === 'number') return shownNumber(value, type.rule)
  return editedValue(type, value)
}

/** As short as everywhere, unless that leaves out digits that somebody wrote: 8192 is not 8.19k. */
function shownNumber(value: number, rule: NumberRule): string {
  const short = formatNumber(value, rule.unit)
  const parsed = parseNumber(short, rule)
  if (parsed.ok && parsed.value === value) return short
  const unit = rule.unit === 'share' ? '' : unitLabel(rule.unit)
  return `${editableNumber(value, rule.unit)} ${unit}`.trim()
}

/** The value as it is edited. */
export function editedValue(type: FieldType, value: PropertyValue | undefined): string {
  if (value === undefined) return ''
  if (typeof value === 'boolean') return value ? 'yes' : 'no'
  if (type.type === 'number' && typeof value === 'number') return editableNumber(value, type.rule.unit)
  return typeof value === 'object' ? value.join(', ') : String(value)
}

/** What a typed text means, or what is allowed; nothing typed takes the value away. */
export function parseValue(type: FieldType, typed: string): ParsedField {
  if (typed === '') return { ok: true, value: undefined }
  switch (type.type) {
    case 'number':
      return parseNumber(typed, type.rule)
    case 'flag':
      return parseFlag(typed)
    case 'date':
      return parseDate(typed)
    case 'choice':
      return parseChoice(type, typed)
    case 'list':
      return listed(typed)
    default:
      return { ok: true, value: typed }
  }
}

function listed(typed: string): ParsedField {
  const items = typed.split(',').flatMap((item) => item.trim() || [])
  return { ok: true, value: items.length > 0 ? items : undefined }
}

function parseFlag(typed: string): ParsedField {
  if (/^(y|yes|true)$/i.test(typed)) return { ok: true, value: true }
  if (/^(n|no|false)$/i.test(typed)) return { ok: true, value: false }
  return { ok: false, problem: `“${typed}” is neither yes nor no.` }
}

function parseChoice(
  { choices, isOpen }: Extract<FieldType, { type: 'choice' }>,
  typed: string,
): ParsedField {
  const known = choices.find((choice) => choice.toLowerCase() === typed.toLowerCase())
  if (known !== undefined || isOpen) return { ok: true, value: known ?? typed }
  return { ok: false, problem: `“${typed}” is none of these: ${choices.join(', ')}.` }
}

const DAY = /^(\d{4})-(\d{1,2})-(\d{1,2})$/

/** A day as 2024-03-31; also 2024-3-31. */
function parseDate(typed: string): ParsedField {
  const [, year, month = '', day = ''] = DAY.exec(typed) ?? []
  const written = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
  const time = Date.parse(`${written}T00:00:00Z`)
  const isDay = !Number.isNaN(time) && new Date(time).toISOString().startsWith(written)
  return isDay
    ? { ok: true, value: written }
    : { ok: false, problem: `“${typed}” is no date. Type year, month and day, as 2024-03-31.` }
}
