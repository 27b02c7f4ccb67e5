import { formula, positive } from './formula.ts'

/**
 * Rows that ranking reads a second: requests a second × candidates × feature groups, each a row of its own.
 *
 * 20 k × 500 × 1 = 10 M: reason to read in batches, to cache, or to keep item features in the index.
 */
export const featureReads = formula(
  { qps: positive, itemsIn: positive, featureGroups: positive },
  ({ qps, itemsIn, featureGroups }) => qps * itemsIn * featureGroups,
)
