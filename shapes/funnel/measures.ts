import { drawnLength } from '../shared/bounds.ts'
import { HEAD_PX } from '../shared/panel/layout.ts'
import type { FunnelProps } from './schema.ts'

export const MARGIN = 16
export const STAGES_TOP = HEAD_PX + 46
export const GAP = 7
/** Between the last stage and the foot. */
export const FOOT_GAP = 30
/** From the right edge to the columns of figures. */
export const RECALL_COLUMN = 107
export const P99_COLUMN = 16

const MIN_WIDTH = 520

export function panelWidth({ w }: FunnelProps): number {
  return Math.max(drawnLength(w), MIN_WIDTH)
}
