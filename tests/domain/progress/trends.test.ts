import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { MINUTE_MS } from '../../../src/domain/pace/clock.ts'
import { headlineOf } from '../../../src/domain/progress/headline.ts'
import type { RunRecord } from '../../../src/domain/progress/runRecord.ts'
import {
  mocks,
  notDone,
  ownRuns,
  ratingTrends,
  starvingSteps,
  stepTrends,
  unseen,
} from '../../../src/domain/progress/trends.ts'
import { exponent } from '../../../templates/frameworks/exponent.ts'
import { problems } from '../../../templates/problems/index.ts'
import { AS_PLANNED, anyRecord, DAY_MS, recordFor, START } from '../../helpers/runRecords.ts'

const nameOf = (step: number) => `no. ${step}`

/** Runs day after day, each with so many minutes in step 6 and step 5 in place of what was planned. */
function days(...minutes: readonly (readonly [monitor: number, evaluate?: number])[]): RunRecord[] {
  return minutes.map(([monitor, evaluate = AS_PLANNED[5]], n) =>
    recordFor(
      { minutes: AS_PLANNED.with(6, monitor).with(5, evaluate ?? 0), startedAt: START + n * DAY_MS },
      { room: `r${n}`, now: START + 99 * DAY_MS },
    ),
  )
}

const starved = (runs: readonly RunRecord[]) => starvingSteps(stepTrends(runs))

describe('steps that run short', () => {
  it('had less than half of their plan in two of the last five runs', () => {
    const [monitor] = starved(days([4], [1], [4], [1.5]))
    expect(monitor).toMatchObject({ step: 6, isProtected: true, starved: 2, of: 4 })
    expect(monitor?.last.spentMs).toBe(1.5 * MINUTE_MS)
  })

  it('are none for one bad run, for exactly half, or for what is five runs ago', () => {
    expect(starved(days([1], [4]))).toEqual([])
    expect(starved(days([2], [2]))).toEqual([])
    expect(starved(days([1], [1], [4], [4], [4], [4], [4]))).toEqual([])
  })

  it('come with the protected ones first, though others were shorter more often', () => {
    const runs = days([1, 1], [1, 1], [4, 1])
    expect(starved(runs).map(({ step }) => step)).toEqual([6, 5])
  })

  it('are not found in runs that were broken off', () => {
    const short = [1, 2].map((n) => recordFor({ minutes: [2, 3] }, { room: `s${n}` }))
    expect(starved(short)).toEqual([])
    expect(headlineOf(short, [], nameOf)).toEqual({
      title: '2 runs so far.',
      below: 'After two that last for half of their slot, steps that run short are named here.',
    })
  })

  it('are the headline', () => {
    const runs = days([1], [1])
    expect(headlineOf(runs, starved(runs), nameOf)).toEqual({
      title: 'Step 6, no. 6, gets less than half of its minutes.',
      below: 'It did in 2 of the last 2 runs, though its minutes are protected.',
    })
    expect(headlineOf(days([4], [4]), [], nameOf).below).toBe(
      'No step got less than half of its minutes twice in the last 2.',
    )
  })
})

describe('time per step', () => {
  it('is of all frameworks, by the steps that their parts cover', () => {
    const run = recordFor({ minutes: [5, 5, 5, 5, 5, 5, 5, 5, 5], framework: exponent })
    const trends = stepTrends([run])
    expect(trends.map(({ step }) => step)).toEqual([1, 2, 3, 4, 5, 6, 7])
    expect(trends.every(({ times }) => times.length === 1)).toBe(true)
  })

  it('adds up to the time of the parts that cover any step', () => {
    fc.assert(
      fc.property(fc.array(anyRecord, { maxLength: 5 }), (records) => {
        const trends = stepTrends(records)
        for (const run of new Set(trends.flatMap(({ times }) => times.map((time) => time.run)))) {
          const times = trends.flatMap((trend) => trend.times.filter((time) => time.run === run))
          const parts = run.parts.filter(({ covers, plannedMs }) => covers.length > 0 && plannedMs > 0)
          const planned = parts.reduce((sum, { plannedMs }) => sum + plannedMs, 0)
          expect(times.reduce((sum, { plannedMs }) => sum + plannedMs, 0)).toBeCloseTo(planned, 3)
        }
      }),
    )
  })
})

describe('runs', () => {
  const own = recordFor({ minutes: AS_PLANNED }, { room: 'own', chosen: 'payment-fraud' })
  const mock = recordFor(
    { minutes: AS_PLANNED, startedAt: START - DAY_MS },
    { room: 'mock', mode: 'interview', as: 'candidate', chosen: 'visual-search/cheaper' },
  )
  const asked = recordFor(
    { minutes: AS_PLANNED },
    { room: 'asked', mode: 'interview', as: 'interviewer', chosen: 'delivery-time' },
  )

  it('of one’s own come oldest first, and mocks are those with somebody else', () => {
    expect(ownRuns([own, asked, mock])).toEqual([mock, own])
    expect(mocks([own, asked, mock]).map(({ room }) => room)).toEqual(['mock', 'asked'])
  })

  it('leave the problems that were not designed, and those that were not even seen', () => {
    const ids = (some: readonly { readonly id: string }[]) => some.map(({ id }) => id)
    const left = ids(notDone(problems, [own, mock, asked]))
    expect(left).toHaveLength(problems.length - 2)
    expect(left).toContain('delivery-time')
    expect(ids(unseen(problems, [own, mock, asked]))).toEqual(left.filter((id) => id !== 'delivery-time'))
  })

  it('have a trend of the ratings that were given', () => {
    const first = { ...own, ratings: { data: 2 } }
    const second = { ...mock, ratings: { data: 3, framing: 1 } }
    const scores = ratingTrends([first, second]).map(({ dimension, scores: given }) => [
      dimension,
      given.map(({ score }) => score),
    ])
    expect(Object.fromEntries(scores)).toMatchObject({ data: [2, 3], framing: [1], scoping: [] })
  })
})
