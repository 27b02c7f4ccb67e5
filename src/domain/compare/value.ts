import { compareTexts } from '../stages.ts'
import { formatCount, formatNumber } from '../units.ts'
import type { UnitId } from '../unitTable.ts'

const DIGITS = 12
/** What a part of a list is called by and where it stands: neither says what it is. */
const HANDLES: readonly string[] = ['id', 'order']

/** The same text for values that say the same: case, spaces and the order of a list are no difference, empty is nothing. */
export function contentOfValue(value: unknown): string {
  if (typeof value === 'number') return String(Number(value.toPrecision(DIGITS)))
  if (typeof value === 'string') return plain(value) === '' ? '' : JSON.stringify(plain(value))
  if (typeof value === 'boolean') return String(value)
  if (typeof value !== 'object' || value === null) return ''
  if (Array.isArray(value)) {
    const items = value.map(contentOfValue).filter((item) => item !== '')
    return items.length === 0 ? '' : `[${items.sort(compareTexts).join()}]`
  }
  return contentOfObject(value)
}

function contentOfObject(value: object): string {
  const parts = Object.entries(value)
    .filter(([key]) => !HANDLES.includes(key))
    .map(([key, part]) => [key, contentOfValue(part)] as const)
    .filter(([, content]) => content !== '')
    .sort(([a], [b]) => compareTexts(a, b))
  return parts.length === 0 ? '' : `{${parts.map(([key, content]) => `${key}:${content}`).join()}}`
}

function plain(text: string): string {
  return text.trim().replace(/\s+/g, ' ').toLowerCase()
}

type Fields = Readonly<Record<string, unknown>>

/** The ids of fields that do not say the same, in order. */
export function differingFields(mine: Fields, theirs: Fields): string[] {
  const ids = new Set([...Object.keys(mine), ...Object.keys(theirs)])
  return [...ids]
    .filter((id) => contentOfValue(ownOf(mine, id)) !== contentOfValue(ownOf(theirs, id)))
    .sort(compareTexts)
}

/** What a file calls `constructor` is only there if the file says so. */
export function ownOf(fields: Fields, id: string): unknown {
  return Object.hasOwn(fields, id) ? fields[id] : undefined
}

/** A value as a sentence shows it; undefined where nothing is written. */
function shownValue(value: unknown, unit?: UnitId): string | undefined {
  if (contentOfValue(value) === '') return undefined
  if (typeof value === 'number') return unit ? formatNumber(value, unit) : formatCount(value)
  if (typeof value === 'boolean') return value ? 'yes' : 'no'
  if (Array.isArray(value)) return value.map((item) => shownValue(item) ?? '').join(', ')
  if (typeof value === 'object' && value !== null) return shownObject(value)
  return String(value).trim()
}

function shownObject(value: object): string {
  return Object.entries(value)
    .filter(([key, part]) => !HANDLES.includes(key) && contentOfValue(part) !== '')
    .map(([key, part]) => `${key} ${shownValue(part)}`)
    .join(' · ')
}

/** As two numbers that round to the same figure would be shown as equal, both are then written out. */
export function shownPair(mine: unknown, theirs: unknown, unit?: UnitId) {
  const shown = [shownValue(mine, unit), shownValue(theirs, unit)] as const
  if (shown[0] !== shown[1] || shown[0] === undefined) return shown
  return [writtenOut(mine, shown[0]), writtenOut(theirs, shown[0])] as const
}

function writtenOut(value: unknown, shown: string): string {
  return typeof value === 'number' ? String(value) : typeof value === 'string' ? `“${value}”` : shown
}
