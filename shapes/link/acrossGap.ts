import { Box, type Editor, type TLArrowBinding, type TLArrowShape } from 'tldraw'
import type { Point } from './line.ts'

/** So far apart, sideways, that a link and its head have room between two shapes, px. */
export const LEAST_GAP_PX = 40
/** From a shape to where its link turns at the earliest, px. */
const TURN_PX = 24

interface Ends {
  readonly start: TLArrowBinding
  readonly end: TLArrowBinding
}

/**
 * A line of right angles between two shapes that stand apart sideways: out at one's side, in at the other's,
 * and up or down in the gap between them, since designs read from left to right. tldraw would go over or under
 * what stands in between where the other shape is farther up or down than sideways. Null: there is no such gap.
 */
export function acrossGap(editor: Editor, link: TLArrowShape, { start, end }: Ends): Point[] | null {
  const [from, to] = [boxOf(editor, link, start), boxOf(editor, link, end)]
  if (!from || !to) return null
  const isRight = to.midX > from.midX
  const [x, endX] = isRight ? [from.maxX, to.minX] : [from.minX, to.maxX]
  const gap = isRight ? endX - x : x - endX
  if (gap < LEAST_GAP_PX) return null
  const [first, last] = [
    { x, y: from.midY },
    { x: endX, y: to.midY },
  ]
  if (Math.abs(last.y - first.y) < 0.01) return [first, last]
  const least = Math.min(TURN_PX, gap / 2)
  const along = least + link.props.elbowMidPoint * (gap - 2 * least)
  const turn = isRight ? x + along : x - along
  return [first, { x: turn, y: first.y }, { x: turn, y: last.y }, last]
}

/** The bounds of the shape at an end, in the link's coordinates. */
function boxOf(editor: Editor, link: TLArrowShape, { toId }: TLArrowBinding): Box | null {
  const bounds = editor.getShapePageBounds(toId)
  return bounds
    ? Box.FromPoints(bounds.corners.map((corner) => editor.getPointInShapeSpace(link, corner)))
    : null
}
