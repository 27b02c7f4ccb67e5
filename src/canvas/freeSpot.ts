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
  /** What else the place must fulfil, e.g. lie inside a frame. */
  readonly allowed?: (box: Box) => boolean
}

/** Everything on a board stands on this grid, px. */
export const GRID_PX = 8
/** The least distance to a neighbour, px. */
const GAP_PX = 24

/** So many neighbours offer their edges as places to go; all are kept clear of. */
const NEIGHBOURS = 48

/**
 * The free place nearest to the one wanted, on the grid and {@link GAP_PX} clear of everything taken; null
 * where nothing allowed is free. Of equally near places it takes the one further right, then further down.
 */
export function freeSpot({ size, wanted, taken, allowed = () => true }: SpotRequest): Box | null {
  const start = { x: snap(wanted.x), y: snap(wanted.y), ...size }
  const near = [...taken].sort((a, b) => distance(a, start) - distance(b, start)).slice(0, NEIGHBOURS)
  const xs = edges(start.x, near, (box) => [box.x - size.w, box.x + box.w])
  const ys = edges(start.y, near, (box) => [box.y - size.h, box.y + box.h])
  xs.push(up(Math.max(start.x, ...taken.map((box) => box.x + box.w + GAP_PX))))
  const places = xs.flatMap((x) => ys.map((y) => ({ x, y, ...size })))
  places.sort((a, b) => distance(a, start) - distance(b, start) || b.x - a.x || b.y - a.y)
  return places.find((place) => allowed(place) && !taken.some((box) => touches(place, box))) ?? null
}

/** Whether two boxes overlap or stand closer than {@link GAP_PX}. */
export function touches(a: Box, b: Box): boolean {
  return (
    a.x < b.x + b.w + GAP_PX &&
    b.x < a.x + a.w + GAP_PX &&
    a.y < b.y + b.h + GAP_PX &&
    b.y < a.y + a.h + GAP_PX
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

const up = (value: number) => Math.ceil(value / GRID_PX) * GRID_PX
const down = (value: number) => Math.floor(value / GRID_PX) * GRID_PX

function edges(start: number, boxes: readonly Box[], sides: (box: Box) => [number, number]): number[] {
  const all = new Set([start])
  for (const box of boxes) {
    const [before, after] = sides(box)
    all.add(down(before - GAP_PX))
    all.add(up(after + GAP_PX))
  }
  return [...all]
}

function distance(a: Box, b: Box): number {
  return Math.hypot(a.x + a.w / 2 - b.x - b.w / 2, a.y + a.h / 2 - b.y - b.h / 2)
}
