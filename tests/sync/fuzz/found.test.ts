import { expect, it } from 'vitest'
import { runFuzz } from './runFuzz.ts'

/** The runs that have found a fault: once more, as far as they went. */
const FOUND = [
  { seed: 3, steps: 9_000, editors: 5, fault: 'an undo put a frame into one that a friend had put into it' },
]

it.each(FOUND)(
  'no more: $fault (seed $seed)',
  ({ seed, steps, editors }) => {
    const { updates } = runFuzz({ seed, steps, editors })
    expect(updates).toBeGreaterThan(1_000)
  },
  900_000,
)
