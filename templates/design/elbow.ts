import type { Box, Point } from './box.ts'

/**
 * The ways that a link of right angles takes on the board between two given sides, told without a board: of
 * those that tldraw draws, the ones that come out the same whatever else is there.
 */

export const SIDES = ['right', 'left', 'top', 'bottom'] as const
export type Side = (typeof SIDES)[number]

export interface End {
  readonly box: Box
  readonly side: Side
  /** Where it leaves or arrives, on that side. */
  readonly at: Point
}

export interface Elbow {
  readonly points: readonly Point[]
  /** Between which values a part of it can be moved, along that axis; null: nothing can. */
  readonly middle: { readonly axis: 'x' | 'y'; readonly from: number; readonly to: number } | null
}

/** How far from a shape a link turns at least, px: tldraw's, for the thin lines of links. */
const LEG_PX = 28
/** Nearer to each other than this, no part of a link fits between two shapes. */
const CLOSE_PX = 12
/** Apart so far, neither shape is in the way of a side of the other. */
const APART_PX = 2 * LEG_PX + 1

interface Edges {
  readonly left: number
  readonly right: number
  readonly top: number
  readonly bottom: number
}

/** The way from one side to another, its movable part at that share; null where tldraw would find its own. */
export function elbow(from: End, to: End, share: number): Elbow | null {
  const turn = TURNS[from.side]
  const a = { edges: edgesOf(from.box, turn), at: turn.to(from.at) }
  const b = { edges: edgesOf(to.box, turn), at: turn.to(to.at) }
  const way = wayFromRight(a, b, turn.sides[to.side], share)
  if (!way) return null
  const middle = way.middle && {
    axis: turn.isUpright === (way.middle.axis === 'x') ? ('y' as const) : ('x' as const),
    from: way.middle.from * turn.signs[way.middle.axis],
    to: way.middle.to * turn.signs[way.middle.axis],
  }
  return { points: way.points.map(turn.back), middle }
}

interface Turned {
  readonly edges: Edges
  readonly at: Point
}

function wayFromRight(a: Turned, b: Turned, side: Side, share: number): Elbow | null {
  switch (side) {
    case 'left':
      return toLeft(a, b, share)
    case 'right':
      return toRight(a, b)
    case 'top':
      return toTop(a, b, share)
    case 'bottom': {
      const way = toTop(flipped(a), flipped(b), share)
      return way && flippedBack(way)
    }
  }
}

function toLeft(a: Turned, b: Turned, share: number): Elbow | null {
  if (b.edges.left - a.edges.right > CLOSE_PX) {
    const middle = { axis: 'x', from: a.edges.right + LEG_PX, to: b.edges.left - LEG_PX } as const
    const x = between(middle, share)
    return { points: [a.at, { x, y: a.at.y }, { x, y: b.at.y }, b.at], middle }
  }
  const isBelow = b.edges.top - a.edges.bottom > APART_PX
  if (!isBelow && a.edges.top - b.edges.bottom <= APART_PX) return null
  const middle = isBelow
    ? ({ axis: 'y', from: a.edges.bottom + LEG_PX, to: b.edges.top - LEG_PX } as const)
    : ({ axis: 'y', from: a.edges.top - LEG_PX, to: b.edges.bottom + LEG_PX } as const)
  const y = between(middle, share)
  const [x, endX] = [a.edges.right + LEG_PX, b.edges.left - LEG_PX]
  const points = [a.at, { x, y: a.at.y }, { x, y }, { x: endX, y }, { x: endX, y: b.at.y }, b.at]
  return { points, middle }
}

