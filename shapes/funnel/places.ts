import type { WithId } from '../../src/domain/order.ts'
import type { PanelText } from '../shared/panel/layout.ts'
import type { FunnelStage } from './schema.ts'

/** One trapezoid and where its texts go. */
export interface PlacedStage {
  readonly stage: WithId<FunnelStage>
  readonly top: number
  readonly bottom: number
  readonly middle: number
  /** x of the axis. */
  readonly axis: number
  /** Half widths of the upper and lower edge. */
  readonly upper: number
  readonly lower: number
  readonly name: PanelText
  readonly model: PanelText
  readonly cut: PanelText
  readonly goal: PanelText
  readonly recall: PanelText
  readonly p99: PanelText
  readonly cost: PanelText
  readonly lanes: PanelText
  /** How long scoring takes; empty while that is not known. */
  readonly scoring: PanelText
  /** Under the stage: what does not match. Null where the funnel narrows. */
  readonly fault: PanelText | null
}

/** The number at a stage's edge, and of whose stage it is a property. */
export interface PlacedCount {
  readonly path: string
  readonly label: string
  readonly value: number | null
  readonly text: PanelText
  /** Where its dotted line ends; null: it has none. */
  readonly edge: number | null
}
