import { DIMENSION_IDS, type DimensionId } from '../debrief/rubric.ts'
import type { RunRecord } from './runRecord.ts'

/** The steps of the default framework, by which runs of all frameworks are compared. */
const STEPS = [1, 2, 3, 4, 5, 6, 7] as const

/** What a step had in one run. */
export interface StepTime {
  readonly run: RunRecord
  readonly plannedMs: number
  readonly spentMs: number
}

export interface StepTrend {
  readonly step: number
  /** Oldest first; runs whose framework has no part for the step are left out. */
  readonly times: readonly StepTime[]
}

/** One's own runs, oldest first. */
export function ownRuns(records: Iterable<RunRecord>): readonly RunRecord[] {
  return inOrder(records).filter(({ as }) => as === 'candidate')
}

/** Interviews with somebody else, on whichever side, oldest first. */
export function mocks(records: Iterable<RunRecord>): readonly RunRecord[] {
  return inOrder(records).filter(({ mode }) => mode === 'interview')
}

function inOrder(records: Iterable<RunRecord>): readonly RunRecord[] {
  return [...records].sort((a, b) => a.finishedAt - b.finishedAt || (a.room < b.room ? -1 : 1))
}

/** Whether a run lasted for half of its slot: one that was broken off says nothing of how time is divided. */
export function isMeasured({ elapsedMs, slotMs }: RunRecord): boolean {
  return elapsedMs * 2 >= slotMs && slotMs > 0
}

/** For each step its time in those of the runs that are measured. */
export function stepTrends(runs: readonly RunRecord[]): readonly StepTrend[] {
  const measured = runs.filter(isMeasured)
  return STEPS.map((step) => ({ step, times: measured.flatMap((run) => timeIn(run, step)) }))
}

/** Time of a part that covers several steps counts for each of them in equal shares. */
function timeIn(run: RunRecord, step: number): StepTime[] {
  const parts = run.parts.filter(({ covers }) => covers.includes(step))
  const share = (pick: 'plannedMs' | 'spentMs') =>
    parts.reduce((sum, part) => sum + part[pick] / part.covers.length, 0)
  const plannedMs = share('plannedMs')
  return plannedMs > 0 ? [{ run, plannedMs, spentMs: share('spentMs') }] : []
}

/** Less than half of what was planned. */
export const isStarved = ({ plannedMs, spentMs }: Pick<StepTime, 'plannedMs' | 'spentMs'>): boolean =>
  spentMs * 2 < plannedMs

export interface StarvingStep {
  readonly step: number
  readonly isProtected: boolean
  /** In how many of how many runs. */
  readonly starved: number
  readonly of: number
  readonly last: StepTime
}

/** So many of the last runs are looked at, and so many make a habit. */
export const LAST_RUNS = 5
export const A_HABIT = 2

/** Steps that had less than half of their plan in at least `A_HABIT` of their last runs; protected ones first. */
export function starvingSteps(trends: readonly StepTrend[]): readonly StarvingStep[] {
  return trends.flatMap(({ step, times }) => starving(step, times.slice(-LAST_RUNS))).sort(byNeed)
}

function starving(step: number, times: readonly StepTime[]): StarvingStep[] {
  const starved = times.filter(isStarved).length
  const last = times.at(-1)
  if (!last || starved < A_HABIT) return []
  const isProtected = last.run.parts.some((part) => part.isProtected && part.covers.includes(step))
  return [{ step, isProtected, starved, of: times.length, last }]
}

function byNeed(a: StarvingStep, b: StarvingStep): number {
  return Number(b.isProtected) - Number(a.isProtected) || b.starved - a.starved || a.step - b.step
}

export interface RatingTrend {
  readonly dimension: DimensionId
  /** Oldest first. */
  readonly scores: readonly { readonly run: RunRecord; readonly score: number }[]
}

/** How one rated oneself, by dimension. */
export function ratingTrends(runs: readonly RunRecord[]): readonly RatingTrend[] {
  return DIMENSION_IDS.map((dimension) => ({
    dimension,
    scores: runs.flatMap((run) => {
      const score = run.ratings[dimension]
      return score === undefined ? [] : [{ run, score }]
    }),
  }))
}

/** Those that one has not designed oneself yet, or only begun to. */
export function notDone<Problem extends { readonly id: string }>(
  problems: readonly Problem[],
  records: Iterable<RunRecord>,
): readonly Problem[] {
  const done = new Set(
    ownRuns(records)
      .filter(isMeasured)
      .map(({ problem }) => problem),
  )
  return problems.filter(({ id }) => !done.has(id))
}

/** Those that one has neither designed nor seen somebody design: their briefs are not known yet. */
export function unseen<Problem extends { readonly id: string }>(
  problems: readonly Problem[],
  records: Iterable<RunRecord>,
): readonly Problem[] {
  const seen = new Set([...records].map(({ problem }) => problem))
  return problems.filter(({ id }) => !seen.has(id))
}
