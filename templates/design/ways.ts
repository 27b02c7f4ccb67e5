import type { TLShape } from '@tldraw/tlschema'
import { labelText, linkLabel, SEQ_RADIUS } from '../../shapes/link/label.ts'
import { portAt } from '../../shapes/portAt.ts'
import type { DesignLink } from '../../src/domain/design.ts'
import { around, type Box, type Point } from './box.ts'
import { type Elbow, elbow, SIDES, type Side } from './elbow.ts'
import type { Part } from './parts.ts'

/** A part where it stands on the sheet. */
export interface Placed {
  readonly part: Part
  readonly outline: Box
  readonly whole: Box
}

/** Where a line may run between parts, px. */
export interface Tracks {
  readonly x: readonly number[]
  readonly y: readonly number[]
}

/** One way in which a link can run. */
export interface Way {
  readonly points: readonly Point[]
  /** Where along its way its movable part is, 0 to 1. */
  readonly share: number
  /** The points on the two outlines where it is docked, 0 to 1 in each direction; null: where it comes in. */
  readonly docks: readonly [Point | null, Point | null]
  readonly sides: readonly [Side, Side]
}

/** What stands beside a link: its label and its number, as far as it has them. */
export interface Beside {
  readonly box: Box | null
  readonly lines: number
}

interface Dock {
  readonly side: Side
  readonly anchor: Point & { readonly port?: string }
  readonly at: Point
}

/** How far along a side links dock: in the middle, or where two of them have room. */
const ALONG = [0.5, 0.25, 0.75] as const
/** Enough of them to hit every stage of a funnel. */
const FINE = Array.from({ length: 39 }, (_, n) => (n + 1) / 40)
/** Of the lines that a link may take, about so many are tried. */
const MOST_SHARES = 16
/** As the board's own routing has it, px. */
const LOOSE = { turn: 24, gap: 40 } as const
/** Below the text of a figure, before a link's first turn. */
const CLEAR_OF_TEXT_PX = 12

/** The ways between two placed parts; none for a link from a part to itself, which is a loop. */
export function waysOf(link: DesignLink, from: Placed, to: Placed, tracks: Tracks): Way[] {
  if (from === to) return []
  const [starts, ends] = [docksOf(from, link.fromPort), docksOf(to, link.toPort)]
  if (starts.length === 0 || ends.length === 0) return looseWays(from, to)
  const ways = starts.flatMap((start) =>
    ends.flatMap((end) =>
      elbows(from, to, start, end, tracks).map(({ way, share }) => ({ start, end, way, share })),
    ),
  )
  const precise = ways
    .filter(({ way, start, end }) => leavesText(way, from, start) && leavesText(reversed(way), to, end))
    .map(({ start, end, way, share }): Way => {
      const common = { points: way.points, sides: [start.side, end.side] as const }
      return { ...common, share, docks: [start.anchor, end.anchor] }
    })
  const isWhole = link.fromPort === undefined && link.toPort === undefined
  return isWhole ? [...looseWays(from, to, true), ...precise] : precise
}

/** Ways whose ends are left to the board, of those that can be told; `ahead`: only to what stands at the right. */
function looseWays(from: Placed, to: Placed, ahead = false): Way[] {
  const [a, b] = [from.outline, to.outline]
  const start = { x: a.x + a.w, y: a.y + a.h / 2 }
  const end = { x: b.x, y: b.y + b.h / 2 }
  const gap = end.x - start.x
  const sides = ['right', 'left'] as const
  if (gap < LOOSE.gap) {
    if (ahead) return []
    const middles = [middleOf(a), middleOf(b)]
    return [{ points: middles, share: 0.5, docks: [null, null], sides }]
  }
  const least = Math.min(LOOSE.turn, gap / 2)
  return [0, 0.25, 0.5, 0.75, 1].map((share) => {
    const x = start.x + least + share * (gap - 2 * least)
    const points = straightened([start, { x, y: start.y }, { x, y: end.y }, end])
    return { points, share, docks: [null, null], sides }
  })
}

