import { formula, notNegative, positive } from './formula.ts'

/**
 * What is left of the latency target, as a share of it: (sla − latency) ÷ sla, both ms. Negative where the
 * calls take longer than the target.
 *
 * 123 of 200 ms leave 38.5 %.
 */
export const headroom = formula(
  { sla: positive, latency: notNegative },
  ({ sla, latency }) => (sla - latency) / sla,
)
