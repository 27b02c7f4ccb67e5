import type { Editor, TLArrowBinding, TLArrowShape } from 'tldraw'
import { along, direction, distance, type Point } from './line.ts'

/** How far a tip may be moved to reach an outline: a little more than the gap tldraw leaves for its own heads. */
const REACH_PX = 48
/** Higher than the text below any figure. */
const TEXT_REACH_PX = 400
/** From the text below a figure to the line's first turn, and from a turn to a tip. */
const TURN_PX = 12

interface Docking {
  readonly link: TLArrowShape
  readonly line: readonly Point[]
  readonly start: TLArrowBinding | undefined
  readonly end: TLArrowBinding | undefined
}

/**
 * The line with each bound tip moved, along its own direction, onto the outline it is bound to. Where text
 * stands before that outline, as below a figure, it ends at the text, and turns no sooner than there.
 */
export function dock(editor: Editor, { link, line, start, end }: Docking): Point[] {
  const points = [...line]
  const [first, second] = points
  const [last, beforeLast] = [points.at(-1), points.at(-2)]
  if (!first || !second || !last || !beforeLast) return points
  if (end) points[points.length - 1] = onOutline(editor, link, end, { tip: last, from: beforeLast })
  if (start) points[0] = onOutline(editor, link, start, { tip: first, from: second })
  if (link.props.kind !== 'elbow') return points
  const fromStart = beforeText(editor, link, start, points)
  return beforeText(editor, link, end, fromStart.reverse()).reverse()
}

/** The line, of right angles, that leaves its first point clear of the text that stands there. */
function beforeText(
  editor: Editor,
  link: TLArrowShape,
  binding: TLArrowBinding | undefined,
  points: Point[],
): Point[] {
  const [tip, turn, next] = points
  if (!binding || binding.props.isExact || !tip || !turn) return points
  const way = direction(tip, turn)
  const hits = hitsOf(editor, link, binding, [tip, along(tip, way, TEXT_REACH_PX)])
  const text = Math.max(0, ...hits)
  const isLongEnough = distance(tip, turn) >= text + TURN_PX
  if (text < 1 || (!next && !isLongEnough)) return points
  return [along(tip, way, text), ...(isLongEnough ? points.slice(1) : turnLater(points, text + TURN_PX))]
}

/** All but the first point of a line, its first turn so far from there: the stretch after it moves along. */
function turnLater(points: readonly Point[], far: number): Point[] {
  const [tip, turn, next, after, ...others] = points
  if (!tip || !turn || !next) return points.slice(1)
  const way = direction(tip, turn)
  const by = far - distance(tip, turn)
  if (!after) {
    const middle = { x: (turn.x + next.x) / 2, y: (turn.y + next.y) / 2 }
    return [along(turn, way, by), along(middle, way, by), middle, next]
  }
  const ahead = (after.x - next.x) * way.x + (after.y - next.y) * way.y
  const most = ahead > 0 ? Math.min(by, Math.max(by - TURN_PX, ahead - TURN_PX)) : by
  return [along(turn, way, most), along(next, way, most), after, ...others]
}

interface Tip {
  readonly tip: Point
  /** The point before it. */
  readonly from: Point
}

function onOutline(editor: Editor, link: TLArrowShape, binding: TLArrowBinding, { tip, from }: Tip): Point {
  if (binding.props.isExact) return tip
  const way = direction(from, tip)
  const ends = [along(tip, way, -Math.min(REACH_PX, distance(from, tip))), along(tip, way, REACH_PX)] as const
  const hits = hitsOf(editor, link, binding, ends)
  return hits.length === 0 ? tip : along(ends[0], way, Math.min(...hits))
}

/** How far along a stretch, in the link's coordinates, the shape that the binding leads to is hit. */
function hitsOf(
  editor: Editor,
  link: TLArrowShape,
  { toId }: TLArrowBinding,
  ends: readonly [Point, Point],
): number[] {
  const target = editor.getShape(toId)
  if (!target) return []
  const toPage = editor.getShapePageTransform(link)
  const toTarget = editor.getShapePageTransform(target).clone().invert()
  const [from, to] = [
    toTarget.applyToPoint(toPage.applyToPoint(ends[0])),
    toTarget.applyToPoint(toPage.applyToPoint(ends[1])),
  ]
  const hits = editor.getShapeGeometry(target).intersectLineSegment(from, to)
  return hits.map((hit) => distance(from, hit))
}
