import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Judged } from '../../../src/domain/drill/clause.ts'
import { readTimes } from '../../../src/domain/drill/readTimes.ts'
import { starsFor } from '../../../src/domain/drill/stars.ts'
import {
  type DrillTimes,
  median,
  medianTime,
  NO_TIMES,
  type Try,
  withTry,
} from '../../../src/domain/drill/times.ts'

const passed = (seconds: number): Try => ({ at: 0, seconds, isPassed: true, stars: 1 })
const missed = (seconds: number): Try => ({ at: 0, seconds, isPassed: false, stars: 0 })
const timesOf = (...tries: Try[]) => tries.reduce(withTry, NO_TIMES)

describe('the times of a drill', () => {
  it('are the best and the middle of what passed, and how often it was tried', () => {
    const times = timesOf(passed(90), missed(12), passed(60), passed(75))
    expect([times.tries, times.best, medianTime(times)]).toEqual([4, 60, 75])
    expect([NO_TIMES.best, medianTime(timesOf(missed(3)))]).toEqual([null, null])
  })

  it('keep the last 50, and the best of all', () => {
    const times = timesOf(passed(10), ...Array.from({ length: 60 }, () => passed(80)))
    expect([times.tries, times.recent.length, times.best, medianTime(times)]).toEqual([61, 50, 10, 80])
  })

  it.each([Number.NaN, -5, Number.POSITIVE_INFINITY])('leave out a try of %d seconds', (seconds) => {
    expect(withTry(timesOf(passed(60)), passed(seconds))).toEqual(timesOf(passed(60)))
  })

  it('come back from what was stored', () => {
    const tried = fc.record({
      at: fc.nat(),
      seconds: fc.double({ min: 0, max: 1e6, noNaN: true }),
      isPassed: fc.boolean(),
      stars: fc.nat({ max: 3 }),
    })
    fc.assert(
      fc.property(fc.array(tried, { maxLength: 60 }), (tries) => {
        const times = tries.reduce<DrillTimes>(withTry, NO_TIMES)
        expect(readTimes(JSON.parse(JSON.stringify(times)))).toEqual(JSON.parse(JSON.stringify(times)))
      }),
    )
  })

  it('are read from nothing else', () => {
    const times = timesOf(passed(60))
    for (const value of [
      null,
      [],
      {},
      { ...times, best: 'quick' },
      { ...times, tries: 0 },
      { ...times, recent: [{ ...passed(60), seconds: null }] },
    ])
      expect(readTimes(value)).toBeNull()
    fc.assert(fc.property(fc.jsonValue(), (value) => void readTimes(value)))
  })
})

it.each([
  [[], null],
  [[3], 3],
  [[9, 1, 2], 2],
  [[4, 1, 2, 3], 2.5],
])('the middle of %j is %d', (values, middle) => expect(median(values)).toBe(middle))

describe('stars', () => {
  const must = (why: string | null): Judged => ({ id: 'm', text: 'M', isBonus: false, why })
  const bonus = (why: string | null): Judged => ({ id: 'b', text: 'B', isBonus: true, why })
  it.each([
    [[must('No.'), bonus(null)], 10, 0],
    [[must(null), bonus('No.')], 90, 1],
    [[must(null), bonus('No.')], 80, 2],
    [[must(null), bonus(null)], 90, 2],
    [[must(null), bonus(null)], 60, 3],
    [[must(null), bonus(null)], 121, 0],
  ] as const)('%j in %d of 120 s: %d', (judged, seconds, stars) => {
    expect(starsFor(judged, seconds, 120)).toBe(stars)
  })
})
