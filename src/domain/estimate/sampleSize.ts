import { formula, positive, type Range, roundedUp } from './formula.ts'

const betweenNoneAndAll: Range = (value) => value > 0 && value < 1

/**
 * People in each arm of an A/B test, to see an absolute change δ of a rate p with 80 % power at the 5 %
 * level: about 16 × p × (1 − p) ÷ δ².
 *
 * p = 5 %, δ = 0.1 percentage points (0.001): 760,000 users.
 * Source: Lehr (1992); van Belle, "Statistical Rules of Thumb".
 */
export const sampleSize = formula(
  { baseRate: betweenNoneAndAll, effect: positive },
  ({ baseRate: p, effect }) => (effect < 1 ? roundedUp((16 * p * (1 - p)) / effect ** 2) : Number.NaN),
)

/**
 * Days until every arm has its people: arms × people of each ÷ people who come into the test a day. An arm
 * that gets more than its share of them does not make it shorter.
 *
 * 2 × 760,000 ÷ 200,000 a day = 8 days.
 */
export const experimentDays = formula(
  { arms: positive, perArm: positive, users_day: positive },
  ({ arms, perArm, users_day }) => roundedUp((arms * perArm) / users_day),
)
