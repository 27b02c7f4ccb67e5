import { formula, part, share } from './formula.ts'

/**
 * The true probability, where a model learned from all positives and a part of the negatives:
 * p ÷ (p + (1 − p) ÷ w), w the share of negatives that was kept.
 *
 * p = 0.1 with w = 0.1 is 0.011 in truth.
 * Source: He et al. (2014), "Practical Lessons from Predicting Clicks on Ads at Facebook".
 */
export const trueRate = formula(
  { positiveRate: share, negativesKept: part },
  ({ positiveRate: p, negativesKept: w }) => p / (p + (1 - p) / w),
)

/**
 * The share of positives that is left to learn from, where a part of the negatives was thrown away:
 * p ÷ (p + (1 − p) × w). The reverse of `trueRate`.
 *
 * p = 0.01 with w = 0.1 is 0.0917.
 */
export const sampledRate = formula(
  { positiveRate: share, negativesKept: part },
  ({ positiveRate: p, negativesKept: w }) => p / (p + (1 - p) * w),
)
