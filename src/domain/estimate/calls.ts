import type { Design, DesignLink, DesignNode } from '../design.ts'
import { groupBy } from '../groupBy.ts'
import { circles } from './graph.ts'
import { type Missing, nothing, type Quantity, type Subject } from './quantity.ts'

/** Who calls whom while somebody waits. */
export interface Calls {
  readonly nodes: ReadonlyMap<string, DesignNode>
  /** Those that requests start at: clients, and systems outside that call in. */
  readonly roots: readonly DesignNode[]
  /** The calls of a node, in turn; optional ones, as to a fallback, are none. */
  readonly of: (id: string) => readonly DesignLink[]
  /** Calls that come back to whom they came from. */
  readonly circles: readonly (readonly string[])[]
}

/** Drawn around others, so nothing calls them. */
const FRAMES: readonly string[] = ['k8s-cluster']
/** What a system outside calls, if it is a caller and not just read from. */
const DOORS: readonly string[] = ['api-gateway', 'load-balancer', 'service', 'orchestrator']

const ANSWER = /^(answer|reply|response)s?$/i

export function readCalls({ nodes, links }: Design): Calls {
  const byId = new Map(nodes.filter(({ kind }) => !FRAMES.includes(kind)).map((node) => [node.id, node]))
  const calls = links.filter(
    ({ from, to, mode, optional }) => mode === 'sync' && !optional && byId.has(from) && byId.has(to),
  )
  const bySource = groupBy(inTurn(withoutAnswers(calls, byId), byId), ({ from }) => from)
  const of = (id: string) => bySource.get(id) ?? []
  const roots = [...byId.values()].filter(
    ({ id, kind }) =>
      (kind === 'client' && of(id).length > 0) ||
      (kind === 'external-system' && of(id).some(({ to }) => DOORS.includes(byId.get(to)?.kind ?? ''))),
  )
  const round = circles(
    roots.map(({ id }) => id),
    (id) => of(id).map(({ to }) => to),
  )
  return { nodes: byId, roots, of, circles: round }
}

/** Calls by their number, then those without one by whom they call: ids of a board come in any order. */
function inTurn(calls: readonly DesignLink[], nodes: ReadonlyMap<string, DesignNode>): DesignLink[] {
  const name = ({ to }: DesignLink) => nodes.get(to)?.label || nodes.get(to)?.kind || ''
  const turn = ({ seq }: DesignLink) => seq ?? Number.POSITIVE_INFINITY
  const byName = (a: DesignLink, b: DesignLink) =>
    name(a).localeCompare(name(b), 'en', { numeric: true }) || (a.id < b.id ? -1 : 1)
  return [...calls].sort((a, b) => (turn(a) === turn(b) ? byName(a, b) : turn(a) - turn(b)))
}

/** An arrow back that only says that there is an answer: from a tool to its LLM, or with a label that says so. */
function withoutAnswers(calls: readonly DesignLink[], nodes: ReadonlyMap<string, DesignNode>): DesignLink[] {
  const drawnCalls = new Set(calls.map(({ from, to }) => JSON.stringify([from, to])))
  const isAnswer = ({ from, to, label }: DesignLink) =>
    (nodes.get(from)?.kind === 'tool' && nodes.get(to)?.kind === 'llm') || ANSWER.test(label.trim())
  return calls.filter((link) => !(isAnswer(link) && drawnCalls.has(JSON.stringify([link.to, link.from]))))
}

export function subjectOf({ id, label, kind, props }: DesignNode): Subject {
  return { id, label: label || kind, props }
}

/** What stands in the way of a sum along calls that lead round in a circle. */
export function circleMissing(circle: readonly string[], { nodes }: Calls): Quantity {
  const names = circle.map((id) => nodes.get(id)?.label || nodes.get(id)?.kind || id)
  const quoted = names.map((name) => `“${name}”`)
  const why =
    names.length === 1
      ? `${quoted[0]} calls itself: delete the arrow, or mark it optional.`
      : `${quoted.join(', ')} call each other in a circle: delete one of the calls, or mark it optional.`
  const missing: Missing[] = circle.map((at, n) => ({ at, label: names[n] ?? at, property: 'calls', why }))
  return nothing(missing)
}
