import fc from 'fast-check'
import { beforeEach, describe, expect, it } from 'vitest'
import { type ServerTime, serverTime } from '../../src/sync/serverTime.ts'

let steady: number
let time: ServerTime
beforeEach(() => {
  steady = 5_000
  time = serverTime(() => steady)
})

describe('the time of the server', () => {
  it('is this computer’s until the server says its own', () => {
    expect(Math.abs(time.now() - Date.now())).toBeLessThan(1_000)
    time.heardOf(1)
    expect(Math.abs(time.now() - Date.now())).toBeLessThan(1_000)
  })

  it('is as late as the least delayed of what was heard, whatever the order', () => {
    const heard = fc.record({
      sentAfter: fc.integer({ min: 0, max: 60_000 }),
      delay: fc.integer({ min: 0, max: 5_000 }),
      isEvent: fc.boolean(),
    })
    fc.assert(
      fc.property(fc.array(heard, { minLength: 1, maxLength: 20 }), (all) => {
        steady = 5_000
        const of = serverTime(() => steady)
        of.begin()
        const arrivals = all.map((one) => ({ ...one, at: one.sentAfter + one.delay }))
        arrivals.sort((a, b) => a.at - b.at)
        for (const [n, { at, sentAfter, isEvent }] of arrivals.entries()) {
          steady = 5_000 + at
          if (n === 0 || !isEvent) of.told(1_000_000 + sentAfter)
          else of.heardOf(1_000_000 + sentAfter)
        }
        const error = 1_000_000 + steady - 5_000 - of.now()
        expect(error).toBe(Math.min(...all.map(({ delay }) => delay)))
      }),
    )
  })

  it('is that of the new connection, though the clock was set back meanwhile', () => {
    time.begin()
    time.told(1_000_000)
    steady += 1_000
    time.begin()
    expect(time.now()).toBe(1_001_000)
    time.heardOf(2_000_000)
    expect(time.now()).toBe(1_001_000)
    time.told(900_000)
    expect(time.now()).toBe(900_000)
  })
})
