/**
 * Numbers as people write them. Every stored number is in its property's base unit; text is only what is
 * typed and shown.
 */

import { UNITS, type Unit, type UnitId } from './unitTable.ts'

export interface NumberRule {
  readonly unit: UnitId
  /** Smallest allowed value, in the unit; 0 where absent. */
  readonly min?: number
  readonly max?: number
  readonly whole?: boolean
}

export type ParsedNumber =
  | { readonly ok: true; readonly value: number }
  | {
      readonly ok: false
      readonly problem: string
      /** What a text that is not clear may mean, to choose from. */
      readonly meant?: readonly Meant[]
    }

interface Meant {
  readonly text: string
  readonly value: number
}

const NUMBER = /^(-?)((?:\d{1,3}(?:[ ,]\d{3})+|\d+)(?:\.\d+)?|\.\d+)(?:e([+-]?\d{1,3}))?(.*)$/i

/**
 * The number that a text such as `20k`, `1,000,000`, `200 ms` or `95%` means, in the rule's base unit; or a
 * sentence that says what is allowed, for the person who typed it.
 */
export function parseNumber(text: string, rule: NumberRule): ParsedNumber {
  const unit = UNITS[rule.unit]
  const typed = text.trim().replaceAll('\u00a0', ' ').replaceAll('\u202f', ' ')
  const value = valueOfText(typed, unit)
  const meant = meantBy(typed, rule)
  if (value === undefined) {
    const problem = `“${typed}” ${whyNot(typed, unit)}. Type ${unit.example}.`
    return { ok: false, problem, ...(meant.length > 0 ? { meant } : {}) }
  }
  if (meant.length < 2) return withinRule(value, rule)
  const choices = meant.map((one) => one.text).join(' or ')
  return { ok: false, problem: `“${typed}” can mean ${choices}. Type the one that is meant.`, meant }
}

function valueOfText(typed: string, unit: Unit): number | undefined {
  const match = NUMBER.exec(typed)
  const value = match ? amountOf(match, unit) : undefined
  return Number.isFinite(value) ? value : undefined
}

/** A point before three digits that end in 0 parts thousands in many countries; no figure is shown like that. */
const POINTED_THOUSANDS = /^[1-9]\d{0,2}(?:\.\d{3})*\.\d{2}0(?!\d)/

/** What a text may mean that has a decimal comma, a point between thousands, or bytes without their unit. */
function meantBy(typed: string, rule: NumberRule): Meant[] {
  return readingsOf(typed, UNITS[rule.unit]).flatMap((reading) => {
    const value = valueOfText(reading, UNITS[rule.unit])
    return value !== undefined && withinRule(value, rule).ok
      ? [{ text: writtenOut(value, rule.unit), value }]
      : []
  })
}

function readingsOf(typed: string, unit: Unit): string[] {
  if (DECIMAL_COMMA.test(typed)) return [typed.replace(',', '.')]
  if (POINTED_THOUSANDS.test(typed)) {
    const thousands = typed.replace(POINTED_THOUSANDS, (number) => number.replaceAll('.', ''))
    return [typed, thousands]
  }
  if (!isBytes(unit) || !BARE_SCALE.test(typed)) return []
  const rate = unit === UNITS.bytes ? '' : '/day'
  const isBare = /\db$/i.test(typed)
  const bytes = typed.replace(/ *(?:mio|million|bn|billion|[a-z])$/i, '')
  const scale = /(mio|million|bn|billion|[a-z])$/i.exec(typed)?.[1]?.toLowerCase() ?? ''
  return [...(isBare ? [`${bytes} bytes${rate}`] : []), `${bytes} ${SCALE_BYTES[scale] ?? 'bytes'}${rate}`]
}

const SCALE_BYTES: Readonly<Record<string, string>> = {
  k: 'kB',
  m: 'MB',
  mio: 'MB',
  million: 'MB',
  b: 'GB',
  bn: 'GB',
  billion: 'GB',
  g: 'GB',
  t: 'TB',
}

/** The number in full with its unit: `1,000 ms`, `2 GB`, `2 bytes`. */
function writtenOut(value: number, unit: UnitId): string {
  if (isBytes(UNITS[unit])) {
    const scaled = BYTE_SCALES.find(([size]) => value >= size)
    const [size, name] = scaled ?? [1, ' bytes']
    return `${tidy(value / size)}${name}${unit === 'bytes' ? '' : UNITS[unit].after}`
  }
  const { after } = UNITS[unit]
  const gap = after === '' || after === '×' || after.startsWith('/') ? '' : ' '
  return `${value.toLocaleString('en-US', { maximumFractionDigits: 15 })}${gap}${after}`
}

const DECIMAL_COMMA = /^\d+,\d{1,2}(?!\d)/
/** Of bytes, `1.5M` may be a number of them or megabytes, and `2B` two bytes or two billion. */
const BARE_SCALE = /\d(?: *(?:k|m|g|t|mio|million|bn|billion)|b)$/i

