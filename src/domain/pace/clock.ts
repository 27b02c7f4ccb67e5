import { isStep, type Place, type Plan } from './plan.ts'

/** Where a run's time went, counted up to one moment. Times are ms; moments are the server's, since 1970. */
export interface Clock {
  readonly plan: Plan | null
  readonly isStrict: boolean
  readonly startedAt: number | null
  readonly finishedAt: number | null
  readonly isPaused: boolean
  readonly countedTo: number
  readonly elapsedMs: number
  readonly pausedMs: number
  readonly active: Place | null
  /** Somebody chose the active part; it does not end by itself. */
  readonly isChosen: boolean
  /** Where the last edit was, if that is not the active step: one more there, and it is. */
  readonly pendingStep: number | null
  readonly parts: readonly Part[]
  /** In which order the parts had their time. */
  readonly stretches: readonly Stretch[]
  readonly pauses: readonly Pause[]
}

/** How long the clock stood, and at how many ms of elapsed time. */
interface Pause {
  readonly atMs: number
  readonly ms: number
}

export interface Part {
  readonly place: Place
  readonly short: string
  readonly isProtected: boolean
  readonly plannedMs: number
  readonly spentMs: number
}

/** Time without a break in one part, from and to so many ms of elapsed time. */
interface Stretch {
  readonly place: Place
  readonly fromMs: number
  readonly toMs: number
}

export const MINUTE_MS = 60_000

/** A run that nobody finishes ends by itself, so that a forgotten one is not days long. */
const LONGEST_OVERTIME_MS = 60 * MINUTE_MS

export const STOPPED: Clock = {
  plan: null,
  isStrict: false,
  startedAt: null,
  finishedAt: null,
  isPaused: false,
  countedTo: 0,
  elapsedMs: 0,
  pausedMs: 0,
  active: null,
  isChosen: false,
  pendingStep: null,
  parts: [],
  stretches: [],
  pauses: [],
}

/** The slot with what was added to it and taken from it, ms. */
export const slotMs = ({ parts }: Clock): number => parts.reduce((sum, { plannedMs }) => sum + plannedMs, 0)

export function startClock(plan: Plan, at: number, isStrict: boolean): Clock {
  const parts = plan.parts.map(({ place, short, isProtected, minutes }) => ({
    place,
    short,
    isProtected,
    plannedMs: msOf(minutes),
    spentMs: 0,
  }))
  const active = parts[0]?.place ?? null
  return { ...STOPPED, plan, isStrict, startedAt: at, countedTo: at, active, parts }
}

const msOf = (minutes: number): number => Math.round(minutes * MINUTE_MS)

/**
 * The clock with the minutes that its parts had at the start. By them a run is looked back on: minutes that were taken
 * from a step while it waited are minutes that it did not get.
 */
export function asStarted(clock: Clock): Clock {
  const planned = new Map(clock.plan?.parts.map(({ place, minutes }) => [place, msOf(minutes)]))
  const parts = clock.parts.map((part) => ({
    ...part,
    plannedMs: planned.get(part.place) ?? part.plannedMs,
  }))
  return { ...clock, parts }
}

/** Counts the time up to a moment; one that is over already changes nothing. */
export function countTo(clock: Clock, at: number): Clock {
  const ms = Math.trunc(at) - clock.countedTo
  if (clock.startedAt === null || clock.finishedAt !== null || !(ms > 0)) return clock
  const countedTo = clock.countedTo + ms
  if (clock.isPaused) return { ...stand(clock, ms), countedTo }
  const most = Math.max(0, slotMs(clock) + LONGEST_OVERTIME_MS - clock.elapsedMs)
  if (ms < most) return { ...spend(clock, ms), countedTo }
  return { ...spend(clock, most), countedTo, finishedAt: clock.countedTo + most }
}

/** When a run that nobody finishes ends by itself, if it goes on as it does; null: it does not. */
export function endsAt(clock: Clock): number | null {
  const { startedAt, finishedAt, isPaused, countedTo, elapsedMs } = clock
  if (startedAt === null || finishedAt !== null || isPaused) return null
  return countedTo + Math.max(0, slotMs(clock) + LONGEST_OVERTIME_MS - elapsedMs)
}

function stand(clock: Clock, ms: number): Clock {
  const { elapsedMs: atMs, pauses } = clock
  const last = pauses.at(-1)
  const isSame = last?.atMs === atMs
  return {
    ...clock,
    pausedMs: clock.pausedMs + ms,
    pauses: isSame ? [...pauses.slice(0, -1), { atMs, ms: last.ms + ms }] : [...pauses, { atMs, ms }],
  }
}

