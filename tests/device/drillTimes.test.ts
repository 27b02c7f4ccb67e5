import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { medianTime, type Try } from '../../src/domain/drill/times.ts'

const ID = 'draw-the-funnel'
const KEY = `drillboard.drill.${ID}`
const ASIDE = `drillboard.aside.${KEY}`

const passed = (seconds: number): Try => ({ at: 1_000, seconds, isPassed: true, stars: 1 })

/** The module as a page that is loaded now has it. */
async function load() {
  vi.resetModules()
  return import('../../src/device/drillTimes.ts')
}

beforeEach(() => localStorage.clear())
afterEach(() => vi.restoreAllMocks())

describe('the times of drills', () => {
  it('are there after a reload', async () => {
    const before = await load()
    for (const seconds of [90, 60, 75]) expect(before.keepTry(ID, passed(seconds))).toBe(true)
    const after = await load()
    const times = after.timesOf(after.drillTimes.get(), ID)
    expect([times.tries, times.best, medianTime(times)]).toEqual([3, 60, 75])
    expect(after.timesOf(after.drillTimes.get(), 'other').tries).toBe(0)
    expect(after.damagedTimes.get()).toEqual([])
  })

  it.each(['{"tries":', '[]', '{"tries":1,"best":"quick","recent":[]}'])(
    'begin anew where %s is kept, which is set aside',
    async (stored) => {
      localStorage.setItem(KEY, stored)
      const { damagedTimes, drillTimes, keepTry, timesOf } = await load()
      expect(damagedTimes.get()).toEqual([ID])
      expect(timesOf(drillTimes.get(), ID).tries).toBe(0)
      expect(localStorage.getItem(ASIDE)).toBe(stored)
      keepTry(ID, passed(80))
      expect(timesOf(drillTimes.get(), ID).best).toBe(80)
      expect(localStorage.getItem(ASIDE)).toBe(stored)
    },
  )

  it('of another tab are added to, not overwritten', async () => {
    const one = await load()
    const other = await load()
    other.keepTry(ID, passed(50))
    one.keepTry(ID, passed(70))
    const times = one.timesOf(one.drillTimes.get(), ID)
    expect([times.tries, times.best]).toEqual([2, 50])
  })

  it('are counted on in this tab where the storage is full', async () => {
    const { drillTimes, keepTry, timesOf } = await load()
    keepTry(ID, passed(70))
    vi.spyOn(Storage.prototype, 'setItem').mockImplementation(() => {
      throw new DOMException('full', 'QuotaExceededError')
    })
    expect(keepTry(ID, passed(65))).toBe(false)
    expect(keepTry(ID, passed(60))).toBe(false)
    const times = timesOf(drillTimes.get(), ID)
    expect([times.tries, times.best]).toEqual([3, 60])
  })
})