function whyNot(typed: string, unit: Unit): string {
  if (DECIMAL_COMMA.test(typed)) return 'is no number here: a point stands before decimals'
  return isBytes(unit) && BARE_SCALE.test(typed) ? 'does not say how many bytes' : 'is no number here'
}

function isBytes(unit: Unit): boolean {
  return unit === UNITS.bytes || unit === UNITS['bytes per day']
}

function amountOf(match: RegExpExecArray, unit: Unit): number | undefined {
  const [, minus, digits = '', exponent, rest = ''] = match
  const suffix = rest.toLowerCase().replaceAll(' ', '')
  const factor = suffix === '' ? 1 : Object.hasOwn(unit.suffixes, suffix) ? unit.suffixes[suffix] : undefined
  if (factor === undefined || (isBytes(unit) && /^b$/i.test(rest))) return undefined
  const plain = Number(digits.replace(/[ ,]/g, '') + (exponent ? `e${exponent}` : ''))
  return (minus ? -1 : 1) * tidy(plain * factor)
}

/** Takes off what binary fractions add: 0.1 × 3 is 0.3. */
function tidy(value: number): number {
  return Number(value.toPrecision(15))
}

function withinRule(value: number, rule: NumberRule): ParsedNumber {
  const { unit, min = 0, max, whole } = rule
  const range =
    max === undefined
      ? `at least ${formatNumber(min, unit)}`
      : `from ${formatNumber(min, unit)} to ${formatNumber(max, unit)}`
  if (value < min || (max !== undefined && value > max)) {
    return { ok: false, problem: `${formatNumber(value, unit)} is outside the range: ${range}.` }
  }
  if (whole && !Number.isInteger(value)) {
    return {
      ok: false,
      problem: `${formatNumber(value, unit)} is no whole number. Type ${UNITS[unit].example}.`,
    }
  }
  return { ok: true, value }
}

const SCALES = [
  [1e12, 'T'],
  [1e9, 'B'],
  [1e6, 'M'],
  [1e3, 'k'],
] as const

/**
 * A number in few characters, three significant digits: 20k, 100M, 6.94k, 0.855. For showing, not for
 * editing, since it rounds.
 */
export function formatCount(value: number): string {
  if (!Number.isFinite(value)) return '–'
  const rounded = Number(value.toPrecision(3))
  for (const [size, letter] of SCALES) {
    if (Math.abs(rounded) >= size) return `${Number((rounded / size).toPrecision(3))}${letter}`
  }
  return String(rounded)
}

/** A number as it is counted aloud, three significant digits: `10,000`, `37.5`, `0.977`; from a million on as others. */
export function formatWhole(value: number): string {
  return Math.abs(value) < 1e6 ? Number(value.toPrecision(3)).toLocaleString('en-US') : formatCount(value)
}

/** The number with its unit, short: `20k/s`, `200 ms`, `6 h`, `51.2 GB`, `0.95`. */
export function formatNumber(value: number, unit: UnitId): string {
  const { after } = UNITS[unit]
  if (unit === 'bytes') return formatBytes(value)
  if (unit === 'share') return formatShare(value)
  if (unit === 'times') return `${formatWhole(value)}${after}`
  if (unit === 'bytes per day') return `${formatBytes(value)}${after}`
  const gap = after === '' || after.startsWith('/') ? '' : ' '
  return `${formatCount(value)}${gap}${after}`
}

/** Next to all is not all: 0.9999 keeps its nines. */
function formatShare(value: number): string {
  const shown = formatCount(value)
  return shown === '1' && value < 1 ? String(tidy(1 - Number((1 - value).toPrecision(1)))) : shown
}

function formatBytes(value: number): string {
  const rounded = Number(value.toPrecision(3))
  for (const [size, name] of BYTE_SCALES) {
    if (rounded >= size) return `${Number((rounded / size).toPrecision(3))}${name}`
  }
  return `${rounded} B`
}

const BYTE_SCALES = [
  [1e15, ' PB'],
  [1e12, ' TB'],
  [1e9, ' GB'],
  [1e6, ' MB'],
  [1e3, ' kB'],
] as const

/** The number as an input of that unit shows it for editing: as short as it can be without losing a digit. */
export function editableNumber(value: number, unit: UnitId = 'count'): string {
  for (const [size, letter] of scalesOf(unit)) {
    const scaled = tidy(value / size)
    if (Math.abs(scaled) >= 1 && tidy(scaled * size) === value && String(scaled).length <= 5)
      return `${scaled}${letter}`
  }
  return String(value)
}

/** What an input of that unit reads after a number; times and shares have no thousands. */
function scalesOf(unit: UnitId): readonly (readonly [size: number, letter: string])[] {
  if (unit === 'bytes') return BYTE_SCALES
  return Object.hasOwn(UNITS[unit].suffixes, 'k') ? SCALES : []
}

/** What stands after an input of that unit, so that a person knows what a bare number means. */
export function unitLabel(unit: UnitId): string {
  return unit === 'share' ? '0 to 1' : UNITS[unit].after
}
