import type { DimensionId } from '../debrief/rubric.ts'
import { asStarted, countTo, slotMs } from '../pace/clock.ts'
import type { Place } from '../pace/plan.ts'
import type { Run } from '../pace/run.ts'
import type { Framework } from '../steps.ts'

/** What this browser keeps of a finished run, to show how practice goes. Times are ms; moments since 1970. */
export interface RunRecord {
  readonly room: string
  readonly title: string
  readonly mode: 'free' | 'solo' | 'interview'
  /** Whose run it was: one's own, or one that somebody interviewed or watched. */
  readonly as: 'candidate' | 'interviewer' | 'observer'
  /** The problem and its variant, by id; null for a board without one. */
  readonly problem: string | null
  readonly variant: string | null
  readonly framework: string
  readonly isStrict: boolean
  readonly startedAt: number
  readonly finishedAt: number
  /** As at the start; so are the minutes of the parts. */
  readonly slotMs: number
  readonly elapsedMs: number
  readonly pausedMs: number
  readonly hints: number
  readonly parts: readonly RecordedPart[]
  /** One's own rating of this run, 1 to 4, as far as it was given. */
  readonly ratings: Ratings
  /** When the last rating was given or taken back; null: none was, or an older version kept the record. */
  readonly ratedAt: number | null
}

export type Ratings = Readonly<Partial<Record<DimensionId, number>>>

export interface RecordedPart {
  readonly place: Place
  readonly short: string
  /** The steps of the default framework, 1 to 7, whose work is done here; none for intro and wrap-up. */
  readonly covers: readonly number[]
  readonly isProtected: boolean
  readonly plannedMs: number
  readonly spentMs: number
}

/** What a run's events do not tell. */
export interface RunFacts extends Pick<RunRecord, 'room' | 'title' | 'mode' | 'as'> {
  /** As the room has it: the problem's id, or `id/variant`. */
  readonly chosen: string | null
  /** The one the run was planned by; undefined where this version does not know it. */
  readonly framework: Framework | undefined
  /** The server's time. */
  readonly now: number
}

/** Longer titles are cut, so that a record stays small and can be read. */
const LONGEST_TITLE = 200

/** What to keep of a run; null while it is not finished. */
export function recordOf(run: Run, facts: RunFacts): RunRecord | null {
  const clock = asStarted(countTo(run.clock, facts.now))
  const { plan, startedAt, finishedAt, isStrict, elapsedMs, pausedMs } = clock
  if (plan === null || startedAt === null || finishedAt === null) return null
  const { room, title, mode, as, chosen } = facts
  const [problem, variant] = (chosen ?? '').split('/')
  return {
    room,
    title: title.slice(0, LONGEST_TITLE),
    mode,
    as,
    problem: problem || null,
    variant: variant || null,
    framework: plan.framework,
    isStrict,
    startedAt,
    finishedAt,
    slotMs: slotMs(clock),
    elapsedMs,
    pausedMs,
    hints: run.shown.filter(({ act }) => act.type === 'hint').length,
    parts: clock.parts.map((part) => ({ ...part, covers: coveredBy(facts.framework, part.place) })),
    ratings: ratingsOf(run),
    ratedAt: run.ratedAt,
  }
}

function coveredBy(framework: Framework | undefined, place: Place): readonly number[] {
  return framework?.steps.find(({ number }) => number === place)?.covers ?? []
}

function ratingsOf({ ratings }: Run): Ratings {
  const given: Partial<Record<DimensionId, number>> = {}
  for (const [dimension, { score }] of ratings) if (score !== null) given[dimension] = score
  return given
}
