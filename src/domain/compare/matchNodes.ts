import { assign, NONE } from './assign.ts'
import type { Graph } from './graph.ts'
import { type Grid, makeGrid } from './grid.ts'
import { improve } from './improve.ts'
import { type LinkView, LONE_LINK, OTHER_MODE, REVERSED } from './linkViews.ts'
import { type Matching, partnerOf, startMatching } from './matching.ts'
import { LONE_PAIR, labelLikeness, nodeCost } from './nodeCost.ts'

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
  const nodeCosts = makeGrid(rows, columns, (row, column) => {
    const [a, b] = [mine.nodes[row], theirs.nodes[column]]
    return a && b ? nodeCost(a, b) : LONE_PAIR
  })
  const step = (likeness: Grid) => worthOf(mine, theirs, nodeCosts, likeness)
  let worth = makeGrid(rows, columns, (row, column) => LONE_PAIR - nodeCosts.get(row, column))
  for (let round = 0; round < ROUNDS; round++) worth = step(likenessOf(worth))
  let pairs = assign(worth)
  for (let round = 0; round < PAIRED_ROUNDS; round++) {
    worth = step(likenessOf(worth, pairs))
    pairs = assign(worth)
  }
  const matching = startMatching(mine, theirs, nodeCosts, pairs)
  improve(matching)
  return mine.nodes.map((_, at) => (isJustified(matching, at) ? partnerOf(matching.toTheirs, at) : NONE))
}

/** From 0, nothing in common, to 1, the same; of paired nodes, half is that they are paired. */
function likenessOf(worth: Grid, pairs?: readonly number[]): Grid {
  return makeGrid(worth.rows, worth.columns, (row, column) => {
    const alike = Math.max(0, worth.get(row, column)) / LONE_PAIR
    return pairs ? (alike + (pairs[row] === column ? 1 : 0)) / 2 : alike
  })
}

/** What pairing two nodes saves, their links counted by how like the nodes at the other ends are. */
function worthOf(mine: Graph, theirs: Graph, nodeCosts: Grid, likeness: Grid): Grid {
  const [ours, others] = [linksOf(mine), linksOf(theirs)]
  return makeGrid(nodeCosts.rows, nodeCosts.columns, (row, column) => {
    const own = nodeCosts.get(row, column)
    if (own >= LONE_PAIR) return 0
    const [a, b] = [ours[row] ?? [], others[column] ?? []]
    const unlike = a.length + b.length - agreement(a, b, likeness)
    return LONE_PAIR - own - (unlike * LONE_LINK) / 2
  })
}

interface End {
  readonly other: number
  readonly view: LinkView
}

function linksOf(graph: Graph): End[][] {
  return graph.around.map((around, at) =>
    around.flatMap((other) => graph.views(at, other).map((view) => ({ other, view }))),
  )
}

/** How many of the links of both have their like among the other's, in parts of a link. */
function agreement(mine: readonly End[], theirs: readonly End[], likeness: Grid): number {
  const found = new Float64Array(theirs.length)
  let sum = 0
  for (const a of mine) {
    let best = 0
    theirs.forEach((b, n) => {
      const alike = likeness.get(a.other, b.other) * viewLikeness(a.view, b.view)
      if (alike > best) best = alike
      if (alike > (found[n] ?? 0)) found[n] = alike
    })
    sum += best
  }
  return found.reduce((total, alike) => total + alike, sum)
}

function viewLikeness(a: LinkView, b: LinkView): number {
  return 1 - (a.isOut === b.isOut ? 0 : REVERSED) - (a.link.mode === b.link.mode ? 0 : OTHER_MODE)
}

function isJustified(matching: Matching, at: number): boolean {
  const { mine, theirs, toTheirs } = matching
  const partner = partnerOf(toTheirs, at)
  const [a, b] = [mine.nodes[at], theirs.nodes[partner]]
  if (!a || !b) return false
  return (
    a.kind === b.kind ||
    labelLikeness(a.label, b.label) >= ALIKE_LABELS ||
    (mine.around[at] ?? []).some((other) => {
      const theirOther = partnerOf(toTheirs, other)
      return theirOther !== NONE && theirs.views(partner, theirOther).length > 0
    })
  )
}
