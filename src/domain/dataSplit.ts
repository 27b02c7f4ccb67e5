/** The parts of a data set, in the order of their days. */
export const PARTS = ['train', 'validation', 'test'] as const

export type Part = (typeof PARTS)[number]

/** A part's days, the first and the last, as numbers of days since 1970. */
export interface Span {
  readonly part: Part
  readonly from: number
  readonly to: number
}

/** What is wrong with a split, and the days that are. */
export interface SplitProblem {
  readonly message: string
  /** Null where no days can be pointed at. */
  readonly days: readonly [from: number, to: number] | null
}

const DAY_MS = 86_400_000

/** The number of a day such as 2024-03-31; null for what is no day. */
export function dayOf(written: unknown): number | null {
  if (typeof written !== 'string' || !/^\d{4}-\d{2}-\d{2}$/.test(written)) return null
  const time = Date.parse(`${written}T00:00:00Z`)
  const isDay = !Number.isNaN(time) && new Date(time).toISOString().startsWith(written)
  return isDay ? time / DAY_MS : null
}

/** The parts whose two days are both written, `trainFrom` and `trainTo` and so on. */
export function spansOf(fields: Readonly<Record<string, unknown>>): Span[] {
  return PARTS.flatMap((part) => {
    const [from, to] = [dayOf(fields[`${part}From`]), dayOf(fields[`${part}To`])]
    return from === null || to === null ? [] : [{ part, from, to }]
  })
}

/** Whole days between the last of one part and the first of the next; below 0 they overlap. Null while one is not written. */
export function gapBefore(part: Part, spans: readonly Span[]): number | null {
  const at = PARTS.indexOf(part)
  const next = spans.find((span) => span.part === part)
  const before = spans.find((span) => span.part === PARTS[at - 1])
  return next && before ? next.from - before.to - 1 : null
}

/**
 * What makes a split tell more than it will know: parts out of order, days in two parts, and a gap that is
 * shorter than labels take, so that those of the last training days are known only from the days after.
 *
 * @param horizon days until a label is known; null: not written
 */
export function splitProblems(spans: readonly Span[], horizon: number | null): SplitProblem[] {
  const reversed = spans.filter(({ from, to }) => to < from).map(endsFirst)
  if (reversed.length > 0) return reversed
  const pairs = spans.flatMap((span, n) => spans.slice(n + 1).map((later) => [span, later] as const))
  const clashes = pairs.flatMap(([earlier, later]) => clash(earlier, later))
  return clashes.length > 0 ? clashes : shortGap(spans, horizon)
}

function endsFirst({ part, from, to }: Span): SplitProblem {
  return { message: `${named(part)} ends before it begins.`, days: [to, from] }
}

function clash(earlier: Span, later: Span): SplitProblem[] {
  const [from, to] = [Math.max(earlier.from, later.from), Math.min(earlier.to, later.to)]
  if (from <= to) {
    const days = to - from + 1
    const message = `${named(earlier.part)} and ${later.part} share ${counted(days)}.`
    return [{ message, days: [from, to] }]
  }
  if (later.from > earlier.to) return []
  const message = `${named(later.part)} lies before ${earlier.part}: it would be judged on its past.`
  return [{ message, days: [later.from, later.to] }]
}

function shortGap(spans: readonly Span[], horizon: number | null): SplitProblem[] {
  const gap = gapBefore('validation', spans)
  const train = spans.find(({ part }) => part === 'train')
  if (gap === null || horizon === null || gap >= horizon || !train) return []
  const message =
    `A gap of ${counted(gap)} is shorter than the ${counted(horizon)} that a label takes: ` +
    `the last training labels come from the validation days.`
  return [{ message, days: [train.to + 1, train.to + Math.ceil(horizon)] }]
}

function counted(days: number): string {
  return days === 1 ? '1 day' : `${days} days`
}

function named(part: Part): string {
  return part[0]?.toUpperCase() + part.slice(1)
}