/** Where a link may dock on a part; on a composite only where that names the part of it that is meant. */
function docksOf({ part, outline }: Placed, port: string | undefined): Dock[] {
  const shape = { type: part.type, props: part.props } as unknown as TLShape
  const namesParts = portAt(shape, { x: 0, y: 0.5 }) !== undefined
  if (!namesParts && port !== undefined) return []
  const docks = SIDES.flatMap((side) =>
    (namesParts ? FINE : ALONG).map((along) => dockAt(outline, side, along)),
  )
  if (!namesParts) return docks
  const named = docks.filter(({ anchor }) => portAt(shape, anchor) === port)
  // A part that is not drawn in the view of a new shape is named all the same.
  const meant = named.length > 0 || port === undefined ? named : docks
  const fitting = meant.map((dock) =>
    port === undefined ? dock : { ...dock, anchor: { ...dock.anchor, port } },
  )
  return SIDES.flatMap((side) => {
    const onSide = fitting.filter((dock) => dock.side === side)
    return onSide[Math.floor(onSide.length / 2)] ?? []
  })
}

/** Where a link without a way of its own is docked on the part that its port names; null where none is named. */
export function portDock(part: Part, port: string | undefined): Dock['anchor'] | null {
  if (port === undefined) return null
  return docksOf({ part, outline: part.outline, whole: part.whole }, port)[0]?.anchor ?? null
}

function dockAt(outline: Box, side: Side, along: number): Dock {
  const anchor = {
    left: { x: 0, y: along },
    right: { x: 1, y: along },
    top: { x: along, y: 0 },
    bottom: { x: along, y: 1 },
  }[side]
  return { side, anchor, at: { x: outline.x + anchor.x * outline.w, y: outline.y + anchor.y * outline.h } }
}

function elbows(from: Placed, to: Placed, start: Dock, end: Dock, tracks: Tracks) {
  const [a, b] = [
    { box: from.outline, ...start },
    { box: to.outline, ...end },
  ]
  const first = elbow(a, b, 0.5)
  if (!first) return []
  return sharesOf(first, tracks).flatMap((share) => {
    const way = share === 0.5 ? first : elbow(a, b, share)
    return way ? [{ way: { ...way, points: straightened(way.points) }, share }] : []
  })
}

/** Where the movable part of a way may be, as shares. */
function sharesOf({ middle }: Elbow, tracks: Tracks): number[] {
  if (!middle) return [0.5]
  const { axis, from, to } = middle
  const length = to - from
  if (Math.abs(length) < 1) return [0.5]
  const shares = tracks[axis].map((at) => (at - from) / length).filter((share) => share > 0 && share < 1)
  const every = Math.ceil(shares.length / MOST_SHARES)
  return [0.5, 0, 1, ...shares.filter((_, n) => n % every === 0)]
}

/** Whether a link that leaves below a figure turns only after the text there. */
function leavesText({ points }: Pick<Elbow, 'points'>, { outline, whole }: Placed, { side }: Dock): boolean {
  const below = whole.y + whole.h
  if (side !== 'bottom' || below <= outline.y + outline.h + 1) return true
  return (points[1]?.y ?? 0) > below + CLEAR_OF_TEXT_PX
}

function reversed({ points }: Elbow): Pick<Elbow, 'points'> {
  return { points: [...points].reverse() }
}

/** Without points that are no corner. */
function straightened(points: readonly Point[]): Point[] {
  const kept: Point[] = []
  for (const point of points) {
    const [before, last] = kept.slice(-2)
    if (before && last && isStraight(before, last, point)) kept.pop()
    kept.push(point)
  }
  return kept
}

function isStraight(a: Point, b: Point, c: Point): boolean {
  const near = (one: number, other: number) => Math.abs(one - other) < 0.01
  return (near(a.x, b.x) && near(b.x, c.x)) || (near(a.y, b.y) && near(b.y, c.y))
}

/** Where the board puts the label of a link that runs like this. */
export function besideWay(link: DesignLink, points: readonly Point[]): Beside {
  const { mode, seq, optional } = link
  const meta = { mode, ...(optional === undefined ? {} : { optional }) }
  const label = linkLabel(points, labelText(link.label, meta), { position: 0.5, seq })
  if (!label || (label.lines.length === 0 && !label.seq)) return { box: null, lines: 0 }
  const boxes = label.lines.length === 0 ? [] : [label.box]
  if (label.seq) {
    const { x, y } = label.seq
    boxes.push({ x: x - SEQ_RADIUS, y: y - SEQ_RADIUS, w: 2 * SEQ_RADIUS, h: 2 * SEQ_RADIUS })
  }
  return { box: around(boxes), lines: label.lines.length }
}

function middleOf({ x, y, w, h }: Box): Point {
  return { x: x + w / 2, y: y + h / 2 }
}
