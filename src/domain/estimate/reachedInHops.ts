import { formula, positive } from './formula.ts'

/**
 * Nodes at the end of all walks of a length, before duplicates: neighbours of each to the power of the hops.
 *
 * A thousand friends with a thousand each: 1 M friends of friends.
 */
export const reachedInHops = formula(
  { degree: positive, hops: positive },
  ({ degree, hops }) => degree ** hops,
)
