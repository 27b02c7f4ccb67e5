import { formula, notNegative, positive } from './formula.ts'

const MS_OF_AN_HOUR = 3.6e6

/**
 * Cores that computing all item vectors anew keeps busy, if it is spread over the time between two fillings of
 * the index: items × ms of the item tower ÷ hours.
 *
 * 100 M × 8 ms ÷ 6 h = 37. Source: work over time; Uber's cost view of two-tower models has the same three terms.
 */
export const embeddingCores = formula(
  { items: positive, towerMs: notNegative, refresh_h: positive },
  ({ items, towerMs, refresh_h }) => (items * towerMs) / (refresh_h * MS_OF_AN_HOUR),
)
