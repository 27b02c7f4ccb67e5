import type { Estimator } from '../estimator.ts'
import { callPath } from './call-path.ts'
import { confusion } from './confusion.ts'
import { downSampling } from './down-sampling.ts'
import { experiment } from './experiment.ts'
import { featureReads } from './feature-reads.ts'
import { humanReview } from './human-review.ts'
import { indexMemory } from './index-memory.ts'
import { narrowing } from './narrowing.ts'
import { recallBound } from './recall-bound.ts'
import { replicas } from './replicas.ts'
import { requestRate } from './request-rate.ts'
import { scoring } from './scoring.ts'
import { streamVolume } from './stream-volume.ts'
import { trainingRows } from './training-rows.ts'

/** Every estimator, in the order that estimates are listed. To add one: its file, and a line here. */
export const estimators: readonly Estimator[] = [
  requestRate,
  callPath,
  replicas,
  narrowing,
  recallBound,
  scoring,
  featureReads,
  indexMemory,
  streamVolume,
  trainingRows,
  downSampling,
  confusion,
  experiment,
  humanReview,
]
