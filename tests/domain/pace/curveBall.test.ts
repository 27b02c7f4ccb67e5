import fc from 'fast-check'
import { expect, it } from 'vitest'
import { dealtCurveBalls, dueCurveBall } from '../../../src/domain/pace/curveBall.ts'
import { planRun } from '../../../src/domain/pace/plan.ts'
import { foldRun } from '../../../src/domain/pace/run.ts'
import { sevenSteps } from '../../../templates/frameworks/seven-steps.ts'

const BEGIN = 1_000_000
const MINUTE = 60_000
const start = (curveBall?: boolean) => ({
  type: 'start',
  at: BEGIN,
  plan: planRun(sevenSteps, 45),
  ...(curveBall === undefined ? {} : { curveBall }),
})
const at = (minutes: number) => BEGIN + minutes * MINUTE

it('comes once, at 70 to 80 % of the slot, the same one for the same room', () => {
  fc.assert(
    fc.property(fc.string({ minLength: 1 }), fc.integer({ min: 1, max: 5 }), (room, count) => {
      const run = foldRun([start(true)])
      expect(dueCurveBall(run, room, count, at(45 * 0.7) - 1)).toBe(null)
      const item = dueCurveBall(run, room, count, at(45 * 0.8))
      expect(dueCurveBall(run, room, count, at(44))).toBe(item)
      const dealt = foldRun([{ type: 'reveal', item, at: at(40) }], run)
      const [number] = dealtCurveBalls(dealt)
      expect(number).toBeGreaterThanOrEqual(1)
      expect(number).toBeLessThanOrEqual(count)
      expect(dueCurveBall(dealt, room, count, at(41))).toBe(null)
    }),
  )
})

it('comes at other times, and another one, in other rooms', () => {
  const run = foldRun([start(true)])
  const rooms = Array.from({ length: 200 }, (_, n) => `room-${n}`)
  const items = new Set(rooms.map((room) => dueCurveBall(run, room, 3, at(40))))
  expect([...items].sort()).toEqual(['curve-ball-1', 'curve-ball-2', 'curve-ball-3'])
  const early = rooms.filter((room) => dueCurveBall(run, room, 3, at(45 * 0.75)) !== null)
  expect(early.length).toBeGreaterThan(50)
  expect(early.length).toBeLessThan(150)
})

it.each([
  ['nobody wants one', foldRun([start()]), 3],
  ['the brief has none', foldRun([start(true)]), 0],
  ['the clock stands', foldRun([start(true), { type: 'pause', at: at(44) }]), 3],
  ['the run is over', foldRun([start(true), { type: 'finish', at: at(44) }]), 3],
])('does not come where %s', (_, run, count) => {
  expect(dueCurveBall(run, 'room', count, at(44.5))).toBe(null)
})

it('is not wanted because somebody starts a second time', () => {
  expect(foldRun([start(), { ...start(true), at: at(1) }]).wantsCurveBall).toBe(false)
})
