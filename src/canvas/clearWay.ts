import type { Box } from './freeSpot.ts'
import type { Side } from './place.ts'

/** Kept free on both sides of a link, px. */
const BESIDE_PX = 4

/** From a shape to where its link turns at the earliest, px. */
export const TURN_PX = 24

interface Way {
  readonly side: Side
  readonly taken: readonly Box[]
  /** Where it turns: 0 as soon, 1 as late as it can; halfway where absent. */
  readonly turn?: number
}

/** Whether a link from one box to another on that side runs over nothing that is taken. */
export function hasClearWay(from: Box, to: Box, { side, taken, turn = 0.5 }: Way): boolean {
  const isLevel = side === 'right' || side === 'left'
  const turned = isLevel ? (box: Box) => box : flipped
  const [first, last] = side === 'right' || side === 'down' ? [from, to] : [to, from]
  const way = wayBetween(turned(first), turned(last), turn)
  return !taken.map(turned).some((box) => way.some((stretch) => overlaps(stretch, box)))
}

/** The stretches of an elbow from the right of one box to the left of another, as thin boxes. */
function wayBetween(first: Box, last: Box, turn: number): Box[] {
  const [start, end] = [first.x + first.w, last.x]
  const [from, to] = [first.y + first.h / 2, last.y + last.h / 2]
  const least = Math.min(TURN_PX, (end - start) / 2)
  const middle = start + least + turn * (end - start - 2 * least)
  return [
    { x: start, y: from - BESIDE_PX, w: middle - start, h: 2 * BESIDE_PX },
    { x: middle - BESIDE_PX, y: Math.min(from, to), w: 2 * BESIDE_PX, h: Math.abs(to - from) },
    { x: middle, y: to - BESIDE_PX, w: end - middle, h: 2 * BESIDE_PX },
  ]
}

function flipped({ x, y, w, h }: Box): Box {
  return { x: y, y: x, w: h, h: w }
}

function overlaps(a: Box, b: Box): boolean {
  return a.x < b.x + b.w && b.x < a.x + a.w && a.y < b.y + b.h && b.y < a.y + a.h
}
