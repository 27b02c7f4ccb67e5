/** px on the page. */
export interface Box {
  readonly x: number
  readonly y: number
  readonly w: number
  readonly h: number
}

export interface Point {
  readonly x: number
  readonly y: number
}

/** The smallest box around all of them; @throws {RangeError} around none */
export function around(boxes: readonly Box[]): Box {
  if (boxes.length === 0) throw new RangeError('No box around nothing.')
  const x = Math.min(...boxes.map((box) => box.x))
  const y = Math.min(...boxes.map((box) => box.y))
  return {
    x,
    y,
    w: Math.max(...boxes.map((box) => box.x + box.w)) - x,
    h: Math.max(...boxes.map((box) => box.y + box.h)) - y,
  }
}

export function moved({ x, y, w, h }: Box, by: Point): Box {
  return { x: x + by.x, y: y + by.y, w, h }
}

export function grown({ x, y, w, h }: Box, by: number): Box {
  return { x: x - by, y: y - by, w: w + 2 * by, h: h + 2 * by }
}

export function overlap(a: Box, b: Box): boolean {
  return a.x < b.x + b.w && b.x < a.x + a.w && a.y < b.y + b.h && b.y < a.y + a.h
}

/** The next line of the board's grid, to the right or down. */
export function up(value: number): number {
  return Math.ceil(value / GRID_PX) * GRID_PX
}

const GRID_PX = 8
