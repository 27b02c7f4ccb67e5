import { inOrder } from '../order.ts'
import { busyCores } from './busyCores.ts'
import { type FunnelStageInput, type Known, stageFigures } from './funnel.ts'
import { scoringTime } from './scoringTime.ts'

interface ScoredStage extends FunnelStageInput {
  /** µs */
  readonly costPerItemUs: number | null
  /** Items that are scored side by side; null: one. */
  readonly lanes: number | null
}

interface StageCost {
  readonly id: string
  /** ms that scoring takes of one request; null while a figure is missing. */
  readonly time: number | null
  /** Cores that it keeps busy at the given load; null likewise. */
  readonly cores: number | null
}

/** What scoring costs in each stage of a funnel, first to last, at so many requests a second. */
export function funnelCost(
  stages: Readonly<Record<string, ScoredStage>>,
  qps: number | null,
): { readonly stages: readonly StageCost[]; readonly cores: Known | null } {
  const figures = stageFigures(stages)
  const costs = inOrder(stages).map(({ id, costPerItemUs, lanes }, n) => {
    const itemsIn = figures[n]?.itemsIn
    return {
      id,
      time: numberIn(scoringTime({ itemsIn, costPerItemUs, lanes: lanes ?? 1 })),
      cores: numberIn(busyCores({ qps, itemsIn, costPerItemUs })),
    }
  })
  const known = costs.map(({ cores }) => cores).filter((cores) => cores !== null)
  const sum = known.reduce((total, cores) => total + cores, 0)
  const isCounted = known.length > 0 && Number.isFinite(sum)
  const missing = costs.length - known.length
  return { stages: costs, cores: isCounted ? { value: Number(sum.toPrecision(12)), missing } : null }
}

function numberIn(answer: ReturnType<typeof busyCores> | ReturnType<typeof scoringTime>): number | null {
  return 'value' in answer ? answer.value : null
}
