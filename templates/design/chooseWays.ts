import type { DesignLink } from '../../src/domain/design.ts'
import { type Box, grown, overlap, type Point } from './box.ts'
import { type Beside, besideWay, type Way } from './ways.ts'

/** What a link can do: all its ways. */
export interface Choice {
  readonly link: DesignLink
  readonly ways: readonly Way[]
}

/** What is in the way on the sheet. */
export interface Sights {
  /** By the id of the part. */
  readonly parts: ReadonlyMap<string, Box>
  /** The heads of lanes. */
  readonly heads: readonly Box[]
}

interface Candidate {
  readonly way: Way
  readonly link: DesignLink
  readonly stretches: readonly Stretch[]
  readonly beside: Beside
  /** What it costs by itself, without other links. */
  readonly own: number
}

interface Stretch {
  readonly box: Box
  readonly isLevel: boolean
}

/** What each fault costs, in px that a link might be longer to avoid it. */
const COST = {
  throughPart: 6_000,
  labelOnPart: 3_500,
  labelOnHead: 2_000,
  throughHead: 900,
  labelOnLabel: 3_000,
  lineOnLabel: 900,
  sameLine: 1_200,
  sharedLine: 0.4,
  otherModeLine: 300,
  crossing: 180,
  corner: 90,
  kink: 700,
  sideways: 25,
  backSide: 120,
  labelLine: 140,
} as const

/** Kept free around a part, and between two lines. */
const CLEAR_PX = 6
const LINE_GAP_PX = 11
/** A stretch between two others that is shorter looks like a slip of the hand. */
const KINK_PX = 28
/** Of all ways of a link, so many are looked at together with those of the others. */
const BEST = 60
/** And of so many it is found out where their label would stand. */
const LABELLED = 160
/** With more links than this fewer of their ways are looked at. */
const MANY_LINKS = 60
const PASSES = 6

/** For each link the way that together run over the least, by the link's id; none where it has no way. */
export function chooseWays(choices: readonly Choice[], sights: Sights): ReadonlyMap<string, Way> {
  const most = Math.ceil(BEST * Math.min(1, MANY_LINKS / choices.length))
  const candidates = choices
    .map(({ link, ways }) => candidatesOf(link, ways, sights).slice(0, most))
    .filter((ways) => ways.length > 0)
    .sort((a, b) => (a[0]?.own ?? 0) - (b[0]?.own ?? 0))
  const chosen: Candidate[] = []
  for (const ways of candidates) chosen.push(cheapest(ways, chosen))
  for (let pass = 0; pass < PASSES; pass++) {
    let isSettled = true
    for (const [n, ways] of candidates.entries()) {
      const others = chosen.filter((_, i) => i !== n)
      const best = cheapest(ways, others)
      if (best === chosen[n]) continue
      chosen[n] = best
      isSettled = false
    }
    if (isSettled) break
  }
  return new Map(chosen.map(({ link, way }) => [link.id, way]))
}

function cheapest(ways: readonly Candidate[], others: readonly Candidate[]): Candidate {
  let best: Candidate | undefined
  let least = Number.POSITIVE_INFINITY
  for (const way of ways) {
    if (way.own >= least) break
    let cost = way.own
    for (const other of others) {
      cost += between(way, other)
      if (cost >= least) break
    }
    if (cost >= least) continue
    least = cost
    best = way
  }
  if (!best) throw new RangeError('A link without ways.')
  return best
}

/** The cheapest of its ways, cheapest first. */
function candidatesOf(link: DesignLink, ways: readonly Way[], sights: Sights): Candidate[] {
  const lines = ways.map((way) => {
    const stretches = stretchesOf(way.points)
    return { way, link, stretches, own: lineCost(link, way, stretches, sights) }
  })
  const labelled = cheapestFirst(lines, LABELLED).map((line) => {
    const beside = besideWay(link, line.way.points)
    return { ...line, beside, own: line.own + labelCost(beside, sights) }
  })
  return cheapestFirst(labelled, BEST)
}

function cheapestFirst<Item extends { readonly own: number }>(items: readonly Item[], most: number): Item[] {
  return [...items].sort((a, b) => a.own - b.own).slice(0, most)
}

