import type { Design, DesignLink, DesignNode } from '../design.ts'

/** What composites stand for when somebody draws it box by box. */
const PARTS: Readonly<Record<string, readonly string[]>> = {
  'two-tower': ['query-tower', 'item-tower', 'ann-index'],
  funnel: ['candidate-generator', 'rules-filter', 'ranker', 'reranker'],
}
/** One box alone is another kind, not a composite drawn box by box. */
const FEWEST_PARTS = 2

/** A design in which parts that the other draws as one composite are one node. */
export interface Folded {
  readonly design: Design
  /** What each such node stands for, by its id. */
  readonly parts: ReadonlyMap<string, readonly DesignNode[]>
}

export function fold(design: Design, other: Design): Folded {
  const parts = new Map<string, readonly DesignNode[]>()
  let folded = design
  for (const [kind, kinds] of Object.entries(PARTS)) {
    const composite = other.nodes.find((node) => node.kind === kind)
    if (!composite || design.nodes.some((node) => node.kind === kind)) continue
    const isDrawnThere = (part: string) => other.nodes.some((node) => node.kind === part)
    const found = folded.nodes.filter((node) => kinds.includes(node.kind) && !isDrawnThere(node.kind))
    if (found.length < FEWEST_PARTS) continue
    const standIn = { ...composite, id: freeId(kind, design), props: {} }
    folded = replaceNodes(folded, found, standIn)
    parts.set(standIn.id, found)
  }
  return { design: folded, parts }
}

function freeId(kind: string, { nodes }: Design): string {
  let id = `${kind} of parts`
  while (nodes.some((node) => node.id === id)) id += '.'
  return id
}

function replaceNodes(design: Design, parts: readonly DesignNode[], standIn: DesignNode): Design {
  const ids = new Set(parts.map(({ id }) => id))
  const endOf = (id: string) => (ids.has(id) ? standIn.id : id)
  const links: DesignLink[] = design.links
    .map((link) => ({ ...link, from: endOf(link.from), to: endOf(link.to) }))
    .filter(({ from, to }) => from !== to || from !== standIn.id)
  return { ...design, nodes: [...design.nodes.filter(({ id }) => !ids.has(id)), standIn], links }
}
