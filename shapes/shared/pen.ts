export interface Point {
  readonly x: number
  readonly y: number
}

/** A closed line as SVG path data and, from the same strokes, as the polygon that links dock on. */
export interface Contour {
  readonly d: string
  readonly points: readonly Point[]
}

/** Draws a contour stroke by stroke, in absolute coordinates. */
export interface Pen {
  line: (x: number, y: number) => Pen
  /** A cubic Bézier: its two handles, then its end. */
  curve: (x1: number, y1: number, x2: number, y2: number, x: number, y: number) => Pen
  /** A quarter of an ellipse to the end; it leaves along that axis. */
  quarter: (x: number, y: number, leaves: 'x' | 'y') => Pen
  close: () => Contour
}

/** Length of a Bézier handle that makes a quarter of an ellipse, in radii. */
const QUARTER = 0.5523

/** Pieces that a curve becomes in the polygon: at board sizes off by less than half a pixel. */
const PIECES = 10

/** A pen put down at a point. */
export function penAt(startX: number, startY: number): Pen {
  let d = `M${short(startX)} ${short(startY)}`
  let at: Point = { x: startX, y: startY }
  const points: Point[] = [at]
  const pen: Pen = {
    line(x, y) {
      d += `L${short(x)} ${short(y)}`
      at = { x, y }
      points.push(at)
      return pen
    },
    curve(x1, y1, x2, y2, x, y) {
      d += `C${[x1, y1, x2, y2, x, y].map(short).join(' ')}`
      for (let piece = 1; piece <= PIECES; piece += 1) {
        const t = piece / PIECES
        points.push({ x: bezier([at.x, x1, x2, x], t), y: bezier([at.y, y1, y2, y], t) })
      }
      at = { x, y }
      return pen
    },
    quarter(x, y, leaves) {
      const [dx, dy] = [(x - at.x) * QUARTER, (y - at.y) * QUARTER]
      return leaves === 'x'
        ? pen.curve(at.x + dx, at.y, x, y - dy, x, y)
        : pen.curve(at.x, at.y + dy, x - dx, y, x, y)
    },
    close: () => ({ d: `${d}z`, points: withoutRepeats(points) }),
  }
  return pen
}

function withoutRepeats(points: readonly Point[]): Point[] {
  return points.filter((point, index) => {
    const next = points[(index + 1) % points.length] ?? point
    return Math.hypot(point.x - next.x, point.y - next.y) > 0.01
  })
}

function bezier([a, b, c, d]: readonly [number, number, number, number], t: number): number {
  const u = 1 - t
  return u * u * u * a + 3 * u * u * t * b + 3 * u * t * t * c + t * t * t * d
}

function short(n: number): string {
  return String(Math.round(n * 100) / 100)
}

/** Where a box lies, and its size. */
export interface Frame {
  readonly x: number
  readonly y: number
  readonly w: number
  readonly h: number
}

/** A box with round corners; the radius is at most half of the shorter side. */
export function roundedBox({ x, y, w, h }: Frame, radius: number): Contour {
  const r = Math.min(radius, w / 2, h / 2)
  return penAt(x + r, y)
    .line(x + w - r, y)
    .quarter(x + w, y + r, 'x')
    .line(x + w, y + h - r)
    .quarter(x + w - r, y + h, 'y')
    .line(x + r, y + h)
    .quarter(x, y + h - r, 'x')
    .line(x, y + r)
    .quarter(x + r, y, 'y')
    .close()
}

/** A polygon with sharp corners. */
export function polygon(corners: readonly (readonly [number, number])[]): Contour {
  const [[x, y] = [0, 0], ...others] = corners
  const pen = penAt(x, y)
  for (const [nextX, nextY] of others) pen.line(nextX, nextY)
  return pen.close()
}
