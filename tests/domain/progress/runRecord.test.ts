import { describe, expect, it } from 'vitest'
import { MINUTE_MS } from '../../../src/domain/pace/clock.ts'
import { planRun } from '../../../src/domain/pace/plan.ts'
import { foldRun } from '../../../src/domain/pace/run.ts'
import { readRecord } from '../../../src/domain/progress/readRecord.ts'
import { recordOf } from '../../../src/domain/progress/runRecord.ts'
import { isMeasured } from '../../../src/domain/progress/trends.ts'
import { exponent } from '../../../templates/frameworks/exponent.ts'
import { sevenSteps } from '../../../templates/frameworks/seven-steps.ts'
import { AS_PLANNED, FACTS, finishedRun, recordFor, START } from '../../helpers/runRecords.ts'

describe('what is kept of a run', () => {
  it('is nothing while it is not finished', () => {
    const start = { type: 'start', at: START, plan: planRun(sevenSteps, 45) }
    expect(recordOf(foldRun([]), FACTS)).toBeNull()
    expect(recordOf(foldRun([start]), { ...FACTS, now: START + 50 * MINUTE_MS })).toBeNull()
  })

  it('is there for a run that nobody finished and that ended by itself', () => {
    const start = { type: 'start', at: START, plan: planRun(sevenSteps, 45) }
    const record = recordOf(foldRun([start]), { ...FACTS, now: START + 300 * MINUTE_MS })
    expect(record?.elapsedMs).toBe(105 * MINUTE_MS)
    expect(record?.finishedAt).toBe(START + 105 * MINUTE_MS)
  })

  it('has the minutes of each part, the hints, the ratings and the variant', () => {
    const others = [
      { type: 'hint', hint: 1 },
      { type: 'reveal', item: 'curve' },
      { type: 'rate', dimension: 'data', score: 3, evidence: 'Named the leak.' },
      { type: 'rate', dimension: 'framing', evidence: 'Not sure yet.' },
    ]
    const record = recordFor(
      { minutes: [1, 2, 3, 4, 5, 6, 7, 8, 9], others },
      { chosen: 'song-recommendation/on-the-device' },
    )
    expect(record.parts.map(({ place, spentMs }) => [place, spentMs / MINUTE_MS])).toEqual([
      ['intro', 1],
      [1, 2],
      [2, 3],
      [3, 4],
      [4, 5],
      [5, 6],
      [6, 7],
      [7, 8],
      ['wrap-up', 9],
    ])
    expect(record).toMatchObject({
      problem: 'song-recommendation',
      variant: 'on-the-device',
      framework: 'seven-steps',
      hints: 1,
      ratings: { data: 3 },
      slotMs: 45 * MINUTE_MS,
      elapsedMs: 45 * MINUTE_MS,
    })
    expect(record.ratings).toEqual({ data: 3 })
    expect(record.ratedAt).toBe(START)
    expect(record.parts.map(({ covers }) => covers)).toEqual([[], [1], [2], [3], [4], [5], [6], [7], []])
  })

  it('has the plan of the start, whatever was taken from it while it ran', () => {
    const others = Array.from({ length: 8 }, () => ({ type: 'shorten', minutes: 5 }))
    const record = recordFor({ minutes: [1, 5], others })
    expect(record).toMatchObject({ slotMs: 45 * MINUTE_MS, elapsedMs: 6 * MINUTE_MS })
    expect(record.parts.map(({ plannedMs }) => plannedMs / MINUTE_MS)).toEqual(AS_PLANNED)
    expect(isMeasured(record)).toBe(false)
  })

  it('knows which steps the parts of another framework cover', () => {
    const { parts } = recordFor({ minutes: [], framework: exponent })
    expect(new Set(parts.flatMap(({ covers }) => covers))).toEqual(new Set([1, 2, 3, 4, 5, 6, 7]))
  })

  it('covers nothing where the framework is not known any more', () => {
    const record = recordFor({ minutes: AS_PLANNED }, { framework: undefined })
    expect(record.parts.every(({ covers }) => covers.length === 0)).toBe(true)
  })

  it('can be read again, also with the longest title', () => {
    const record = recordOf(finishedRun({ minutes: AS_PLANNED }), {
      ...FACTS,
      title: 'x'.repeat(5_000),
      chosen: null,
    })
    expect(readRecord(JSON.parse(JSON.stringify(record)), 'it')).toEqual(record)
  })
})
