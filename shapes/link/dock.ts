import type { Editor, TLArrowBinding, TLArrowShape } from 'tldraw'
import { along, direction, distance, type Point } from './line.ts'

/** How far a tip may be moved to reach an outline: a little more than the gap tldraw leaves for its own heads. */
const REACH_PX = 48

interface Docking {
  readonly link: TLArrowShape
  readonly line: readonly Point[]
  readonly start: TLArrowBinding | undefined
  readonly end: TLArrowBinding | undefined
}

/** The line with each bound tip moved, along its own direction, onto the outline it is bound to. */
export function dock(editor: Editor, { link, line, start, end }: Docking): Point[] {
  const points = [...line]
  const [first, second] = points
  const [last, beforeLast] = [points.at(-1), points.at(-2)]
  if (!first || !second || !last || !beforeLast) return points
  if (end) points[points.length - 1] = onOutline(editor, link, end, { tip: last, from: beforeLast })
  if (start) points[0] = onOutline(editor, link, start, { tip: first, from: second })
  return points
}

interface Tip {
  readonly tip: Point
  /** The point before it. */
  readonly from: Point
}

function onOutline(editor: Editor, link: TLArrowShape, binding: TLArrowBinding, { tip, from }: Tip): Point {
  const target = editor.getShape(binding.toId)
  if (!target || binding.props.isExact) return tip
  const way = direction(from, tip)
  const ends = [along(tip, way, -Math.min(REACH_PX, distance(from, tip))), along(tip, way, REACH_PX)] as const
  const toPage = editor.getShapePageTransform(link)
  const toTarget = editor.getShapePageTransform(target).clone().invert()
  const inTarget = (point: Point) => toTarget.applyToPoint(toPage.applyToPoint(point))
  const [outside, inside] = [inTarget(ends[0]), inTarget(ends[1])]
  const hits = editor.getShapeGeometry(target).intersectLineSegment(outside, inside)
  const nearest = hits.map((hit) => distance(outside, hit)).sort((a, b) => a - b)[0]
  return nearest === undefined ? tip : along(ends[0], way, nearest)
}