/** Hearing the prompt ends after its minutes, though nobody has drawn anything yet. */
function spend(clock: Clock, ms: number): Clock {
  const { active, isChosen, parts } = clock
  const intro = parts.find(({ place }) => place === 'intro')
  const first = parts.find(({ place }) => isStep(place))
  if (active !== 'intro' || isChosen || !intro || !first) return spendIn(clock, active, ms)
  const left = Math.max(0, intro.plannedMs - intro.spentMs)
  if (ms <= left) return spendIn(clock, active, ms)
  return spendIn({ ...spendIn(clock, active, left), active: first.place }, first.place, ms - left)
}

function spendIn(clock: Clock, place: Place | null, ms: number): Clock {
  if (ms <= 0 || place === null) return clock
  const { elapsedMs, parts } = clock
  return {
    ...clock,
    elapsedMs: elapsedMs + ms,
    parts: parts.map((part) => (part.place === place ? { ...part, spentMs: part.spentMs + ms } : part)),
    stretches: stretched(clock.stretches, place, { from: elapsedMs, to: elapsedMs + ms }),
  }
}

function stretched(
  stretches: readonly Stretch[],
  place: Place,
  { from, to }: { readonly from: number; readonly to: number },
): readonly Stretch[] {
  const last = stretches.at(-1)
  if (last?.place === place) return [...stretches.slice(0, -1), { ...last, toMs: to }]
  return [...stretches, { place, fromMs: from, toMs: to }]
}

/** Somebody says where the run is. */
export function choose(clock: Clock, place: Place): Clock {
  if (!hasPart(clock, place)) return clock
  return { ...clock, active: place, isChosen: true, pendingStep: null }
}

/** Somebody edits in a step: two edits there, with none in the active step between them, and the run is there. */
export function followEdit(clock: Clock, step: number): Clock {
  if (!hasPart(clock, step)) return clock
  if (step === clock.active) return clock.pendingStep === null ? clock : { ...clock, pendingStep: null }
  if (step !== clock.pendingStep) return { ...clock, pendingStep: step }
  return { ...clock, active: step, isChosen: false, pendingStep: null }
}

export const hasPart = ({ parts }: Clock, wanted: Place): boolean =>
  parts.some(({ place }) => place === wanted)

/**
 * More time, for the active part and those after it: what was taken from them comes back first, the rest is given to
 * each by what it was planned.
 */
export function lengthen(clock: Clock, ms: number): Clock {
  const taken = (part: Part) => Math.max(0, -changeMs(clock, part))
  const back = Math.min(ms, sumFromActive(clock, taken))
  return withPlanned(withPlanned(clock, back, taken), ms - back, ({ plannedMs }) => plannedMs)
}

/**
 * Less time, for the active part and those after it: what was given to them goes first, the rest is taken from each by
 * what is left of it.
 */
export function shorten(clock: Clock, ms: number): Clock {
  const most = Math.min(ms, mostToTake(clock))
  const given = (part: Part) => Math.min(leftMs(part), Math.max(0, changeMs(clock, part)))
  const back = Math.min(most, sumFromActive(clock, given))
  return withPlanned(withPlanned(clock, -back, given), back - most, leftMs)
}

/** How much more a part has than it was planned at the start; less than 0: how much less. */
function changeMs({ plan }: Clock, { place, plannedMs }: Part): number {
  const planned = plan?.parts.find((part) => part.place === place)
  return planned === undefined ? 0 : plannedMs - Math.round(planned.minutes * MINUTE_MS)
}

function sumFromActive(clock: Clock, of: (part: Part) => number): number {
  return clock.parts.slice(activeIndex(clock)).reduce((sum, part) => sum + of(part), 0)
}

/** What can be taken away without taking what is spent, ms. */
export function mostToTake(clock: Clock): number {
  const left = sumFromActive(clock, leftMs)
  return Math.max(0, Math.min(left, slotMs(clock) - clock.elapsedMs))
}

const leftMs = ({ plannedMs, spentMs }: Part): number => Math.max(0, plannedMs - spentMs)

const activeIndex = ({ parts, active }: Clock): number =>
  Math.max(
    0,
    parts.findIndex(({ place }) => place === active),
  )

/** Rounded along the sum, so that the shares are whole ms and add up. */
function withPlanned(clock: Clock, ms: number, weightOf: (part: Part) => number): Clock {
  const from = activeIndex(clock)
  const weights = clock.parts.map((part, n) => (n < from ? 0 : weightOf(part)))
  const total = weights.reduce((sum, weight) => sum + weight, 0)
  if (total === 0) weights[weights.length - 1] = 1
  let weight = 0
  let given = 0
  const parts = clock.parts.map((part, n) => {
    weight += weights[n] ?? 0
    const share = Math.round((ms * weight) / (total || 1)) - given
    given += share
    return { ...part, plannedMs: part.plannedMs + share }
  })
  return { ...clock, parts }
}
