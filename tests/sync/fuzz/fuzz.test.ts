import { expect, it } from 'vitest'
import { runFuzz } from './runFuzz.ts'

it.each([1, 2, 3])(
  'brings five people to the same board, whatever each did (seed %i)',
  (seed) => {
    const { updates, counts } = runFuzz({ seed, steps: 400, editors: 5 })
    expect(updates).toBeGreaterThan(100)
    expect(Object.keys(counts).length).toBeGreaterThan(25)
  },
  60_000,
)

it('runs the same way again for the same seed', () => {
  const [first, again, other] = [7, 7, 8].map((seed) => runFuzz({ seed, steps: 200, editors: 3 }))
  expect(again).toEqual(first)
  expect(other?.digest).not.toBe(first?.digest)
}, 60_000)
