import { formula, notNegative, positive } from './formula.ts'

/**
 * Time to score the items of one request, ms: items × µs an item ÷ lanes that score side by side.
 *
 * 10,000 × 20 µs = 200 ms on one lane, 25 ms on 8; 500 × 100 µs = 50 ms.
 */
export const scoringTime = formula(
  { itemsIn: positive, costPerItemUs: notNegative, lanes: positive },
  ({ itemsIn, costPerItemUs, lanes }) => (itemsIn * costPerItemUs) / lanes / 1e3,
)
