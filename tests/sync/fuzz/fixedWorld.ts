import * as utils from '@tldraw/utils'
import { vi } from 'vitest'
import { chance } from '../chance.ts'

/** tldraw's types leave these out. */
const { mockUniqueId, restoreUniqueId } = utils as unknown as {
  mockUniqueId(make: () => string): void
  restoreUniqueId(): void
}

/** Not `hrtime`, by which a run is measured. */
const FAKED = [
  'Date',
  'performance',
  'setTimeout',
  'clearTimeout',
  'setInterval',
  'clearInterval',
  'requestAnimationFrame',
  'cancelAnimationFrame',
] as const

/**
 * Runs something in a world without chance: ids, `Math.random`, clocks and timers follow from the seed, and
 * time passes only by `vi.advanceTimersByTime`. What is reported as an error while it runs is thrown.
 */
export function inFixedWorld<Result>(seed: number, run: () => Result): Result {
  const random = chance(seed)
  let ids = 0
  vi.useFakeTimers({ now: 0, toFake: [...FAKED] })
  vi.spyOn(Math, 'random').mockImplementation(() => random(2 ** 32) / 2 ** 32)
  mockUniqueId(() => {
    ids += 1
    return `${random(1000)}-${ids}`
  })
  vi.stubGlobal('reportError', (error: unknown) => {
    throw error
  })
  try {
    return run()
  } finally {
    restoreUniqueId()
    vi.unstubAllGlobals()
    vi.restoreAllMocks()
    vi.useRealTimers()
  }
}
