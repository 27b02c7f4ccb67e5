import { formula, part, positive, share } from './formula.ts'

/**
 * Rows of a training set: impressions a day × days × share that is kept.
 *
 * 4 k requests a second are about 333 M a day: 10 B in 30 days, all kept.
 */
export const trainingRows = formula(
  { impressions_day: positive, days: positive, sampleRate: part },
  ({ impressions_day, days, sampleRate }) => impressions_day * days * sampleRate,
)

/**
 * Positive rows: rows × share of positives.
 *
 * 10 B × 1 % = 100 M clicks.
 */
export const positives = formula(
  { rows: positive, positiveRate: share },
  ({ rows, positiveRate }) => rows * positiveRate,
)
