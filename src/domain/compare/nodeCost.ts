import type { DesignNode } from '../design.ts'
import { contentOfValue } from './value.ts'

/** What a node costs that only one design has, together with one that only the other has. */
export const LONE_PAIR = 7
export const OTHER_KIND = 5
const OTHER_KIND_OF_FAMILY = 3.5
const OTHER_ZONE = 1
const OTHER_PROPS = 0.8
/** Wording decides only between nodes that are the same in everything else. */
const OTHER_LABEL = 0.02

/** Kinds that stand in for each other: who draws the one has the role of the other in mind. */
const FAMILIES: readonly (readonly string[])[] = [
  ['sql-db', 'kv-store', 'cache', 'graph-store', 'object-store', 'warehouse', 'embedding-store'],
  ['search-index', 'ann-index', 'embedding-store'],
  ['event-stream', 'queue'],
  ['stream-processor', 'batch-job', 'scheduler'],
  ['service', 'orchestrator', 'api-gateway', 'load-balancer'],
  ['model', 'model-server', 'ranker', 'heuristic', 'llm', 'edge-model'],
  ['reranker', 'ranker', 'rules-filter', 'policy'],
  ['encoder', 'query-tower', 'item-tower', 'two-tower'],
  ['candidate-generator', 'ann-index', 'two-tower'],
  ['labelling', 'human-review', 'label-joiner'],
  ['ab-platform', 'shadow'],
  ['drift-monitor', 'dashboard', 'alert'],
]

/** What is compared of a node, made once since it is compared with many. */
export interface Profile {
  readonly kind: string
  readonly zone: string
  readonly props: ReadonlyMap<string, string>
  readonly words: ReadonlySet<string>
}

export function profileOf({ kind, zone, props, label }: DesignNode): Profile {
  const contents = Object.entries(props).map(([id, value]) => [id, contentOfValue(value)] as const)
  return {
    kind,
    zone,
    props: new Map(contents.filter(([, content]) => content !== '')),
    words: wordsOf(label),
  }
}

/** How unlike two nodes are by themselves; 0 for nodes that say the same. */
export function nodeCost(mine: Profile, theirs: Profile): number {
  return (
    kindCost(mine.kind, theirs.kind) +
    (mine.zone === theirs.zone ? 0 : OTHER_ZONE) +
    propsCost(differingProps(mine.props, theirs.props)) +
    OTHER_LABEL * (1 - labelLikeness(mine.words, theirs.words))
  )
}

function differingProps(mine: ReadonlyMap<string, string>, theirs: ReadonlyMap<string, string>): number {
  let differing = 0
  for (const [id, content] of mine) if (theirs.get(id) !== content) differing++
  for (const id of theirs.keys()) if (!mine.has(id)) differing++
  return differing
}

function kindCost(mine: string, theirs: string): number {
  if (mine === theirs) return 0
  const isOneFamily = FAMILIES.some((kinds) => kinds.includes(mine) && kinds.includes(theirs))
  return isOneFamily ? OTHER_KIND_OF_FAMILY : OTHER_KIND
}

/** The first property that differs tells more than the next, and all together less than a zone. */
function propsCost(differing: number): number {
  return OTHER_PROPS * (1 - 0.6 ** differing)
}

/** The share of words that two labels have in common, 0 to 1. */
export function labelLikeness(mine: ReadonlySet<string>, theirs: ReadonlySet<string>): number {
  let common = 0
  for (const word of mine) if (theirs.has(word)) common++
  const all = mine.size + theirs.size - common
  return all === 0 ? 0 : common / all
}

function wordsOf(label: string): Set<string> {
  return new Set(label.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [])
}
