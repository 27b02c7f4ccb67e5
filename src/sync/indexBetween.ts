import type { IndexKey } from '@tldraw/utils'
import { generateKeyBetween, generateNKeysBetween } from 'fractional-indexing'

/**
 * An index key above `below` and, if there is room, under `above`: the same on every computer, which
 * tldraw's own `getIndexBetween` is not (it adds chance).
 */
export function indexBetween(below: IndexKey, above: IndexKey | null): IndexKey {
  const fits = (key: string | null): key is IndexKey =>
    key !== null && key > below && (above === null || key < above)
  const [between, longer] = [tryBetween(below, above), `${below}V`]
  if (fits(between)) return between
  return (fits(longer) ? longer : (tryBetween(below, null) ?? longer)) as IndexKey
}

/** tldraw's keys may end in zeros, which this package refuses. */
function tryBetween(below: string, above: string | null): string | null {
  try {
    return generateKeyBetween(below, above)
  } catch {
    return null
  }
}

/**
 * As many keys, rising, above `below` and, if there is room, under `above`: the same on every computer, and
 * short however many they are.
 */
export function indicesBetween(below: IndexKey, above: IndexKey | null, count: number): IndexKey[] {
  if (count === 0) return []
  const first = indexBetween(below, above)
  if (count === 1) return [first]
  const isOpen = above === null || first >= above || tryBetween(first, above) === null
  const [lower, upper] = [tryBetween(below, null) === null ? first : below, isOpen ? null : above]
  const others = generateNKeysBetween(lower, upper, lower === first ? count - 1 : count) as IndexKey[]
  return lower === first ? [first, ...others] : others
}
