import { drawnText } from '../shared/bounds.ts'
import { LINK_FONT, measureText, wrapText } from '../shared/text.ts'
import { along, direction, type Point, pointAt, type Segment, segments } from './line.ts'
import type { LinkMeta } from './schema.ts'

export const SEQ_RADIUS = 8.5

const ABOVE_PX = 6
const SEQ_ROOM_PX = 26
/** Between the number's circle and the label, px. */
const SEQ_CLEAR_PX = 4
const BESIDE_PX = 9
const WIDEST_PX = 200
const NARROWEST_PX = 72
/** tldraw's own default: nobody has moved the label. */
const UNMOVED = 0.5
/** No elbow has so many. */
const CURVE_SEGMENTS = 8
const SHORT_PX = 30
const UPRIGHT_PX = 44

export interface LinkLabel {
  readonly lines: readonly string[]
  /** Around the lines; without lines, a place for the first. */
  readonly box: { readonly x: number; readonly y: number; readonly w: number; readonly h: number }
  readonly align: 'start' | 'middle'
  /** Centre of the order number's circle. */
  readonly seq: Point | null
}

/** What stands beside a link's line. */
export function labelText(text: string, { optional }: LinkMeta): string {
  const label = drawnText(text).trim()
  if (!optional) return label
  return label === '' ? 'optional' : `${label} (optional)`
}

/**
 * Where a link's label and order number go: above a level stretch, right of an upright one, on a slanting
 * one. A label that nobody moved takes the stretch with the most room.
 */
export function linkLabel(
  points: readonly Point[],
  text: string,
  { position, seq }: { position: number; seq: number | undefined },
): LinkLabel | null {
  const seqRoom = seq === undefined ? 0 : SEQ_ROOM_PX
  const width = text === '' ? 0 : measureText(text, LINK_FONT)
  const place = position === UNMOVED ? roomiest(points, width + seqRoom) : pointAt(points, position)
  if (!place) return null
  const { segment } = place
  const lie = lieOf(segment)
  const room = roomAt(points, segment, seqRoom)
  const lines =
    text === '' ? [] : wrapText(text, Math.min(WIDEST_PX, Math.max(NARROWEST_PX, room)), LINK_FONT)
  const w = Math.max(8, ...lines.map((line) => measureText(line, LINK_FONT)))
  const h = Math.max(1, lines.length) * LINK_FONT.lineHeight
  const circle = seq === undefined ? null : seqPlace(place, lie, lines.length === 0 ? 0 : w)
  const push = circle && lines.length > 0 ? pushBy(circle, place.point, lie, w) : 0
  return {
    lines,
    box: { ...corner(place, lie, { w, h, push }), w, h },
    align: lie === 'upright' ? 'start' : 'middle',
    seq: circle,
  }
}

/** How wide it may be: over a level stretch as that is long, right of an upright one as far as the line goes on. */
function roomAt(points: readonly Point[], segment: Segment, seqRoom: number): number {
  if (points.length > CURVE_SEGMENTS) return WIDEST_PX
  const lie = lieOf(segment)
  if (lie === 'level') return segment.length - 20 - seqRoom
  const next = segments(points).find(({ from }) => from.x === segment.to.x && from.y === segment.to.y)
  const goesRight = lie === 'upright' && next && lieOf(next) === 'level' && next.to.x > next.from.x
  return goesRight ? next.length - BESIDE_PX - BESIDE_PX : WIDEST_PX
}

/** How far a number pushes a label of that width off the line: on a short stretch it reaches under the label. */
function pushBy(circle: Point, middle: Point, lie: Lie, w: number): number {
  if (lie === 'upright') return SEQ_RADIUS
  const isUnder = Math.abs(circle.x - middle.x) < w / 2 + SEQ_RADIUS + SEQ_CLEAR_PX
  return lie === 'level' && isUnder ? SEQ_RADIUS + SEQ_CLEAR_PX - ABOVE_PX : 0
}

interface Placed {
  readonly point: Point
  readonly segment: Segment
}

type Lie = 'level' | 'upright' | 'slanting'

function lieOf({ from, to }: Segment): Lie {
  const [dx, dy] = [Math.abs(to.x - from.x), Math.abs(to.y - from.y)]
  if (dy <= dx * 0.2) return 'level'
  return dx <= dy * 0.2 ? 'upright' : 'slanting'
}

interface Size {
  readonly w: number
  readonly h: number
  /** How far an order number on the line pushes the label away. */
  readonly push: number
}

function corner({ point: { x, y }, segment }: Placed, lie: Lie, { w, h, push }: Size): Point {
  if (lie === 'upright') return { x: x + BESIDE_PX + push, y: y - h / 2 }
  if (lie === 'slanting') return { x: x - w / 2, y: y - h / 2 }
  const { x: dx, y: dy } = direction(segment.from, segment.to)
  const rise = (Math.abs(dy / dx) * w) / 2
  return { x: x - w / 2, y: y - ABOVE_PX - rise - push - h + 2 }
}

/**
 * Where a label that nobody moved goes: over the last level stretch that is long enough, since first
 * stretches are often shared with other links; else beside the longest upright one, else on the longest. On
 * a curve, which has many short stretches, in the middle.
 */
function roomiest(points: readonly Point[], width: number) {
  const parts = segments(points)
  if (parts.length > CURVE_SEGMENTS) return pointAt(points, 0.5)
  const byLength = [...parts].sort((a, b) => b.length - a.length)
  const segment =
    parts.findLast((part) => lieOf(part) === 'level' && part.length >= width) ??
    byLength.find((part) => lieOf(part) === 'upright' && part.length >= UPRIGHT_PX) ??
    byLength[0]
  if (!segment) return null
  return { point: along(segment.from, direction(segment.from, segment.to), segment.length / 2), segment }
}

/** On the line, before the label, but not over its ends. */
function seqPlace({ point, segment }: Placed, lie: Lie, w: number): Point {
  const way = direction(segment.from, segment.to)
  const before = lie === 'upright' || w === 0 ? 0 : w / 2 + SEQ_RADIUS + 5
  if (segment.length < SHORT_PX) return along(point, way, -before)
  const done = Math.hypot(point.x - segment.from.x, point.y - segment.from.y)
  const at = Math.min(Math.max(done - before, SEQ_RADIUS + 4), segment.length - 2 * SEQ_RADIUS)
  return along(segment.from, way, at)
}
