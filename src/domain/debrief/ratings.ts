import type { Run } from '../pace/run.ts'
import { DIMENSIONS, type Dimension, SCORE_NAMES } from './rubric.ts'

/** How somebody rated a run on one dimension. */
export interface RatedDimension {
  readonly dimension: Dimension
  /** 1 to 4; null: not yet. */
  readonly score: number | null
  readonly evidence: string
}

/** All dimensions, in the order of the rubric. */
export function ratedDimensions(ratings: Run['ratings']): RatedDimension[] {
  return DIMENSIONS.map((dimension) => {
    const { score, evidence } = ratings.get(dimension.id) ?? { score: null, evidence: '' }
    return { dimension, score, evidence: evidence.trim() }
  })
}

/** Without one of these nothing that follows can be right. */
const MUST_STAND: ReadonlySet<string> = new Set(['framing', 'data'])
const LEAN_NO = 2

/**
 * What the scores come to by their weights, as the name of a score; null while one is missing. It is a suggestion: a
 * 1 in framing or in data keeps it at “lean no”.
 */
export function suggestedScore(rated: readonly RatedDimension[]): string | null {
  let sum = 0
  let weights = 0
  let most: number = SCORE_NAMES.length
  for (const { dimension, score } of rated) {
    if (score === null) return null
    sum += score * dimension.weight
    weights += dimension.weight
    if (score === 1 && MUST_STAND.has(dimension.id)) most = LEAN_NO
  }
  return weights === 0 ? null : (SCORE_NAMES[Math.min(most, Math.round(sum / weights)) - 1] ?? null)
}
