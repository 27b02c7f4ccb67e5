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

export interface Unit {
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
  week: 6.048e11,
  weeks: 6.048e11,
  // As plans are made: of 30 and of 365 days.
  month: 2.592e12,
  months: 2.592e12,
  year: 3.1536e13,
  years: 3.1536e13,
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

/** What each unit is typed and written with. */
export const UNITS: Readonly<Record<UnitId, Unit>> = {
  count: { suffixes: THOUSANDS, example: '20000, 20k or 1.5M', after: '' },
  'per second': wordUnit('/s', ['/s', 'qps', 'rps', 'persecond']),
  'per day': wordUnit('/day', ['/day', '/d', 'perday']),
  µs: timeUnit(1, 'µs', '20, 20 µs or 1.5 ms'),
  ms: timeUnit(1e3, 'ms', '200, 200 ms or 1.5 s'),
  s: timeUnit(1e6, 's', '300, 300 s or 5 min'),
  minutes: timeUnit(6e7, 'min', '5, 5 min or 1 h'),
  hours: timeUnit(3.6e9, 'h', '6, 6 h, 30 min or 2 days'),
  days: timeUnit(8.64e10, 'd', '7, 7 days, 2 weeks or 1 year'),
  bytes: {
    suffixes: BYTES,
    example: '4, 20 kB or 51.2 GB',
    after: 'B',
  },
  'bytes per day': bytesPerDay(),
  share: { suffixes: { '%': 0.01 }, example: '0.95 or 95%', after: '' },
  times: wordUnit('×', ['×', 'x'], '3, 2.5 or 3×'),
}
