import type { Design, DesignComposite, DesignLink, DesignNode } from './design.ts'

type NodeSketch = Pick<DesignNode, 'id' | 'kind' | 'label'> & Partial<DesignNode>
type LinkSketch = Pick<DesignLink, 'from' | 'to'> & Partial<DesignLink>

interface Sketch {
  readonly nodes: readonly NodeSketch[]
  readonly links?: readonly LinkSketch[]
  readonly composites?: readonly DesignComposite[]
}

/** A design from what matters of it: links are calls, nodes stand online, unless they say otherwise. */
export function sketch({ nodes, links = [], composites = [] }: Sketch): Design {
  return {
    requirements: {},
    nodes: nodes.map((node) => ({ zone: 'online', props: {}, step: null, ...node })),
    links: links.map((link, n) => ({ id: `link-${n}`, mode: 'sync', label: '', ...link })),
    cards: [],
    composites,
  }
}
