import { busyCores } from '../../src/domain/estimate/busyCores.ts'
import { accuracy, precision, recall } from '../../src/domain/estimate/confusion.ts'
import { trueRate } from '../../src/domain/estimate/downSampling.ts'
import { embeddingMemory } from '../../src/domain/estimate/embeddingMemory.ts'
import { featureReads } from '../../src/domain/estimate/featureReads.ts'
import type { Answer, Formula } from '../../src/domain/estimate/formula.ts'
import { latencySum, recallBound, reduction } from '../../src/domain/estimate/funnel.ts'
import { headroom } from '../../src/domain/estimate/headroom.ts'
import { hnswMemory } from '../../src/domain/estimate/hnswMemory.ts'
import { pqMemory } from '../../src/domain/estimate/pqMemory.ts'
import { reachedInHops } from '../../src/domain/estimate/reachedInHops.ts'
import { replicas } from '../../src/domain/estimate/replicas.ts'
import { averageRate, peakRate } from '../../src/domain/estimate/requestRate.ts'
import {
  reviewCapacity,
  reviewersNeeded,
  reviewInflow,
  reviewLoad,
} from '../../src/domain/estimate/reviewLoad.ts'
import { sampleSize } from '../../src/domain/estimate/sampleSize.ts'
import { scoringTime } from '../../src/domain/estimate/scoringTime.ts'
import { streamVolume } from '../../src/domain/estimate/streamVolume.ts'
import { positives, trainingRows } from '../../src/domain/estimate/trainingRows.ts'
import type { UnitId } from '../../src/domain/unitTable.ts'

/** The formulas that a brief may reckon with. */
const FORMULAS = {
  accuracy,
  averageRate,
  busyCores,
  embeddingMemory,
  featureReads,
  headroom,
  hnswMemory,
  peakRate,
  positives,
  pqMemory,
  precision,
  reachedInHops,
  recall,
  replicas,
  reviewCapacity,
  reviewInflow,
  reviewLoad,
  reviewersNeeded,
  sampleSize,
  scoringTime,
  streamVolume,
  trainingRows,
  trueRate,
}

type FormulaId = keyof typeof FORMULAS
type InputsOf<F> = F extends Formula<infer Name> ? Readonly<Record<Name, number>> : never

interface Said {
  readonly name: string
  readonly value: number
  readonly unit: UnitId
  /** The figure in a sentence, with what follows from it. */
  readonly said: string
}

/** A number of a brief, with the formula that it comes from, so that it can be reckoned again. */
export type Figure = Said & (FormulaFigure | StagesFigure)

type FormulaFigure = {
  [Id in FormulaId]: { readonly formula: Id; readonly inputs: InputsOf<(typeof FORMULAS)[Id]> }
}[FormulaId]

/** A figure of stages in a row, each named; of a reduction, what goes in and what comes out. */
interface StagesFigure {
  readonly formula: 'latencySum' | 'recallBound' | 'reduction'
  readonly inputs: Readonly<Record<string, number>>
}

/** What the figure's formula makes of its inputs; null where it has no answer. */
export function recompute(figure: Figure): number | null {
  const { formula, inputs } = figure
  const values = Object.values<number>(inputs)
  switch (formula) {
    case 'latencySum':
      return latencySum(values.map((p99) => ({ p99 })))?.value ?? null
    case 'recallBound':
      return recallBound(values.map((share) => ({ recall: share })))?.value ?? null
    case 'reduction':
      return reduction(values[0] ?? null, values[1] ?? null)
    default: {
      const answer = (FORMULAS[formula] as (given: typeof inputs) => Answer)(inputs)
      return 'value' in answer ? answer.value : null
    }
  }
}
