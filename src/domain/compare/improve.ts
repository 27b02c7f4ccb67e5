import { NONE } from './assign.ts'
import { costAt, costBetween, exchange, type Matching, partnerOf } from './matching.ts'

/** Below it, only wording differs. */
const NEGLIGIBLE = 0.03
const ENOUGH = 1e-9
const MOST_PASSES = 6
/** As many nodes as one chain of exchanges may pass through. */
const LONGEST_CHAIN = 8

/** Whether nothing but wording differs. */
export function isDone(matching: Matching): boolean {
  return (
    matching.toMine.every((partner) => partner !== NONE) &&
    matching.mine.nodes.every((_, at) => costAt(matching, at) <= NEGLIGIBLE)
  )
}

/** Exchanges partners for as long as the two designs come out more alike. */
export function improve(matching: Matching) {
  for (let pass = 0; pass < MOST_PASSES; pass++) {
    const isBetter = isAnyBetter(matching, exchangeBest) || isAnyBetter(matching, exchangeChain)
    if (!isBetter) return
  }
}

function isAnyBetter(matching: Matching, change: (matching: Matching, at: number) => boolean): boolean {
  let isBetter = false
  for (let at = 0; at < matching.mine.nodes.length; at++)
    if (costAt(matching, at) > NEGLIGIBLE && change(matching, at)) isBetter = true
  return isBetter
}

function exchangeBest(matching: Matching, at: number): boolean {
  let best = NONE
  let most = ENOUGH
  for (let partner = 0; partner < matching.theirs.nodes.length; partner++) {
    const gain = gainOf(matching, at, partner)
    if (gain > most) [most, best] = [gain, partner]
  }
  if (best === NONE) return false
  exchange(matching, at, best)
  return true
}

/** By how much the cost falls if a node gets that partner. */
function gainOf(matching: Matching, at: number, partner: number): number {
  const before = partnerOf(matching.toTheirs, at)
  if (partner === before) return 0
  const owner = partnerOf(matching.toMine, partner)
  const old = costOfTwo(matching, at, owner)
  exchange(matching, at, partner)
  const fresh = costOfTwo(matching, at, owner)
  undo(matching, at, owner, { before, partner })
  return old - fresh
}

function undo(
  { toTheirs, toMine }: Matching,
  at: number,
  owner: number,
  { before, partner }: { readonly before: number; readonly partner: number },
) {
  toTheirs[at] = before
  toMine[partner] = owner
  if (before !== NONE) toMine[before] = at
  if (owner !== NONE) toTheirs[owner] = partner
}

function costOfTwo(matching: Matching, at: number, other: number): number {
  const shared = other === NONE ? 0 : costBetween(matching, at, other)
  return costAt(matching, at) + costAt(matching, other) - shared
}

/**
 * Two branches that look alike can be matched crosswise in part, and then no single exchange helps: goes on
 * along the links with whichever next exchange gains most, and keeps the chain if it gains as a whole.
 */
function exchangeChain(matching: Matching, start: number): boolean {
  if (partnerOf(matching.toTheirs, start) === NONE) return false
  return othersAlike(matching, start).some((partner) => followChain(matching, start, partner))
}

function followChain(matching: Matching, start: number, first: number): boolean {
  const { toTheirs, toMine } = matching
  const saved = [[...toTheirs], [...toMine]] as const
  let total = gainOf(matching, start, first)
  const touched = new Set([start, partnerOf(toMine, first)])
  exchange(matching, start, first)
  for (let length = 1; length < LONGEST_CHAIN && total <= ENOUGH; length++) {
    const next = bestBeside(matching, touched)
    if (!next) break
    total += next.gain
    touched.add(next.at).add(partnerOf(toMine, next.partner))
    exchange(matching, next.at, next.partner)
  }
  if (total > ENOUGH) return true
  saved[0].forEach((partner, at) => {
    toTheirs[at] = partner
  })
  saved[1].forEach((partner, at) => {
    toMine[at] = partner
  })
  return false
}

interface Exchange {
  readonly at: number
  readonly partner: number
  readonly gain: number
}

/** The exchange between nodes of one kind, beside those that were exchanged, that gains most or loses least. */
function bestBeside(matching: Matching, touched: ReadonlySet<number>): Exchange | undefined {
  const { mine, toTheirs } = matching
  const beside = new Set([...touched].flatMap((at) => mine.around[at] ?? []))
  let best: Exchange | undefined
  for (const at of beside) {
    if (touched.has(at) || partnerOf(toTheirs, at) === NONE) continue
    for (const partner of othersAlike(matching, at)) {
      if (touched.has(partnerOf(matching.toMine, partner))) continue
      const gain = gainOf(matching, at, partner)
      if (!best || gain > best.gain) best = { at, partner, gain }
    }
  }
  return best
}

/** Nodes of theirs that are of the node's kind, but for its partner. */
function othersAlike({ mine, theirs, toTheirs }: Matching, at: number): number[] {
  const own = partnerOf(toTheirs, at)
  const alike = theirs.placesOf.get(mine.nodes[at]?.kind ?? '') ?? []
  return alike.filter((partner) => partner !== own)
}