function toTop(a: Turned, b: Turned, share: number): Elbow | null {
  const [out, above] = [a.edges.right + LEG_PX, b.edges.top - LEG_PX]
  if (b.at.x > out && a.at.y < above) {
    return { points: [a.at, { x: b.at.x, y: a.at.y }, b.at], middle: null }
  }
  if (b.edges.left - a.edges.right > CLOSE_PX && b.at.x > out) {
    const middle = { axis: 'x', from: out, to: b.edges.left - LEG_PX } as const
    const x = between(middle, share)
    const points = [a.at, { x, y: a.at.y }, { x, y: above }, { x: b.at.x, y: above }, b.at]
    return { points, middle }
  }
  if (b.edges.top - a.edges.bottom > APART_PX && b.at.x < out) {
    const middle = { axis: 'y', from: a.edges.bottom + LEG_PX, to: above } as const
    const y = between(middle, share)
    return { points: [a.at, { x: out, y: a.at.y }, { x: out, y }, { x: b.at.x, y }, b.at], middle }
  }
  return null
}

function toRight(a: Turned, b: Turned): Elbow | null {
  const isClear = (y: number, { top, bottom }: Edges) => y > bottom + LEG_PX || y < top - LEG_PX
  if (!isClear(a.at.y, b.edges) || !isClear(b.at.y, a.edges)) return null
  const x = Math.max(a.edges.right, b.edges.right) + LEG_PX
  return { points: [a.at, { x, y: a.at.y }, { x, y: b.at.y }, b.at], middle: null }
}

function between({ from, to }: { readonly from: number; readonly to: number }, share: number): number {
  return from + share * (to - from)
}

interface Turn {
  readonly to: (point: Point) => Point
  readonly back: (point: Point) => Point
  /** What the other end's side becomes. */
  readonly sides: Readonly<Record<Side, Side>>
  /** Whether x and y change places. */
  readonly isUpright: boolean
  /** What a coordinate, turned, is to be multiplied by on its way back. */
  readonly signs: { readonly x: 1 | -1; readonly y: 1 | -1 }
}

/** How each side is turned to the right, so that every way is told once. */
const TURNS: Readonly<Record<Side, Turn>> = {
  right: {
    to: (point) => point,
    back: (point) => point,
    sides: { right: 'right', left: 'left', top: 'top', bottom: 'bottom' },
    isUpright: false,
    signs: { x: 1, y: 1 },
  },
  left: {
    to: ({ x, y }) => ({ x: -x, y: -y }),
    back: ({ x, y }) => ({ x: -x, y: -y }),
    sides: { right: 'left', left: 'right', top: 'bottom', bottom: 'top' },
    isUpright: false,
    signs: { x: -1, y: -1 },
  },
  bottom: {
    to: ({ x, y }) => ({ x: y, y: -x }),
    back: ({ x, y }) => ({ x: -y, y: x }),
    sides: { bottom: 'right', top: 'left', right: 'top', left: 'bottom' },
    isUpright: true,
    signs: { x: 1, y: -1 },
  },
  top: {
    to: ({ x, y }) => ({ x: -y, y: x }),
    back: ({ x, y }) => ({ x: y, y: -x }),
    sides: { top: 'right', bottom: 'left', right: 'bottom', left: 'top' },
    isUpright: true,
    signs: { x: -1, y: 1 },
  },
}

function edgesOf({ x, y, w, h }: Box, turn: Turn): Edges {
  const [a, b] = [turn.to({ x, y }), turn.to({ x: x + w, y: y + h })]
  return {
    left: Math.min(a.x, b.x),
    right: Math.max(a.x, b.x),
    top: Math.min(a.y, b.y),
    bottom: Math.max(a.y, b.y),
  }
}

function flipped({ edges: { left, right, top, bottom }, at: { x, y } }: Turned): Turned {
  return { edges: { left, right, top: -bottom, bottom: -top }, at: { x, y: -y } }
}

function flippedBack({ points, middle }: Elbow): Elbow {
  return {
    points: points.map(({ x, y }) => ({ x, y: -y })),
    middle: middle?.axis === 'y' ? { ...middle, from: -middle.from, to: -middle.to } : middle,
  }
}
