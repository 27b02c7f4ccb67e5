import type { Box, Editor, TLArrowBinding, TLShape, TLShapeId } from 'tldraw'
import { LEAST_GAP_PX } from '../../shapes/link/acrossGap.ts'
import { linkEnds } from './connect.ts'
import type { Side } from './place.ts'

/** A link of a shape, where it leaves or arrives. */
export interface LinkAt {
  readonly link: TLShapeId
  /** The shape at its other end; null where that is loose. */
  readonly other: TLShapeId | null
  readonly side: Side
  /** Where its other end lies. */
  readonly towards: Side
  /** How far it turns from straight towards there: 0 for straight, the tangent of the angle else. */
  readonly turn: number
}

/** The links of a shape by the side where they were put, or towards which they lead. */
export function linksAt(editor: Editor, shape: TLShape): LinkAt[] {
  const own = editor.getShapePageBounds(shape)
  if (!own) return []
  return editor.getBindingsToShape<TLArrowBinding>(shape, 'arrow').flatMap((binding) => {
    const { from, to } = linkEnds(editor, binding.fromId)
    const other = from === shape.id ? to : from
    if (other === shape.id) return []
    const end = (other && editor.getShapePageBounds(other)) ?? null
    const lies = lieOf(binding, own, end)
    return lies ? [{ link: binding.fromId, other, ...lies }] : []
  })
}

function lieOf({ props }: TLArrowBinding, own: Box, end: Box | null): Omit<LinkAt, 'link' | 'other'> | null {
  const { x, y } = props.normalizedAnchor
  const put = props.isPrecise ? sideTowards(x - 0.5, y - 0.5) : null
  if (!end) return put && { side: put, towards: put, turn: 0 }
  const way = { x: end.midX - own.midX, y: end.midY - own.midY }
  const towards = sideTowards(way.x, way.y)
  return { side: put ?? apart(own, end) ?? towards, towards, turn: turnFrom(towards, way) }
}

/** The side of a box that another one stands at, with room for a link between them; null: below or above. */
function apart(own: Box, other: Box): Side | null {
  if (other.minX - own.maxX >= LEAST_GAP_PX) return 'right'
  return own.minX - other.maxX >= LEAST_GAP_PX ? 'left' : null
}

function sideTowards(dx: number, dy: number): Side {
  if (Math.abs(dx) >= Math.abs(dy)) return dx >= 0 ? 'right' : 'left'
  return dy >= 0 ? 'down' : 'up'
}

function turnFrom(side: Side, { x, y }: { readonly x: number; readonly y: number }): number {
  const [ahead, aside] = side === 'right' || side === 'left' ? [x, y] : [y, x]
  const on = side === 'right' || side === 'down' ? ahead : -ahead
  return on > 0 ? Math.abs(aside) / on : Number.POSITIVE_INFINITY
}
