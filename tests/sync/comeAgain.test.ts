import { afterEach, expect, it, vi } from 'vitest'
import { comeAgain, comesAgainByItself } from '../../src/sync/comeAgain.ts'

afterEach(() => vi.useRealTimers())

/** The seconds at which a server that never has a place is asked within ten minutes. */
function askedAt(chance: number): number[] {
  vi.useFakeTimers({ now: 0 })
  const asked: number[] = []
  const again = comeAgain(
    {
      connect() {
        asked.push(Date.now() / 1000)
        again.later()
      },
    },
    () => chance,
  )
  again.later()
  vi.advanceTimersByTime(600_000)
  again.stop()
  return asked
}

it('asks a server that has no place ever more seldom, at most every half minute', () => {
  expect(askedAt(0).slice(0, 6)).toEqual([2, 6, 14, 30, 60, 90])
  expect(askedAt(0).length).toBeLessThanOrEqual(24)
})

it('does not ask in step with others who wait', () => {
  expect(askedAt(0.8)).not.toEqual(askedAt(0.2))
})

it('asks at once when told to, and once for it', () => {
  vi.useFakeTimers()
  const connect = vi.fn()
  const again = comeAgain({ connect }, () => 0)
  again.later()
  again.now()
  vi.advanceTimersByTime(60_000)
  expect(connect).toHaveBeenCalledTimes(1)
})

it.each([
  [1006, true],
  [1012, true],
  [4400, false],
  [4409, false],
  [4499, false],
  [4500, true],
  [4529, false],
])('after %i y-websocket connects again by itself: %s', (code, expected) => {
  expect(comesAgainByItself({ code })).toBe(expected)
})
