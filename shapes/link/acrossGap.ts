import { Box, type Editor, type TLArrowBinding, type TLArrowShape } from 'tldraw'
import type { Point } from './line.ts'

/** So far apart, sideways, that a link and its head have room between two shapes, px. */
export const LEAST_GAP_PX = 40
/** From a shape to where its link turns at the earliest, px. */
const TURN_PX = 24
/** A link that leads back keeps so far from the middle of a side where others come or go the usual way, px. */
const ASIDE_PX = 20

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
  const [down, up] = isRight ? [0, 0] : asides(editor, link, { start, end }, { from, to })
  const [first, last] = [
    { x, y: from.midY + down },
    { x: endX, y: to.midY + up },
  ]
  if (Math.abs(last.y - first.y) < 0.01) return [first, last]
  const least = Math.min(TURN_PX, gap / 2)
  const along = least + link.props.elbowMidPoint * (gap - 2 * least)
  const turn = isRight ? x + along : x - along
  return [first, { x: turn, y: first.y }, { x: turn, y: last.y }, last]
}

/**
 * How far from the middle the ends of a link that leads back, to the left, dock: there it would run over links
 * that lead on, and be read as a part of them.
 */
function asides(
  editor: Editor,
  link: TLArrowShape,
  { start, end }: Ends,
  { from, to }: { readonly from: Box; readonly to: Box },
): [start: number, end: number] {
  const isLeavingAside = meetsOthers(editor, link, start, end)
  const isArrivingAside = meetsOthers(editor, link, end, start)
  if (!isLeavingAside && !isArrivingAside) return [0, 0]
  const [leaving, arriving] = [from, to].map(({ h }) => Math.min(ASIDE_PX, h / 3)) as [number, number]
  const rise = to.midY - from.midY
  // Nearly level, both ends go aside alike, or the line would have a kink.
  if (Math.abs(rise) <= leaving + arriving) {
    const lower = Math.max(from.midY, to.midY) + Math.min(leaving, arriving)
    return [lower - from.midY, lower - to.midY]
  }
  const way = Math.sign(rise)
  return [isLeavingAside ? way * leaving : 0, isArrivingAside ? -way * arriving : 0]
}

/** Whether another link docks where this one does and leads the other way, to or from another shape. */
function meetsOthers(editor: Editor, link: TLArrowShape, own: TLArrowBinding, far: TLArrowBinding): boolean {
  const box = editor.getShapePageBounds(own.toId)
  return editor.getBindingsToShape<TLArrowBinding>(own.toId, 'arrow').some(({ fromId, props }) => {
    if (fromId === link.id || props.terminal === own.props.terminal || props.isPrecise) return false
    const other = editor
      .getBindingsFromShape<TLArrowBinding>(fromId, 'arrow')
      .find((binding) => binding.props.terminal !== props.terminal)
    if (!other || other.toId === far.toId) return false
    const there = editor.getShapePageBounds(other.toId)
    if (!box || !there) return false
    const gap = props.terminal === 'end' ? box.minX - there.maxX : there.minX - box.maxX
    return gap >= LEAST_GAP_PX
  })
}

/** The bounds of the shape at an end, in the link's coordinates. */
function boxOf(editor: Editor, link: TLArrowShape, { toId }: TLArrowBinding): Box | null {
  const bounds = editor.getShapePageBounds(toId)
  return bounds
    ? Box.FromPoints(bounds.corners.map((corner) => editor.getPointInShapeSpace(link, corner)))
    : null
}
