import { NONE } from './assign.ts'
import type { Graph } from './graph.ts'
import { type Grid, makeGrid } from './grid.ts'
import { linksCost } from './linkViews.ts'
import { LONE_PAIR } from './nodeCost.ts'

/** Which node of mine is which of theirs, while better ones are looked for. */
export interface Matching {
  readonly mine: Graph
  readonly theirs: Graph
  readonly nodeCosts: Grid
  /** What links that both have cost, by their numbers; 0 until it was asked for, then 1 more. */
  readonly linkCosts: Grid
  /** Place by place the partner's place, or NONE. */
  readonly toTheirs: number[]
  readonly toMine: number[]
}

export function startMatching(mine: Graph, theirs: Graph, nodeCosts: Grid, toTheirs: number[]): Matching {
  const toMine = new Array<number>(theirs.nodes.length).fill(NONE)
  toTheirs.forEach((partner, at) => {
    if (partner !== NONE) toMine[partner] = at
  })
  const linkCosts = makeGrid(mine.bundles.length, theirs.bundles.length)
  return { mine, theirs, nodeCosts, linkCosts, toTheirs, toMine }
}

export function partnerOf(places: readonly number[], at: number): number {
  return places[at] ?? NONE
}

/** What a node of mine adds to the cost: itself, and its links with nodes that have a partner as well. */
export function costAt(matching: Matching, at: number): number {
  if (at === NONE) return 0
  const { mine, theirs, nodeCosts, toTheirs, toMine } = matching
  const partner = partnerOf(toTheirs, at)
  if (partner === NONE) return LONE_PAIR
  let cost = nodeCosts.get(at, partner)
  for (const other of mine.around[at] ?? []) cost += costBetween(matching, at, other)
  for (const theirOther of theirs.around[partner] ?? []) {
    const other = partnerOf(toMine, theirOther)
    const isCounted = other === NONE || mine.bundleAt(at, other) > 0
    if (!isCounted) cost += costBetween(matching, at, other)
  }
  return cost
}

/** What the links between two nodes of mine add to the cost. */
export function costBetween(matching: Matching, at: number, other: number): number {
  const { mine, theirs, toTheirs, linkCosts } = matching
  const [a, b] = [partnerOf(toTheirs, at), partnerOf(toTheirs, other)]
  if (a === NONE || b === NONE) return 0
  const [ours, others] = [mine.bundleAt(at, other), theirs.bundleAt(a, b)]
  const known = linkCosts.get(ours, others)
  if (known > 0) return known - 1
  const cost = linksCost(mine.bundles[ours] ?? [], theirs.bundles[others] ?? [])
  linkCosts.set(ours, others, cost + 1)
  return cost
}

/** Makes that node of theirs the partner, and gives whoever had it the partner that is free then. */
export function exchange({ toTheirs, toMine }: Matching, at: number, partner: number) {
  const before = partnerOf(toTheirs, at)
  const owner = partner === NONE ? NONE : partnerOf(toMine, partner)
  toTheirs[at] = partner
  if (partner !== NONE) toMine[partner] = at
  if (owner !== NONE) toTheirs[owner] = before
  if (before !== NONE) toMine[before] = owner
}
