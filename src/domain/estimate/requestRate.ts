import { formula, positive } from './formula.ts'

const SECONDS_A_DAY = 86_400

/** How much more comes at the busiest time than on average, where nobody says: 2 to 3, so 3 to be safe. */
export const PEAK_FACTOR = 3

/**
 * Requests a second on average: daily users × requests of each a day ÷ 86,400.
 *
 * 200 M × 3 ÷ 86,400 = 6,944.
 */
export const averageRate = formula(
  { dau: positive, requests_day: positive },
  ({ dau, requests_day }) => (dau * requests_day) / SECONDS_A_DAY,
)

/**
 * Requests a second at the peak: the average × the peak factor.
 *
 * 6,944 × 3 = 20.8 k.
 */
export const peakRate = formula(
  { dau: positive, requests_day: positive, peakFactor: positive },
  ({ dau, requests_day, peakFactor }) => ((dau * requests_day) / SECONDS_A_DAY) * peakFactor,
)
