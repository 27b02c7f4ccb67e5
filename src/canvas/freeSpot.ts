export interface Box {
  readonly x: number
  readonly y: number
  readonly w: number
  readonly h: number
}

export interface SpotRequest {
  readonly size: { readonly w: number; readonly h: number }
  /** Where its top left corner should be. */
  readonly wanted: { readonly x: number; readonly y: number }
  readonly taken: readonly Box[]
  /** The least distance to a neighbour, px: sideways or up and down, either will do. */
  readonly gap?: Gap
  /** What else the place must fulfil, e.g. lie inside a frame. */
  readonly allowed?: (box: Box) => boolean
}

export interface Gap {
  readonly x: number
  readonly y: number
}

/** What is placed stands on this grid, px, unless it is lined up with what it is linked to. */
export const GRID_PX = 8
const GAP: Gap = { x: 24, y: 24 }

/** So many neighbours offer their edges as places to go; all are kept clear of. */
const NEIGHBOURS = 48

/**
 * The free place nearest to the one wanted, on the grid and a gap clear of everything taken; null where
 * nothing allowed is free. Of equally near places it takes the one further right, then further down.
 */
export function freeSpot({
  size: { w, h },
  wanted,
  taken,
  gap = GAP,
  allowed = () => true,
}: SpotRequest): Box | null {
  const size = { w, h }
  const start = { x: snap(wanted.x), y: snap(wanted.y), ...size }
  const near = [...taken].sort((a, b) => distance(a, start) - distance(b, start)).slice(0, NEIGHBOURS)
  const xs = edges(start.x, near, (box) => [box.x - w - gap.x, box.x + box.w + gap.x])
  const ys = edges(start.y, near, (box) => [box.y - h - gap.y, box.y + box.h + gap.y])
  xs.push(up(Math.max(start.x, ...taken.map((box) => box.x + box.w + gap.x))))
  const places = xs.flatMap((x) => ys.map((y) => ({ x, y, ...size })))
  places.sort((a, b) => distance(a, start) - distance(b, start) || b.x - a.x || b.y - a.y)
  return places.find((place) => allowed(place) && !taken.some((box) => touches(place, box, gap))) ?? null
}

/** Whether two boxes overlap or stand closer than the gap. */
export function touches(a: Box, b: Box, gap: Gap = GAP): boolean {
  return (
    a.x < b.x + b.w + gap.x && b.x < a.x + a.w + gap.x && a.y < b.y + b.h + gap.y && b.y < a.y + a.h + gap.y
  )
}

export function contains(outer: Box, inner: Box): boolean {
  return (
    outer.x <= inner.x &&
    outer.y <= inner.y &&
    outer.x + outer.w >= inner.x + inner.w &&
    outer.y + outer.h >= inner.y + inner.h
  )
}

export function snap(value: number): number {
  return Math.round(value / GRID_PX) * GRID_PX + 0
}

/** The next line of the grid, to the right or down. */
export function up(value: number): number {
  return Math.ceil(value / GRID_PX) * GRID_PX + 0
}

/** The line of the grid before it. */
export function down(value: number): number {
  return Math.floor(value / GRID_PX) * GRID_PX + 0
}

function edges(start: number, boxes: readonly Box[], sides: (box: Box) => [number, number]): number[] {
  const all = new Set([start])
  for (const box of boxes) {
    const [before, after] = sides(box)
    all.add(down(before))
    all.add(up(after))
  }
  return [...all]
}

function distance(a: Box, b: Box): number {
  return Math.hypot(a.x + a.w / 2 - b.x - b.w / 2, a.y + a.h / 2 - b.y - b.h / 2)
}
