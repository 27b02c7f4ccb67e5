import type { Design, DesignLink, DesignNode } from '../design.ts'
import { groupBy } from '../groupBy.ts'
import { readStages, type Stage } from '../stages.ts'
import { type Calls, circleMissing, subjectOf } from './calls.ts'
import { withoutNoise } from './formula.ts'
import { postOrder } from './graph.ts'
import { counted, derived, drawn, hasFigure, nothing, type Quantity, type Subject } from './quantity.ts'
import { stageSubject } from './subjects.ts'

/** A node that makes a call path longer. */
interface Hop {
  readonly id: string
  readonly label: string
  /** How often it is waited for. */
  readonly times: number
  /** ms: its own p99, each of the times. */
  readonly each: Quantity
}

/** How long a request takes from where it starts. */
export interface CallPath {
  readonly root: DesignNode
  /** ms: each node's own p99 and, one after the other, the slowest of the calls that run side by side. */
  readonly latency: Quantity
  /** Ids of the nodes that make it as long as it is, as the request comes by. */
  readonly slowest: readonly string[]
  /** The same as far as they take time, from the first on: what they take adds up to the latency. */
  readonly hops: readonly Hop[]
  /** Everything that the request reaches, the root not among it. */
  readonly reached: readonly DesignNode[]
}

/**
 * The latency of every call path: node.p99 + Σ over `seq` of the slowest call, ms. The root's own time is not
 * the system's. Sums of p99 err on the safe side.
 *
 * Gateway 5 + service 5 + max(A/B 2, features 10) + tower 8 + max(index 15, popular 5) + (ranker 60 + its
 * features 10) + re-ranker 10 = 123 ms.
 */
export function callPaths(design: Design, calls: Calls): CallPath[] {
  const stages = groupBy(readStages(design), ({ node }) => node)
  const parts = (node: DesignNode) => latencyParts(node, stages.get(node.id) ?? [], design)
  return calls.roots.map((root) => callPath(root, parts, calls))
}

function callPath(root: DesignNode, parts: (node: DesignNode) => readonly Subject[], calls: Calls): CallPath {
  const order = postOrder([root.id], (id) => calls.of(id).map(({ to }) => to))
  const reached = order
    .toReversed()
    .map((id) => calls.nodes.get(id))
    .filter((node) => node !== undefined)
    .filter(({ id }) => id !== root.id)
  const own = new Map(reached.map((node) => [node.id, ownLatency(node, parts(node))]))
  const waits = longestWaits(order, own, calls)
  const inWay = calls.circles
    .filter((circle) => order.includes(circle[0] ?? ''))
    .map((c) => circleMissing(c, calls))
  const sum = derived(withoutNoise(waits.get(root.id) ?? 0), [
    ...own.values(),
    ...inWay,
    assumedOrder(order, calls),
  ])
  const slowest = slowestCalls(root.id, waits, calls)
  return {
    root,
    latency: sum.missing.length > 0 ? { ...sum, value: null } : counted(sum),
    slowest,
    hops: hopsOf({ slowest, order }, own, waits, calls),
    reached,
  }
}

/** ms from calling a node to its answer, callees before callers; what has no p99 counts as none. */
function longestWaits(order: readonly string[], own: ReadonlyMap<string, Quantity>, calls: Calls) {
  const waits = new Map<string, number>()
  for (const id of order) {
    const called = turns(calls.of(id)).map((turn) => Math.max(...turn.map(({ to }) => waits.get(to) ?? 0)))
    waits.set(
      id,
      called.reduce((sum, wait) => sum + wait, own.get(id)?.value ?? 0),
    )
  }
  return waits
}

/** The calls of one node, turn by turn: those with one `seq` run side by side, any other is a turn of its own. */
function turns(calls: readonly DesignLink[]): DesignLink[][] {
  return [...groupBy(calls, ({ seq, id }) => seq ?? `alone ${id}`).values()]
}

/** What one waits for within a node: the stages of a funnel; of a two-tower that names no sum, a tower and the search. */
function latencyParts(
  node: DesignNode,
  stages: readonly Stage[],
  { composites }: Design,
): readonly Subject[] {
  if (node.kind === 'funnel') return stages.map(stageSubject)
  const whole = subjectOf(node)
  const found = composites.find(({ id, type }) => id === node.id && type === 'two-tower')
  if (!found || hasFigure(whole, 'p99')) return []
  return (['query', 'index'] as const).map((part) => ({
    id: node.id,
    label: `${part === 'query' ? 'Query tower' : 'Index'} of ${whole.label}`,
    props: propsOf(found.props[part]),
  }))
}

function propsOf(part: unknown): Subject['props'] {
  return typeof part === 'object' && part !== null && !Array.isArray(part) ? { ...part } : {}
}

/** What a node adds by itself: of one drawn with its parts, what they add up to. */
function ownLatency(node: DesignNode, within: readonly Subject[]): Quantity {
  if (!within.some((subject) => hasFigure(subject, 'p99'))) return drawn(subjectOf(node), 'p99')
  const parts = within.map((subject) => drawn(subject, 'p99'))
  return derived(
    parts.reduce((sum, { value }) => sum + (value ?? 0), 0),
    parts,
  )
}

function assumedOrder(order: readonly string[], calls: Calls): Quantity {
  const unordered = order.filter((id) => calls.of(id).filter(({ seq }) => seq === undefined).length > 1)
  const names = unordered.map((id) => `“${calls.nodes.get(id)?.label || calls.nodes.get(id)?.kind}”`)
  const words =
    names.length > 0 ? [`Calls without a number run one after the other: those of ${names.join(', ')}.`] : []
  return { ...nothing([]), assumed: words }
}

/** The way of the longest wait; a node that is called again further on is named once. */
function slowestCalls(root: string, waits: ReadonlyMap<string, number>, calls: Calls): string[] {
  const open = [root]
  const way = new Set<string>()
  for (let id = open.pop(); id !== undefined; id = open.pop()) {
    if (way.has(id)) continue
    way.add(id)
    open.push(...slowestOf(id, waits, calls).reverse())
  }
  return [...way]
}

/** Whom a node waits for: of each turn the slowest. */
function slowestOf(id: string, waits: ReadonlyMap<string, number>, calls: Calls): string[] {
  return turns(calls.of(id)).map(
    (turn) => turn.reduce((a, b) => ((waits.get(b.to) ?? 0) > (waits.get(a.to) ?? 0) ? b : a)).to,
  )
}

/** What is waited for, with how often: a store that two on the way read one after the other counts twice. */
function hopsOf(
  { slowest, order }: { readonly slowest: readonly string[]; readonly order: readonly string[] },
  own: ReadonlyMap<string, Quantity>,
  waits: ReadonlyMap<string, number>,
  calls: Calls,
): Hop[] {
  const times = new Map([[slowest[0] ?? '', 1]])
  for (const id of order.toReversed())
    for (const to of slowestOf(id, waits, calls)) {
      times.set(to, (times.get(to) ?? 0) + (times.get(id) ?? 0))
    }
  return slowest.flatMap((id) => {
    const node = calls.nodes.get(id)
    const each = own.get(id)
    return node && each ? [{ id, label: node.label || node.kind, times: times.get(id) ?? 1, each }] : []
  })
}
