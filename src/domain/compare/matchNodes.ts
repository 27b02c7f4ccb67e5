import type { LinkMode } from '../kinds.ts'
import { assign, NONE } from './assign.ts'
import type { Graph } from './graph.ts'
import { type Grid, makeGrid } from './grid.ts'
import { improve, isDone } from './improve.ts'
import { LONE_LINK, OTHER_MODE, REVERSED } from './linkViews.ts'
import { type Matching, partnerOf, startMatching } from './matching.ts'
import { LONE_PAIR, labelLikeness, nodeCost, OTHER_KIND, type Profile, profileOf } from './nodeCost.ts'

/** Each round brings what lies one link further away. */
const ROUNDS = 3
/** Rounds in which who was paired already counts. */
const PAIRED_ROUNDS = 2
/** Nodes of other kinds are the same thing only if a link or half of their labels says so. */
const ALIKE_LABELS = 0.5

/**
 * Which node of mine has the role of which of theirs, by place; NONE where it has no counterpart. First by
 * what the nodes are, then by what surrounds them, round by round; labels only where all else is equal.
 */
export function matchNodes(mine: Graph, theirs: Graph): readonly number[] {
  const [rows, columns] = [mine.nodes.length, theirs.nodes.length]
  const [ours, others] = [mine.nodes.map(profileOf), theirs.nodes.map(profileOf)]
  const nodeCosts = makeGrid(rows, columns, (row, column) => {
    const [a, b] = [ours[row], others[column]]
    return a && b ? nodeCost(a, b) : LONE_PAIR
  })
  const matching = startMatching(mine, theirs, nodeCosts, firstPairs(mine, theirs, nodeCosts))
  improve(matching)
  return ours.map((profile, at) => {
    const partner = partnerOf(matching.toTheirs, at)
    return isJustified(matching, at, [profile, others[partner]]) ? partner : NONE
  })
}

function firstPairs(mine: Graph, theirs: Graph, nodeCosts: Grid): number[] {
  const step = worthOf(mine, theirs, nodeCosts)
  let worth = makeGrid(
    nodeCosts.rows,
    nodeCosts.columns,
    (row, column) => LONE_PAIR - nodeCosts.get(row, column),
  )
  for (let round = 0; round < ROUNDS; round++) worth = step(likenessOf(worth), OTHER_KIND)
  let pairs = assign(worth)
  for (let round = 0; round < PAIRED_ROUNDS; round++) {
    if (isDone(startMatching(mine, theirs, nodeCosts, pairs))) return pairs
    worth = step(likenessOf(worth, pairs), LONE_PAIR)
    pairs = assign(worth)
  }
  return pairs
}

/** From 0, nothing in common, to 1, the same; of paired nodes, half is that they are paired. */
function likenessOf(worth: Grid, pairs?: readonly number[]): Grid {
  return makeGrid(worth.rows, worth.columns, (row, column) => {
    const alike = Math.max(0, worth.get(row, column)) / LONE_PAIR
    return pairs ? (alike + (pairs[row] === column ? 1 : 0)) / 2 : alike
  })
}

/** What pairing two nodes saves, their links counted by how like the nodes at the other ends are. */
function worthOf(mine: Graph, theirs: Graph, nodeCosts: Grid) {
  const [ours, others] = [linksOf(mine), linksOf(theirs)]
  return (likeness: Grid, highestCost: number) =>
    makeGrid(nodeCosts.rows, nodeCosts.columns, (row, column) => {
      const own = nodeCosts.get(row, column)
      if (own >= highestCost) return Math.max(0, LONE_PAIR - own)
      const [a, b] = [ours[row] ?? [], others[column] ?? []]
      const unlike = a.length + b.length - agreement(a, b, likeness)
      return LONE_PAIR - own - (unlike * LONE_LINK) / 2
    })
}

interface End {
  readonly other: number
  readonly isOut: boolean
  readonly mode: LinkMode
  /** How much of its like was found on the other side, while two nodes are compared. */
  found: number
}

function linksOf(graph: Graph): End[][] {
  return graph.around.map((around, at) =>
    around.flatMap((other) =>
      graph.views(at, other).map(({ isOut, link }) => ({ other, isOut, mode: link.mode, found: 0 })),
    ),
  )
}

/** How many of the links of both have their like among the other's, in parts of a link. */
function agreement(mine: readonly End[], theirs: readonly End[], likeness: Grid): number {
  let sum = 0
  for (const b of theirs) b.found = 0
  for (const a of mine) {
    let best = 0
    for (const b of theirs) {
      const alike = likeness.get(a.other, b.other) * endLikeness(a, b)
      best = Math.max(best, alike)
      b.found = Math.max(b.found, alike)
    }
    sum += best
  }
  for (const b of theirs) sum += b.found
  return sum
}

function endLikeness(a: End, b: End): number {
  return 1 - (a.isOut === b.isOut ? 0 : REVERSED) - (a.mode === b.mode ? 0 : OTHER_MODE)
}

function isJustified(
  { mine, theirs, toTheirs }: Matching,
  at: number,
  [a, b]: readonly [Profile, Profile | undefined],
): boolean {
  if (!b) return false
  if (a.kind === b.kind || labelLikeness(a.words, b.words) >= ALIKE_LABELS) return true
  const partner = partnerOf(toTheirs, at)
  return (mine.around[at] ?? []).some((other) => {
    const theirOther = partnerOf(toTheirs, other)
    return theirOther !== NONE && theirs.bundleAt(partner, theirOther) > 0
  })
}
