/** What a funnel's stages come to. Inputs are plain data; what is not known yet is null. */
import { inOrder } from '../order.ts'

export interface FunnelStageInput {
  /** Fractional index: stages follow each other in its order. */
  readonly order: string
  /** Items that come in; null: what the stage before passes on. */
  readonly itemsIn: number | null
  readonly itemsOut: number | null
  /** 0 to 1: share of the good items that survive the stage. */
  readonly recall: number | null
  /** ms */
  readonly p99: number | null
}

export interface StageFigures {
  readonly id: string
  readonly itemsIn: number | null
  readonly itemsOut: number | null
  /** itemsIn ÷ itemsOut: 10,000 where 100 M come in and 10 k go out. */
  readonly reduction: number | null
  /** Share of the items that the stage drops: 0.9999 in the same example. */
  readonly cut: number | null
}

/** What every stage of a funnel takes in, lets through and drops, first to last. */
export function stageFigures(stages: Readonly<Record<string, FunnelStageInput>>): StageFigures[] {
  let passedOn: number | null = null
  return inOrder(stages).map(({ id, itemsIn, itemsOut }) => {
    const entering = itemsIn ?? passedOn
    passedOn = itemsOut
    return {
      id,
      itemsIn: entering,
      itemsOut,
      reduction: reduction(entering, itemsOut),
      cut: cutShare(entering, itemsOut),
    }
  })
}

/**
 * How many times fewer items go out than came in: 100 M → 10 k is 10,000.
 * Null while a count is missing; below 1 where a stage adds items.
 */
export function reduction(itemsIn: number | null, itemsOut: number | null): number | null {
  if (itemsIn === null || itemsOut === null || itemsIn <= 0 || itemsOut <= 0) return null
  const times = itemsIn / itemsOut
  return Number.isFinite(times) ? times : null
}

/** The share of the items that is dropped, 0 to 1: 10 k → 100 drops 0.99. Negative where a stage adds items. */
export function cutShare(itemsIn: number | null, itemsOut: number | null): number | null {
  if (itemsIn === null || itemsOut === null || itemsIn <= 0 || itemsOut <= 0) return null
  return 1 - itemsOut / itemsIn
}

export interface Known {
  readonly value: number
  /** Stages that say nothing; the true figure is then only bounded by `value`. */
  readonly missing: number
}

/**
 * The most that the whole funnel can still find: the product of the stages' recalls. 0.95 × 0.9 = 0.855:
 * a ranker can never bring back what retrieval lost. Null where no stage names its recall.
 */
export function recallBound(stages: readonly { readonly recall: number | null }[]): Known | null {
  return combine(
    stages.map(({ recall }) => recall),
    (a, b) => a * b,
  )
}

/**
 * The sum of the stages' p99, ms: 23 + 70 + 10 = 103. Stages run one after the other; the p99 of the whole
 * is at most about this, since the slowest percents rarely coincide. Null where no stage names one.
 */
export function latencySum(stages: readonly { readonly p99: number | null }[]): Known | null {
  return combine(
    stages.map(({ p99 }) => p99),
    (a, b) => a + b,
  )
}

function combine(values: readonly (number | null)[], join: (a: number, b: number) => number): Known | null {
  const known = values.filter((value) => value !== null)
  if (known.length === 0) return null
  return { value: Number(known.reduce(join).toPrecision(12)), missing: values.length - known.length }
}
