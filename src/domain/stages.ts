import type { Design, DesignComposite, DesignLink, DesignNode, PropertyValue } from './design.ts'
import { groupBy } from './groupBy.ts'

/** One narrowing of items: a component of its own, or a stage of a funnel drawn as one shape. */
export interface Stage {
  /** The component's; of a funnel's stage, the funnel's and its own. */
  readonly id: string
  /** The component or funnel that it is drawn as. */
  readonly node: string
  readonly name: string
  readonly itemsIn: number | null
  readonly itemsOut: number | null
  /** ms */
  readonly p99: number | null
  /** Everything written on it: label, objective, model, text properties. */
  readonly texts: readonly string[]
  /** All that is written on it, by property. */
  readonly props: Readonly<Record<string, unknown>>
  /** It may let more through than came in, as where adverts are blended in. */
  readonly adds: boolean
  /** Ids of the stages right before it. */
  readonly before: readonly string[]
}

/** Stages that pass items on to each other, first to last; those of one row stand side by side. */
export type Funnel = readonly (readonly Stage[])[]

const FUNNEL = 'funnel'
const STAGE_KINDS: readonly string[] = ['candidate-generator', 'rules-filter', 'ranker', 'reranker']

/** A stage before it is known what comes before it. */
type LooseStage = Omit<Stage, 'before'>

/** The stages of one node, first to last. */
interface StageNode {
  readonly node: DesignNode
  readonly stages: readonly LooseStage[]
}

/**
 * Every stage of a design with the stages before it: inside a funnel those of its order; between nodes those
 * that a link comes from; where none does, those that the same caller calls earlier by `seq`.
 */
export function readStages({ nodes, links, composites }: Design): Stage[] {
  const owners = new Map<string, StageNode>()
  for (const node of nodes) {
    const stages = stagesOf(node, composites)
    if (stages.length > 0) owners.set(node.id, { node, stages })
  }
  const before = new Map<string, Set<string>>()
  const join = (from: string, to: string) => before.set(to, (before.get(to) ?? new Set()).add(from))
  for (const { stages } of owners.values()) for (const [a, b] of pairs(stages)) join(a.id, b.id)
  for (const [from, to] of linkedStages(links, owners)) join(from, to)
  const linked = new Map([...before].map(([to, froms]) => [to, new Set(froms)]))
  for (const [from, to] of calledStages(links, owners))
    if (!linked.has(to) && !reaches(linked, to, from)) join(from, to)
  return [...owners.values()].flatMap(({ stages }) =>
    stages.map((stage) => ({ ...stage, before: [...(before.get(stage.id) ?? [])] })),
  )
}

function stagesOf(node: DesignNode, composites: readonly DesignComposite[]): LooseStage[] {
  if (STAGE_KINDS.includes(node.kind)) return [componentStage(node)]
  const composite = composites.find(({ id, type }) => id === node.id && type === FUNNEL)
  const stages = composite?.props.stages
  return Array.isArray(stages)
    ? stages.filter(isObject).map((stage, n) => funnelStage(node.id, stage, n))
    : []
}

/** A composite of a file may hold anything. */
function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function componentStage({ id, kind, label, props }: DesignNode): LooseStage {
  return {
    id,
    node: id,
    name: label || kind,
    itemsIn: numberOf(props.itemsIn),
    itemsOut: numberOf(props.itemsOut),
    p99: numberOf(props.p99),
    texts: [label, ...textsOf(props)],
    props,
    adds: props.adds === true,
  }
}

function funnelStage(node: string, stage: Readonly<Record<string, unknown>>, n: number): LooseStage {
  const { id, name, objective, model, itemsIn, itemsOut, p99 } = stage
  return {
    id: `${node} ${typeof id === 'string' ? id : n}`,
    node,
    name: (typeof name === 'string' && name) || 'Stage',
    itemsIn: numberOf(itemsIn),
    itemsOut: numberOf(itemsOut),
    p99: numberOf(p99),
    texts: [name, objective, model].filter((text) => typeof text === 'string'),
    props: stage,
    adds: stage.adds === true,
  }
}

function numberOf(value: unknown): number | null {
  return typeof value === 'number' && Number.isFinite(value) ? value : null
}

function textsOf(props: Readonly<Record<string, PropertyValue>>): string[] {
  return Object.values(props).flatMap((value) =>
    typeof value === 'string' ? [value] : Array.isArray(value) ? value : [],
  )
}

function pairs<Item>(items: readonly Item[]): [Item, Item][] {
  return items.slice(1).flatMap((item, n) => {
    const previous = items[n]
    return previous === undefined ? [] : [[previous, item]]
  })
}

