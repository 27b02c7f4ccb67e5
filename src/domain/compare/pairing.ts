import type { Design, DesignComposite, DesignNode } from '../design.ts'
import { NONE } from './assign.ts'
import { type Folded, fold } from './fold.ts'
import { type Graph, readGraph } from './graph.ts'
import { matchNodes } from './matchNodes.ts'

/** Two designs whose nodes are paired by role. */
export interface Pairing {
  readonly mine: Graph
  readonly theirs: Graph
  readonly pairs: readonly NodePair[]
  readonly mineOnly: readonly DesignNode[]
  readonly theirsOnly: readonly DesignNode[]
}

export interface NodePair {
  readonly a: Placed
  readonly b: Placed
}

interface Placed {
  readonly at: number
  readonly node: DesignNode
  readonly composite: DesignComposite | undefined
  /** The boxes it is drawn as, where only the other design draws one shape. */
  readonly parts: readonly DesignNode[] | undefined
}

/** A design with its graph. */
export interface Read {
  readonly design: Design
  readonly graph: Graph
}

export function pairDesigns(mine: Read, theirs: Read): Pairing {
  const [ours, others] = [fold(mine.design, theirs.design), fold(theirs.design, mine.design)]
  const [a, b] = [graphOf(ours, mine), graphOf(others, theirs)]
  const partners = matchNodes(a, b)
  const pairs = partners.flatMap((partner, at) => {
    const [one, other] = [placed(ours, a, at), placed(others, b, partner)]
    return one && other ? [{ a: one, b: other }] : []
  })
  const taken = new Set(partners)
  return {
    mine: a,
    theirs: b,
    pairs,
    mineOnly: a.nodes.filter((_, at) => partners[at] === NONE),
    theirsOnly: b.nodes.filter((_, at) => !taken.has(at)),
  }
}

function graphOf({ design }: Folded, read: Read): Graph {
  return design === read.design ? read.graph : readGraph(design)
}

function placed({ parts }: Folded, graph: Graph, at: number): Placed | undefined {
  const node = graph.nodes[at]
  if (!node) return undefined
  return { at, node, composite: graph.composites.get(node.id), parts: parts.get(node.id) }
}
