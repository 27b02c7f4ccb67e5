import type { Editor, TLArrowBinding, TLShape, TLShapeId } from 'tldraw'
import { linkEnds } from './connect.ts'
import type { Side } from './place.ts'

/** A link of a shape, where it leaves or arrives. */
export interface LinkAt {
  readonly link: TLShapeId
  /** The shape at its other end; null where that is loose. */
  readonly other: TLShapeId | null
  readonly side: Side
  /** How far it turns from straight on that side: 0 for straight, the tangent of the angle else. */
  readonly turn: number
}

/** The links of a shape by the side where they were put, or towards which they lead. */
export function linksAt(editor: Editor, shape: TLShape): LinkAt[] {
  const centre = editor.getShapePageBounds(shape)?.center
  if (!centre) return []
  return editor.getBindingsToShape<TLArrowBinding>(shape, 'arrow').flatMap(({ fromId: link, props }) => {
    const { from, to } = linkEnds(editor, link)
    const other = from === shape.id ? to : from
    if (other === shape.id) return []
    const end = other && editor.getShapePageBounds(other)?.center
    const way = end ? { x: end.x - centre.x, y: end.y - centre.y } : null
    const { x, y } = props.normalizedAnchor
    const lies = props.isPrecise ? { x: x - 0.5, y: y - 0.5 } : way
    if (!lies) return []
    const side = sideTowards(lies.x, lies.y)
    return [{ link, other, side, turn: turnFrom(side, way ?? lies) }]
  })
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