function stretchesOf(points: readonly Point[]): Stretch[] {
  return points.slice(1).map((to, n) => {
    const from = points[n] ?? to
    const box = {
      x: Math.min(from.x, to.x),
      y: Math.min(from.y, to.y),
      w: Math.abs(to.x - from.x),
      h: Math.abs(to.y - from.y),
    }
    return { box, isLevel: box.w >= box.h }
  })
}

function lineCost(link: DesignLink, way: Way, stretches: readonly Stretch[], sights: Sights): number {
  const last = stretches.length - 1
  const lines = stretches.map((stretch, n) => {
    const leaves = n === 0 ? link.from : null
    const arrives = n === last ? link.to : null
    return stretchCost(link, stretch.box, sights, [leaves, arrives])
  })
  const backSides = COST.backSide * (Number(way.sides[0] === 'left') + Number(way.sides[1] === 'right'))
  const asides = COST.sideways * way.docks.filter((dock) => dock && !isMiddle(dock)).length
  const kinks = stretches.slice(1, -1).filter(({ box }) => box.w + box.h < KINK_PX).length
  const bends = COST.corner * last + COST.kink * kinks
  return lines.reduce((sum, cost) => sum + cost, 0) + bends + backSides + asides
}

function stretchCost(
  { from, to }: DesignLink,
  box: Box,
  { parts, heads }: Sights,
  docked: readonly (string | null)[],
): number {
  const [clear, close] = [grown(box, CLEAR_PX), grown(box, 1)]
  let cost = box.w + box.h
  for (const head of heads) if (overlap(close, head)) cost += COST.throughHead
  for (const [id, part] of parts) {
    if (!overlap(clear, part) || docked.includes(id)) continue
    if ((id !== from && id !== to) || overlap(close, part)) cost += COST.throughPart
  }
  return cost
}

function labelCost({ box, lines }: Beside, { parts, heads }: Sights): number {
  let cost = COST.labelLine * Math.max(0, lines - 1)
  if (!box) return cost
  for (const part of parts.values()) if (overlap(box, part)) cost += COST.labelOnPart
  for (const head of heads) if (overlap(box, head)) cost += COST.labelOnHead
  return cost
}

function isMiddle({ x, y }: Point): boolean {
  return x === 0.5 || y === 0.5
}

function between(a: Candidate, b: Candidate): number {
  const [mine, theirs] = [a.beside.box, b.beside.box]
  let cost = mine && theirs && overlap(mine, theirs) ? COST.labelOnLabel : 0
  for (const { box } of a.stretches) if (theirs && overlap(box, theirs)) cost += COST.lineOnLabel
  for (const { box } of b.stretches) if (mine && overlap(box, mine)) cost += COST.lineOnLabel
  for (const one of a.stretches) for (const other of b.stretches) cost += betweenStretches(a, one, b, other)
  return cost
}

function betweenStretches(a: Candidate, one: Stretch, b: Candidate, other: Stretch): number {
  if (one.isLevel !== other.isLevel) return overlap(grown(one.box, 0.5), other.box) ? COST.crossing : 0
  const shared = sharedLength(one, other)
  if (shared < 1) return 0
  const isTrunk = a.link.from === b.link.from || a.link.to === b.link.to
  if (!isTrunk || apart(one, other) > 1) return COST.sameLine + shared
  return shared * COST.sharedLine + (a.link.mode === b.link.mode ? 0 : COST.otherModeLine)
}

/** How long two stretches run side by side, nearer to each other than one can tell them apart. */
function sharedLength(one: Stretch, other: Stretch): number {
  if (apart(one, other) >= LINE_GAP_PX) return 0
  const [a, b] = [one.box, other.box]
  return one.isLevel
    ? Math.min(a.x + a.w, b.x + b.w) - Math.max(a.x, b.x)
    : Math.min(a.y + a.h, b.y + b.h) - Math.max(a.y, b.y)
}

function apart({ box: a, isLevel }: Stretch, { box: b }: Stretch): number {
  return isLevel ? Math.abs(a.y - b.y) : Math.abs(a.x - b.x)
}
