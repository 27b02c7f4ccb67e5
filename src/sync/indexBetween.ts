import type { IndexKey } from '@tldraw/utils'
import { generateKeyBetween } from 'fractional-indexing'

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