type Pair = readonly [from: string, to: string]
type Owners = ReadonlyMap<string, StageNode>

function linkedStages(links: readonly DesignLink[], owners: Owners): Pair[] {
  return links.flatMap(({ from, to, mode, fromPort, toPort }) => {
    const first = stageAt(owners.get(from), fromPort, -1)
    const second = stageAt(owners.get(to), toPort, 0)
    return first && second && from !== to && mode !== 'control' ? [[first.id, second.id]] : []
  })
}

/** The stage that a link's end names, else the last or the first of its node. */
function stageAt(owner: StageNode | undefined, port: string | undefined, otherwise: 0 | -1) {
  return owner?.stages.find(({ id }) => id === `${owner.node.id} ${port}`) ?? owner?.stages.at(otherwise)
}

/** What one caller calls with one number, after what it calls with the number before. */
function calledStages(links: readonly DesignLink[], owners: Owners): Pair[] {
  const calls = links.filter(({ from, to, seq }) => seq !== undefined && owners.has(to) && !owners.has(from))
  return [...groupBy(calls, ({ from }) => from).values()].flatMap((ofCaller) => {
    const bySeq = [...groupBy(ofCaller, ({ seq }) => seq ?? 0)].sort(([a], [b]) => a - b)
    return pairs(bySeq.map(([, together]) => together)).flatMap(([earlier, later]) =>
      earlier.flatMap((one) =>
        later.flatMap((other) => {
          const first = stageAt(owners.get(one.to), one.toPort, -1)
          const second = stageAt(owners.get(other.to), other.toPort, 0)
          return first && second && one.to !== other.to ? [[first.id, second.id] as const] : []
        }),
      ),
    )
  })
}

/** Whether a stage comes somewhere before another. */
function reaches(before: ReadonlyMap<string, ReadonlySet<string>>, from: string, to: string): boolean {
  const seen = new Set([to])
  for (const id of seen) for (const earlier of before.get(id) ?? []) seen.add(earlier)
  return seen.has(from)
}

/** The funnels that stages make up. Stages whose links lead round in a circle have no order and are in none. */
export function funnelsOf(stages: readonly Stage[]): Funnel[] {
  const rows = rowNumbers(stages)
  const ordered = stages.filter(({ id }) => rows.has(id))
  return [...groupBy(ordered, partNames(ordered)).values()].map((part) => {
    const funnel: Stage[][] = []
    for (const stage of part) {
      const row = rows.get(stage.id) ?? 0
      funnel[row] = [...(funnel[row] ?? []), stage]
    }
    return funnel.map((row) => row.sort((a, b) => compareTexts(contentOf(a), contentOf(b))))
  })
}

/** How many stages lie before each at most; none for those in a circle or behind one. */
function rowNumbers(stages: readonly Stage[]): Map<string, number> {
  const rows = new Map<string, number>()
  const waiting = new Map(stages.map((stage) => [stage.id, new Set(stage.before)]))
  const after = stagesAfter(stages)
  let ready = stages.filter(({ before }) => before.length === 0).map(({ id }) => id)
  for (let row = 0; ready.length > 0; row++) {
    const next: string[] = []
    for (const id of ready) {
      rows.set(id, row)
      for (const later of after.get(id) ?? []) {
        const left = waiting.get(later)
        if (left?.delete(id) && left.size === 0) next.push(later)
      }
    }
    ready = next
  }
  return rows
}

function stagesAfter(stages: readonly Stage[]): Map<string, string[]> {
  const after = new Map<string, string[]>()
  for (const { id, before } of stages) {
    for (const earlier of before) {
      const later = after.get(earlier)
      if (later) later.push(id)
      else after.set(earlier, [id])
    }
  }
  return after
}

/** The same name for all stages that are joined to each other, however far. */
function partNames(stages: readonly Stage[]): (stage: Stage) => string {
  const leader = new Map(stages.map(({ id }) => [id, id]))
  const find = (id: string): string => {
    let top = id
    for (let next = leader.get(top) ?? top; next !== top; next = leader.get(top) ?? top) top = next
    leader.set(id, top)
    return top
  }
  for (const { id, before } of stages)
    for (const earlier of before) if (leader.has(earlier)) leader.set(find(earlier), find(id))
  return ({ id }) => find(id)
}

/** What a stage says, without its ids: the same on every board. */
export function contentOf({ name, itemsIn, itemsOut, p99, texts }: Stage): string {
  return JSON.stringify([name, itemsIn, itemsOut, p99, [...texts].sort(compareTexts)])
}

export function compareTexts(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
