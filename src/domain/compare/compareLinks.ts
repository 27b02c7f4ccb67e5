import type { DesignNode } from '../design.ts'
import { groupBy } from '../groupBy.ts'
import type { Finding, Side, What } from './difference.ts'
import { type LinkView, pairLinks } from './linkViews.ts'
import type { NodePair, Pairing } from './pairing.ts'
import { nameOf, type Words } from './words.ts'

/** Links between nodes that both designs have: those of a node that one lacks are said with the node. */
export function compareLinks({ mine, theirs, pairs }: Pairing, words: Words): Finding[] {
  const found: Finding[] = []
  const numbered: LinkPair[] = []
  for (const [first, second] of couples(pairs)) {
    if (mine.bundleAt(first.a.at, second.a.at) + theirs.bundleAt(first.b.at, second.b.at) === 0) continue
    const { both, mineOnly, theirsOnly } = pairLinks(
      mine.views(first.a.at, second.a.at),
      theirs.views(first.b.at, second.b.at),
    )
    const ends = { first, second, words }
    const linked = both.map(([a, b]) => ({ ...ends, a, b }))
    numbered.push(...linked)
    found.push(
      ...theirsOnly.map((view) => lone('link-missing', view, ends)),
      ...mineOnly.map((view) => lone('link-extra', view, ends)),
      ...linked.flatMap(compareLink),
    )
  }
  return [...found, ...compareOrder(numbered)]
}

/** Composites that one design draws box by box are said once, and their links not at all. */
function couples(pairs: readonly NodePair[]): [NodePair, NodePair][] {
  const whole = pairs.filter(({ a, b }) => !a.parts && !b.parts)
  return whole.flatMap((first, n) => whole.slice(n).map((second): [NodePair, NodePair] => [first, second]))
}

interface Ends {
  readonly first: NodePair
  readonly second: NodePair
  readonly words: Words
}

interface LinkPair extends Ends {
  readonly a: LinkView
  readonly b: LinkView
}

function lone(what: 'link-missing' | 'link-extra', view: LinkView, ends: Ends): Finding {
  const has = (side: 'a' | 'b') => (side === 'a') === (what === 'link-extra')
  const sideFor = (side: 'a' | 'b'): Side => ({
    at: has(side) ? [view.link.id] : [],
    names: namesOf(side, view.isOut, ends),
    ...(has(side) ? { value: view.link.mode } : {}),
  })
  return { what, mine: sideFor('a'), theirs: sideFor('b') }
}

function namesOf(side: 'a' | 'b', isOut: boolean, { first, second, words }: Ends): string[] {
  const nodes: [DesignNode, DesignNode] = [first[side].node, second[side].node]
  const names = nodes.map((node) => nameOf(node, words))
  return isOut ? names : names.reverse()
}

function compareLink(pair: LinkPair): Finding[] {
  const { a, b } = pair
  const found: Finding[] = []
  const add = (what: What, mine: string, theirs: string) =>
    found.push(linkFinding(what, pair, [mine, theirs]))
  if (a.isOut !== b.isOut) add('link-reversed', 'as drawn here', 'the other way')
  if (a.link.mode !== b.link.mode) add('link-mode', a.link.mode, b.link.mode)
  if ((a.link.optional ?? false) !== (b.link.optional ?? false)) add('link-optional', needOf(a), needOf(b))
  if (portsOf(a, a.isOut) !== portsOf(b, a.isOut)) add('link-port', portsOf(a, a.isOut), portsOf(b, a.isOut))
  return found
}

function linkFinding(what: What, pair: LinkPair, values: readonly [string, string]): Finding {
  const { a, b } = pair
  return {
    what,
    mine: { at: [a.link.id], names: namesOf('a', a.isOut, pair), value: values[0] },
    theirs: { at: [b.link.id], names: namesOf('b', b.isOut, pair), value: values[1] },
  }
}

function needOf({ link }: LinkView): string {
  return link.optional ? 'optional' : 'always'
}

function portsOf({ ownPort, otherPort }: LinkView, isOut: boolean): string {
  const [from, to] = isOut ? [ownPort, otherPort] : [otherPort, ownPort]
  return `${from || 'the whole shape'} → ${to || 'the whole shape'}`
}

/**
 * Which call comes when. Numbers are compared caller by caller as they are and by their order, and the way
 * that leaves fewer differences is taken, since 10, 20, 30 is the same order as 1, 2, 3.
 */
function compareOrder(pairs: readonly LinkPair[]): Finding[] {
  const alike = pairs.filter(({ a, b }) => a.isOut === b.isOut)
  const byCaller = groupBy(alike, ({ a, first, second }) => (a.isOut ? first : second).a.at)
  return [...byCaller.values()].flatMap((calls) =>
    otherOrder(calls).map((pair) => linkFinding('link-order', pair, [orderOf(pair.a), orderOf(pair.b)])),
  )
}

function otherOrder(calls: readonly LinkPair[]): LinkPair[] {
  const numbered = calls.filter(({ a, b }) => a.link.seq !== undefined && b.link.seq !== undefined)
  const unlike = calls.filter(({ a, b }) => (a.link.seq === undefined) !== (b.link.seq === undefined))
  const asWritten = numbered.filter(({ a, b }) => a.link.seq !== b.link.seq)
  const [mine, theirs] = [ranksOf(numbered, 'a'), ranksOf(numbered, 'b')]
  const asRanked = numbered.filter((_, n) => mine[n] !== theirs[n])
  return [...unlike, ...(asRanked.length < asWritten.length ? asRanked : asWritten)]
}

function ranksOf(calls: readonly LinkPair[], side: 'a' | 'b'): number[] {
  const numbers = calls.map((call) => call[side].link.seq ?? 0)
  const sorted = [...new Set(numbers)].sort((a, b) => a - b)
  return numbers.map((number) => sorted.indexOf(number))
}

function orderOf({ link }: LinkView): string {
  return link.seq === undefined ? 'no number' : `number ${link.seq}`
}
