/**
 * Numbers as people write them. Every stored number is in its property's base unit; text is only what is
 * typed and shown.
 */

/** The base units that properties are stored in. */
export type UnitId =
  | 'count'
  | 'per second'
  | 'per day'
  | 'µs'
  | 'ms'
  | 's'
  | 'hours'
  | 'days'
  | 'bytes'
  | 'bytes per day'
  | 'share'
  | 'times'
  | 'minutes'

export interface NumberRule {
  readonly unit: UnitId
  /** Smallest allowed value, in the unit; 0 where absent. */
  readonly min?: number
  readonly max?: number
  readonly whole?: boolean
}

export type ParsedNumber =
  | { readonly ok: true; readonly value: number }
  | { readonly ok: false; readonly problem: string }

interface Unit {
  /** What may follow the number, in lower case, and how much of the base unit one of it is. */
  readonly suffixes: Readonly<Record<string, number>>
  /** What to type, for the sentence that answers a wrong input. */
  readonly example: string
  /** Written after the number; nothing where the number speaks for itself. */
  readonly after: string
}

const THOUSANDS = { k: 1e3, m: 1e6, mio: 1e6, million: 1e6, b: 1e9, bn: 1e9, billion: 1e9, g: 1e9, t: 1e12 }
const MICROSECOND = 1
const TIME = {
  µs: MICROSECOND,
  μs: MICROSECOND,
  us: MICROSECOND,
  ms: 1e3,
  s: 1e6,
  sec: 1e6,
  min: 6e7,
  h: 3.6e9,
  hour: 3.6e9,
  hours: 3.6e9,
  d: 8.64e10,
  day: 8.64e10,
  days: 8.64e10,
}

function timeUnit(microseconds: number, after: string, example: string): Unit {
  const suffixes: Record<string, number> = {}
  for (const [suffix, length] of Object.entries(TIME)) suffixes[suffix] = length / microseconds
  return { suffixes, example, after }
}

function wordUnit(after: string, words: readonly string[], example = '20000, 20k or 1.5M'): Unit {
  const suffixes: Record<string, number> = { ...THOUSANDS }
  for (const word of words) {
    suffixes[word] = 1
    for (const [scale, factor] of Object.entries(THOUSANDS)) suffixes[scale + word] = factor
  }
  return { suffixes, example, after }
}

const BYTES = { b: 1, bytes: 1, byte: 1, kb: 1e3, mb: 1e6, gb: 1e9, tb: 1e12, pb: 1e15 }

function bytesPerDay(): Unit {
  const suffixes: Record<string, number> = {}
  for (const [name, factor] of Object.entries(BYTES))
    for (const after of ['/day', '/d', 'perday']) suffixes[name + after] = factor
  return { suffixes, example: '500 GB/day or 86.4 TB/day', after: '/day' }
}

const UNITS: Readonly<Record<UnitId, Unit>> = {
  count: { suffixes: THOUSANDS, example: '20000, 20k or 1.5M', after: '' },
  'per second': wordUnit('/s', ['/s', 'qps', 'rps', 'persecond']),
  'per day': wordUnit('/day', ['/day', '/d', 'perday']),
  µs: timeUnit(1, 'µs', '20, 20 µs or 1.5 ms'),
  ms: timeUnit(1e3, 'ms', '200, 200 ms or 1.5 s'),
  s: timeUnit(1e6, 's', '300, 300 s or 5 min'),
  minutes: timeUnit(6e7, 'min', '5, 5 min or 1 h'),
  hours: timeUnit(3.6e9, 'h', '6, 6 h, 30 min or 2 days'),
  days: timeUnit(8.64e10, 'd', '7, 7 days or 12 h'),
  bytes: {
    suffixes: BYTES,
    example: '4, 20 kB or 51.2 GB',
    after: 'B',
  },
  'bytes per day': bytesPerDay(),
  share: { suffixes: { '%': 0.01 }, example: '0.95 or 95%', after: '' },
  times: wordUnit('×', ['×', 'x'], '3, 2.5 or 3×'),
}

const NUMBER = /^(-?)((?:\d{1,3}(?:[ ,]\d{3})+|\d+)(?:\.\d+)?|\.\d+)(?:e([+-]?\d{1,3}))?(.*)$/i

/**
 * The number that a text such as `20k`, `1,000,000`, `200 ms` or `95%` means, in the rule's base unit; or a
 * sentence that says what is allowed, for the person who typed it.
 */
export function parseNumber(text: string, rule: NumberRule): ParsedNumber {
  const unit = UNITS[rule.unit]
  const typed = text.trim().replaceAll('\u00a0', ' ').replaceAll('\u202f', ' ')
  const match = NUMBER.exec(typed)
  const value = match && amountOf(match, unit)
  if (value === null || value === undefined || !Number.isFinite(value)) {
    return { ok: false, problem: `“${typed}” ${whyNot(typed, unit)}. Type ${unit.example}.` }
  }
  return withinRule(value, rule)
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

/** The number with its unit, short: `20k/s`, `200 ms`, `6 h`, `51.2 GB`, `0.95`. */
export function formatNumber(value: number, unit: UnitId): string {
  const { after } = UNITS[unit]
  if (unit === 'bytes') return formatBytes(value)
  if (unit === 'share') return formatShare(value)
  if (unit === 'bytes per day') return `${formatBytes(value)}${after}`
  const gap = after === '' || after === '×' || after.startsWith('/') ? '' : ' '
  return `${formatCount(value)}${gap}${after}`
}

/** Next to all is not all: 0.9999 keeps its nines. */
function formatShare(value: number): string {
  const shown = formatCount(value)
  return shown === '1' && value < 1 ? String(tidy(1 - Number((1 - value).toPrecision(1)))) : shown
}

function formatBytes(value: number): string {
  for (const [size, name] of BYTE_SCALES) {
    if (value >= size) return `${Number((value / size).toPrecision(3))}${name}`
  }
  return `${Number(value.toPrecision(3))} B`
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
