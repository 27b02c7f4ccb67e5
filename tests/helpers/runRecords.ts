import fc from 'fast-check'
import { DIMENSION_IDS } from '../../src/domain/debrief/rubric.ts'
import { MINUTE_MS } from '../../src/domain/pace/clock.ts'
import { planRun } from '../../src/domain/pace/plan.ts'
import { foldRun, type Run } from '../../src/domain/pace/run.ts'
import { type RunFacts, type RunRecord, recordOf } from '../../src/domain/progress/runRecord.ts'
import type { Framework } from '../../src/domain/steps.ts'
import { sevenSteps } from '../../templates/frameworks/seven-steps.ts'

export const DAY_MS = 24 * 60 * MINUTE_MS
/** 1 November 2026, noon UTC. */
export const START = Date.UTC(2026, 10, 1, 12)

export const FACTS: RunFacts = {
  room: 'first',
  title: 'Song recommendation',
  mode: 'solo',
  as: 'candidate',
  chosen: 'song-recommendation',
  framework: sevenSteps,
  now: START + DAY_MS,
}

interface Told {
  /** Minutes for each part of the plan, in its order. */
  readonly minutes: readonly number[]
  readonly framework?: Framework
  readonly startedAt?: number
  /** What else happened, at once after the start. */
  readonly others?: readonly Readonly<Record<string, unknown>>[]
}

/** A run of 45 minutes that spent so many minutes in each of its parts. */
export function finishedRun({ minutes, framework = sevenSteps, startedAt = START, others = [] }: Told): Run {
  const plan = planRun(framework, 45)
  const events: Record<string, unknown>[] = [{ type: 'start', at: startedAt, plan }]
  events.push(...others.map((other) => ({ at: startedAt, ...other })))
  let at = startedAt
  plan.parts.forEach(({ place }, n) => {
    events.push({ type: 'step', step: place, at })
    at += (minutes[n] ?? 0) * MINUTE_MS
  })
  return foldRun([...events, { type: 'finish', at }])
}

/** What is kept of such a run. */
export function recordFor(told: Told, facts: Partial<RunFacts> = {}): RunRecord {
  const record = recordOf(finishedRun(told), { ...FACTS, framework: told.framework ?? sevenSteps, ...facts })
  if (!record) throw new Error('That run is not finished.')
  return record
}

/** Intro, the seven steps, wrap-up: as planned for 45 minutes. */
export const AS_PLANNED = planRun(sevenSteps, 45).parts.map(({ minutes }) => minutes)

const id = fc.stringMatching(/^[a-z0-9][a-z0-9-]{0,12}$/)
const ms = fc.integer({ min: 0, max: 10_800_000 })

/** Any record that can be kept. */
export const anyRecord: fc.Arbitrary<RunRecord> = fc
  .record({
    room: fc.constantFrom('a', 'b', 'c', 'd'),
    title: fc.string({ unit: 'grapheme', maxLength: 40 }),
    mode: fc.constantFrom('free', 'solo', 'interview'),
    as: fc.constantFrom('candidate', 'interviewer', 'observer'),
    problem: fc.option(id),
    variant: fc.option(id),
    framework: id,
    isStrict: fc.boolean(),
    startedAt: fc.integer({ min: START, max: START + 2 }),
    lasted: fc.integer({ min: 0, max: 2 }),
    slotMs: ms,
    elapsedMs: ms,
    pausedMs: ms,
    hints: fc.nat(20),
    parts: fc.uniqueArray(
      fc.record({
        place: fc.oneof(
          fc.constantFrom('intro' as const, 'wrap-up' as const),
          fc.integer({ min: 1, max: 20 }),
        ),
        short: fc.string({ maxLength: 12 }),
        covers: fc.uniqueArray(fc.integer({ min: 1, max: 7 }), { maxLength: 7 }),
        isProtected: fc.boolean(),
        plannedMs: ms,
        spentMs: ms,
      }),
      { selector: ({ place }) => place, maxLength: 9 },
    ),
    ratings: fc.dictionary(fc.constantFrom(...DIMENSION_IDS), fc.integer({ min: 1, max: 4 }), {
      noNullPrototype: true,
    }),
    ratedAt: fc.option(fc.integer({ min: START, max: START + 2 })),
  })
  .map(({ lasted, ...rest }) => ({ ...rest, finishedAt: rest.startedAt + lasted }))
