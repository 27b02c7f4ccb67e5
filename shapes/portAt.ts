import type { TLArrowBinding, TLShape } from '@tldraw/tlschema'
import { funnelStageAt } from './funnel/ports.ts'
import { FUNNEL, type FunnelShape } from './funnel/schema.ts'
import { isTowerPart, towerAt, towerPartAt } from './two-tower/ports.ts'
import { TWO_TOWER, type TwoTowerShape } from './two-tower/schema.ts'

const COMPOSITES: readonly string[] = [FUNNEL, TWO_TOWER]

interface Anchor {
  readonly x: number
  readonly y: number
}

/**
 * The part of a composite that stands at an anchor (0 to 1 in each direction) as it is drawn now: `query`, `item`
 * or `index`, or a stage's id. Undefined for other shapes. Only a precise anchor was chosen by somebody; an
 * imprecise one names no part.
 */
export function portAt(shape: TLShape, anchor: Anchor): string | undefined {
  const type: string = shape.type
  if (type === FUNNEL) return funnelStageAt((shape as unknown as FunnelShape).props, anchor)
  if (type === TWO_TOWER) return towerPartAt((shape as unknown as TwoTowerShape).props, anchor)
  return undefined
}

/**
 * The part that a link's end names. It is kept in the binding since it was docked, so that another view or stages
 * in another order do not make it name another part; a part that is gone leaves the whole. A binding that keeps
 * none is older, or a template's: its anchor tells.
 */
export function portOf(shape: TLShape, { props, meta }: TLArrowBinding): string | undefined {
  if (!props.isPrecise) return undefined
  const kept = meta.port
  if (typeof kept === 'string') return hasPort(shape, kept) ? kept : undefined
  return (shape.type as string) === TWO_TOWER
    ? towerAt(props.normalizedAnchor)
    : portAt(shape, props.normalizedAnchor)
}

/** What a link's end keeps of where it is docked: a part, or that it is none; undefined for what has no parts. */
export function portToKeep(shape: TLShape, anchor: Anchor): string | undefined {
  return COMPOSITES.includes(shape.type) ? (portAt(shape, anchor) ?? '') : undefined
}

function hasPort(shape: TLShape, port: string): boolean {
  const type: string = shape.type
  if (type === FUNNEL) return Object.hasOwn((shape as unknown as FunnelShape).props.stages, port)
  return type === TWO_TOWER && isTowerPart(port)
}
