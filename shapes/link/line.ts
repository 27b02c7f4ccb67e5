/** A link's line as plain points, in the link's own coordinates, px. */

export interface Point {
  readonly x: number
  readonly y: number
}

export function distance(a: Point, b: Point): number {
  return Math.hypot(b.x - a.x, b.y - a.y)
}

/** The unit vector from a to b; to the right where they are one point. */
export function direction(a: Point, b: Point): Point {
  const length = distance(a, b)
  return length === 0 ? { x: 1, y: 0 } : { x: (b.x - a.x) / length, y: (b.y - a.y) / length }
}

export function along(from: Point, way: Point, length: number): Point {
  return { x: from.x + way.x * length, y: from.y + way.y * length }
}

/** Points without those that repeat the one before. */
export function withoutRepeats(points: readonly Point[]): Point[] {
  return points.filter((point, i) => {
    const before = points[i - 1]
    return before === undefined || distance(before, point) > 0.01
  })
}

export interface Segment {
  readonly from: Point
  readonly to: Point
  readonly length: number
}

export function segments(points: readonly Point[]): Segment[] {
  return points.slice(1).map((to, i) => {
    const from = points[i] ?? to
    return { from, to, length: distance(from, to) }
  })
}

/** Where the line is after that share of its length, and on which segment. */
export function pointAt(points: readonly Point[], share: number): { point: Point; segment: Segment } | null {
  const parts = segments(points)
  let left = Math.min(1, Math.max(0, share)) * parts.reduce((sum, { length }) => sum + length, 0)
  for (const [i, segment] of parts.entries()) {
    if (left <= segment.length || i === parts.length - 1) {
      return { point: along(segment.from, direction(segment.from, segment.to), left), segment }
    }
    left -= segment.length
  }
  return null
}

/**
 * The line moved sideways by `offset`, to its right as it is drawn; corners stay corners. Meant for lines of
 * right angles, and for a single segment.
 */
export function moveSideways(points: readonly Point[], offset: number): Point[] {
  const normals = segments(points).map(({ from, to }) => {
    const way = direction(from, to)
    return { x: -way.y * offset, y: way.x * offset }
  })
  return points.map(({ x, y }, i) => {
    const before = normals[i - 1]
    const after = normals[i]
    const isStraight = before && after && Math.abs(before.x - after.x) + Math.abs(before.y - after.y) < 0.01
    const moves = isStraight ? [after] : [before, after]
    return moves.reduce<Point>((at, move) => ({ x: at.x + (move?.x ?? 0), y: at.y + (move?.y ?? 0) }), {
      x,
      y,
    })
  })
}

/**
 * A line of three stretches whose middle one is shorter than `most`, as one straight stretch between the two:
 * shapes that nearly stand in a row are joined without a kink.
 */
export function withoutKink(points: readonly Point[], most: number): Point[] {
  const [a, b, c, d] = points
  if (points.length !== 4 || !a || !b || !c || !d || distance(b, c) > most) return [...points]
  const isLevel = Math.abs(a.y - b.y) < 0.01
  const [x, y] = [(b.x + c.x) / 2, (b.y + c.y) / 2]
  return isLevel
    ? [
        { x: a.x, y },
        { x: d.x, y },
      ]
    : [
        { x, y: a.y },
        { x, y: d.y },
      ]
}

const CORNER_PX = 8

/** The line as SVG path data with round corners, ended `startGap` and `endGap` px early for its heads. */
export function pathData(points: readonly Point[], startGap = 0, endGap = 0): string {
  const trimmed = trimEnd(trimEnd([...points].reverse(), startGap).reverse(), endGap)
  const [first, ...others] = trimmed
  if (!first) return ''
  let d = `M${short(first)}`
  others.forEach((point, i) => {
    const before = trimmed[i] ?? first
    const after = others[i + 1]
    if (!after) {
      d += `L${short(point)}`
      return
    }
    const r = Math.min(CORNER_PX, distance(before, point) / 2, distance(point, after) / 2)
    const enter = along(point, direction(point, before), r)
    const leave = along(point, direction(point, after), r)
    d += `L${short(enter)}Q${short(point)} ${short(leave)}`
  })
  return d
}

function trimEnd(points: Point[], gap: number): Point[] {
  const last = points.at(-1)
  const before = points.at(-2)
  if (!last || !before || gap <= 0) return points
  const cut = Math.min(gap, distance(before, last) * 0.9)
  return [...points.slice(0, -1), along(last, direction(last, before), cut)]
}

export function short({ x, y }: Point): string {
  return `${Math.round(x * 100) / 100} ${Math.round(y * 100) / 100}`
}
