import {
  Arc2d,
  type Editor,
  getArrowInfo,
  type TLArrowBinding,
  type TLArrowInfo,
  type TLArrowShape,
  Vec,
} from 'tldraw'
import { acrossGap } from './acrossGap.ts'
import { dock } from './dock.ts'
import { laneOf } from './lanes.ts'
import { moveSideways, type Point, withoutKink, withoutRepeats } from './line.ts'

/** Room for a label of one line between two. */
const LANE_PX = 24
const LOOP_PX = 28
const KINK_PX = 20

/**
 * Where a link runs, from outline to outline, in its own coordinates. Links that would cover each other run
 * side by side; a link from a shape to itself is a loop at its corner. Null while it has no length.
 */
export function linkRoute(editor: Editor, link: TLArrowShape): Point[] | null {
  const info = getArrowInfo(editor, link)
  if (!info) return null
  const { start, end } = info.bindings
  const lane = start && end ? laneOf(editor, link, { start, end }) : 0
  const isLoop = start !== undefined && start.toId === end?.toId
  const line = isLoop ? loop(editor, link, start, lane) : besides(editor, link, info, lane)
  if (!line || line.length < 2) return null
  const points = withoutRepeats(dock(editor, { link, line, start, end }))
  return points.length < 2 ? null : points
}

function besides(editor: Editor, link: TLArrowShape, info: TLArrowInfo, lane: number): Point[] | null {
  if (!info.isValid) return null
  const line = bodyOf(editor, link, info)
  return lane === 0 || info.type === 'arc' ? line : moveSideways(line, lane * LANE_PX)
}

function bodyOf(editor: Editor, link: TLArrowShape, info: TLArrowInfo): Point[] {
  if (info.type === 'straight') return [Vec.From(info.start.point), Vec.From(info.end.point)]
  if (info.type === 'elbow') {
    const { points, skipPointsWhenDrawing } = info.route
    const route = withoutRepeats(points.filter((point) => !skipPointsWhenDrawing.has(point)))
    const { start, end } = info.bindings
    const isLoose = start?.props.isPrecise === false && end?.props.isPrecise === false
    if (!isLoose) return route
    return withoutKink(acrossGap(editor, link, { start, end }) ?? route, KINK_PX)
  }
  return new Arc2d({
    center: Vec.Cast(info.handleArc.center),
    start: Vec.Cast(info.start.point),
    end: Vec.Cast(info.end.point),
    sweepFlag: info.bodyArc.sweepFlag,
    largeArcFlag: info.bodyArc.largeArcFlag,
  }).vertices
}

/** Out at the right, over the top right corner and in from above; a further loop runs around the first. */
function loop(editor: Editor, link: TLArrowShape, { toId }: TLArrowBinding, lane: number): Point[] | null {
  const box = editor.getShapePageBounds(toId)
  if (!box) return null
  const reach = LOOP_PX + Math.abs(lane) * LANE_PX
  const inward = Math.min(0.3 + Math.abs(lane) * 0.1, 0.5)
  const page = [
    { x: box.maxX - 1, y: box.minY + box.h * inward },
    { x: box.maxX + reach, y: box.minY + box.h * inward },
    { x: box.maxX + reach, y: box.minY - reach },
    { x: box.maxX - box.w * inward, y: box.minY - reach },
    { x: box.maxX - box.w * inward, y: box.minY + 1 },
  ]
  return page.map((point) => editor.getPointInShapeSpace(link, point))
}
