import { formula, notNegative, positive, roundedUp, share } from './formula.ts'

/**
 * Cases that reach people, a day: items a day × share that the model is unsure of.
 *
 * 50 M × 0.5 % = 250 k.
 */
export const reviewInflow = formula(
  { items_day: positive, bandShare: share },
  ({ items_day, bandShare }) => items_day * bandShare,
)

/** Cases that people decide, a day: reviewers × cases of each. 320 × 800 = 256 k. */
export const reviewCapacity = formula(
  { reviewers: positive, cases_day: positive },
  ({ reviewers, cases_day }) => reviewers * cases_day,
)

/** Cases in ÷ cases decided: above 1 the queue grows without end. 250 k of 256 k is 0.977. */
export const reviewLoad = formula(
  { inflow_day: notNegative, capacity_day: positive },
  ({ inflow_day, capacity_day }) => inflow_day / capacity_day,
)

/** Reviewers that an inflow needs, rounded up. 250 k ÷ 800 = 313. */
export const reviewersNeeded = formula(
  { inflow_day: notNegative, cases_day: positive },
  ({ inflow_day, cases_day }) => roundedUp(inflow_day / cases_day),
)
