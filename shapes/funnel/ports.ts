import { funnelStages } from './layout.ts'
import type { FunnelProps } from './schema.ts'

/** The id of the stage at that height, 0 to 1 from the top; above the first and below the last, the nearest. */
export function funnelStageAt(props: FunnelProps, { y }: { readonly y: number }): string | undefined {
  const { h, stages } = funnelStages(props)
  const at = y * h
  return (stages.find(({ bottom }) => at <= bottom) ?? stages.at(-1))?.stage.id
}

/** The middle of that stage, 0 to 1 from the top; null where there is no such stage. */
export function stageMiddle(props: FunnelProps, id: string): number | null {
  const { h, stages } = funnelStages(props)
  const placed = stages.find(({ stage }) => stage.id === id)
  return placed ? placed.middle / h : null
}
