import type { Design } from '../design.ts'
import { callPaths } from './callPath.ts'
import { callRates } from './callRates.ts'
import { readCalls } from './calls.ts'
import type { Estimate, Surveyed } from './estimator.ts'
import { estimators } from './estimators/index.ts'

/** Everything that can be reckoned from a design, and what is missing where it cannot. */
export function estimate(design: Design): Estimate[] {
  const surveyed = survey(design)
  return estimators.flatMap((estimator) => estimator.estimate(surveyed))
}

export function survey(design: Design): Surveyed {
  const calls = readCalls(design)
  return { design, paths: callPaths(design, calls), rates: callRates(calls) }
}
