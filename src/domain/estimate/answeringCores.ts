import { formula, notNegative, positive } from './formula.ts'

/**
 * Cores that answering with a two-tower model keeps busy: requests a second × (ms of the query tower + ms of the
 * search), at one core a call. As p99s stand for the usual time, it errs on the safe side.
 *
 * 20 k/s × (8 + 15 ms) = 460. Source: Little's law, as for replicas.
 */
export const answeringCores = formula(
  { qps: positive, towerMs: notNegative, searchMs: notNegative },
  ({ qps, towerMs, searchMs }) => (qps * (towerMs + searchMs)) / 1e3,
)
