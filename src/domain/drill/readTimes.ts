import type { DrillTimes, Try } from './times.ts'

/** The times that a stored value holds; null where it holds none, or something else besides. */
export function readTimes(value: unknown): DrillTimes | null {
  if (!isObject(value)) return null
  const { tries, best, recent } = value
  if (!isCount(tries) || !(best === null || isLength(best)) || !Array.isArray(recent)) return null
  if (!recent.every(isTry) || recent.length > tries) return null
  return { tries, best, recent }
}

function isTry(value: unknown): value is Try {
  if (!isObject(value)) return false
  const { at, seconds, isPassed, stars } = value
  return isLength(at) && isLength(seconds) && typeof isPassed === 'boolean' && isCount(stars)
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null
}

function isCount(value: unknown): value is number {
  return Number.isSafeInteger(value) && Number(value) >= 0
}

function isLength(value: unknown): value is number {
  return typeof value === 'number' && Number.isFinite(value) && value >= 0
}
