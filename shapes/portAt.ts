import type { TLShape } from '@tldraw/tlschema'
import { funnelStageAt } from './funnel/ports.ts'
import { FUNNEL, type FunnelShape } from './funnel/schema.ts'
import { towerAt } from './two-tower/ports.ts'
import { TWO_TOWER } from './two-tower/schema.ts'

/**
 * The part of a composite that a link's end names, from its anchor (0 to 1 in each direction): `query` or
 * `item`, or a stage's id. Undefined for other shapes. Only a precise anchor was chosen by somebody; an
 * imprecise one names no part.
 */
export function portAt(
  shape: TLShape,
  anchor: { readonly x: number; readonly y: number },
): string | undefined {
  if (shape.type === FUNNEL) return funnelStageAt((shape as FunnelShape).props, anchor)
  if (shape.type === TWO_TOWER) return towerAt(anchor)
  return undefined
}
