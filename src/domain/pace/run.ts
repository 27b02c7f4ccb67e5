import type { DimensionId } from '../debrief/rubric.ts'
import {
  type Clock,
  choose,
  countTo,
  followEdit,
  lengthen,
  MINUTE_MS,
  STOPPED,
  shorten,
  startClock,
} from './clock.ts'
import type { Place } from './plan.ts'
import { type LoggedAct, type RunAct, type RunActType, readLogged } from './runAct.ts'

/** A run as its events tell it. */
export interface Run {
  readonly clock: Clock
  /** One curve-ball of the problem is to come late in the slot. */
  readonly wantsCurveBall: boolean
  /** Prompts of the checklist that are done. */
  readonly ticked: ReadonlySet<string>
  /** Hints, reveals and nudges, in order. */
  readonly shown: readonly Shown[]
  /** What was noted in each part; null: before the start. */
  readonly notes: ReadonlyMap<Place | null, string>
  /** How the candidate rated the run, by dimension. */
  readonly ratings: ReadonlyMap<DimensionId, Rating>
  /** Server time of the last of them, ms since 1970; null: none was given. */
  readonly ratedAt: number | null
  /** The ids of the events that are in it. */
  readonly ids: ReadonlySet<string>
}

interface Rating {
  /** 1 to 4; null: not yet. */
  readonly score: number | null
  readonly evidence: string
}

interface Shown {
  readonly act: Extract<RunAct, { type: 'hint' | 'reveal' | 'nudge' }>
  /** Server time, ms since 1970. */
  readonly at: number
  readonly elapsedMs: number
  readonly place: Place | null
}

export const NO_RUN: Run = {
  clock: STOPPED,
  wantsCurveBall: false,
  ticked: new Set(),
  shown: [],
  notes: new Map(),
  ratings: new Map(),
  ratedAt: null,
  ids: new Set(),
}

/**
 * What a run is after these events, in the server's order; `run`: what it was after those before them.
 *
 * One that has no meaning, comes at the wrong time or was counted already changes nothing. Where the server's clock
 * was set back, time stands until it has caught up.
 */
export function foldRun(events: Iterable<unknown>, run: Run = NO_RUN): Run {
  const ids = new Set(run.ids)
  let next: Run = run
  for (const event of events) {
    const act = readLogged(event)
    if (act === null || (act.id !== undefined && ids.has(act.id))) continue
    if (act.id !== undefined) ids.add(act.id)
    next = fold(next, act)
  }
  return { ...next, ids }
}

/** What is said after a run's end still counts: it is about the run, and takes none of its time. */
const AFTERWARDS: ReadonlySet<RunActType> = new Set(['note', 'rate', 'reveal'])

function fold(run: Run, act: LoggedAct): Run {
  const counted = { ...run, clock: countTo(run.clock, act.at) }
  if (counted.clock.finishedAt !== null && !AFTERWARDS.has(act.type)) return counted
  switch (act.type) {
    case 'start': {
      const clock = turn(counted.clock, act)
      const isBegun = clock !== counted.clock
      return isBegun ? { ...counted, clock, wantsCurveBall: act.curveBall ?? false } : counted
    }
    case 'checklist':
      return { ...counted, ticked: tick(run.ticked, act.prompt, act.done ?? true) }
    case 'note':
      return { ...counted, notes: noted(counted, act) }
    case 'rate':
      return { ...counted, ratings: rated(run.ratings, act), ratedAt: Math.max(run.ratedAt ?? 0, act.at) }
    case 'hint':
    case 'reveal':
    case 'nudge': {
      const { elapsedMs, active } = counted.clock
      const { at, id: _, plan: __, ...shown } = act
      return { ...counted, shown: [...run.shown, { act: shown, at, elapsedMs, place: active }] }
    }
    default:
      return { ...counted, clock: turn(counted.clock, act) }
  }
}

type ClockAct = Exclude<LoggedAct, { type: 'checklist' | 'note' | 'rate' | 'hint' | 'reveal' | 'nudge' }>

function turn(clock: Clock, act: ClockAct): Clock {
  if (act.type === 'start') {
    if (clock.startedAt !== null || !act.plan) return clock
    return startClock(act.plan, act.at, act.strict ?? false)
  }
  if (clock.startedAt === null || clock.finishedAt !== null) return clock
  switch (act.type) {
    case 'pause':
      return clock.isStrict ? clock : { ...clock, isPaused: true }
    case 'resume':
      return { ...clock, isPaused: false }
    case 'extend':
      return lengthen(clock, act.minutes * MINUTE_MS)
    case 'shorten':
      return shorten(clock, act.minutes * MINUTE_MS)
    case 'step':
      return choose(clock, act.step)
    case 'edit':
      return followEdit(clock, act.step)
    case 'finish':
      return { ...clock, finishedAt: clock.countedTo }
  }
}

function tick(ticked: ReadonlySet<string>, prompt: string, isDone: boolean): ReadonlySet<string> {
  const next = new Set(ticked)
  if (isDone) next.add(prompt)
  else next.delete(prompt)
  return next
}

function noted({ clock, notes }: Run, { step, text }: Extract<RunAct, { type: 'note' }>) {
  return new Map(notes).set(step ?? clock.active, text ?? '')
}

function rated(ratings: Run['ratings'], { dimension, score, evidence }: Extract<RunAct, { type: 'rate' }>) {
  return new Map(ratings).set(dimension, { score: score ?? null, evidence: evidence ?? '' })
}
