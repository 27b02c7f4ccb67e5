import { formula, notNegative } from './formula.ts'

/** The share of what was called positive that is: tp ÷ (tp + fp). 8 and 2 make 0.8. */
export const precision = formula({ tp: notNegative, fp: notNegative }, ({ tp, fp }) => tp / (tp + fp))

/** The share of the positives that was found: tp ÷ (tp + fn). 8 and 4 make 0.667. */
export const recall = formula({ tp: notNegative, fn: notNegative }, ({ tp, fn }) => tp / (tp + fn))

/** The harmonic mean of precision and recall: 2 tp ÷ (2 tp + fp + fn). 8, 2 and 4 make 0.727. */
export const f1 = formula(
  { tp: notNegative, fp: notNegative, fn: notNegative },
  ({ tp, fp, fn }) => (2 * tp) / (2 * tp + fp + fn),
)

/** The share that was decided rightly: (tp + tn) ÷ all. 8, 2, 4 and 86 make 0.94. */
export const accuracy = formula(
  { tp: notNegative, fp: notNegative, fn: notNegative, tn: notNegative },
  ({ tp, fp, fn, tn }) => (tp + tn) / (tp + fp + fn + tn),
)

/** What the errors cost, in the unit of the two costs: fp × costFp + fn × costFn. 2 × 1 + 4 × 10 = 42. */
export const errorCost = formula(
  { fp: notNegative, fn: notNegative, costFp: notNegative, costFn: notNegative },
  ({ fp, fn, costFp, costFn }) => fp * costFp + fn * costFn,
)
