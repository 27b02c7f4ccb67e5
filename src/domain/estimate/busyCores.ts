import { formula, notNegative, positive } from './formula.ts'

/**
 * Cores that scoring keeps busy in the whole fleet: requests a second × items × µs an item. A core-second per
 * second is one busy core.
 *
 * 20 k × 10,000 × 5 µs = 1,000.
 */
export const busyCores = formula(
  { qps: positive, itemsIn: positive, costPerItemUs: notNegative },
  ({ qps, itemsIn, costPerItemUs }) => (qps * itemsIn * costPerItemUs) / 1e6,
)
