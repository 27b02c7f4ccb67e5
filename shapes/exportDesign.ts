import type { Design } from '../src/domain/design.ts'

const PREFIX = 'shape:'

/** A board's design as files have it: with the ids of its shapes without what only the board needs of them. */
export function exportDesign({ nodes, links, cards, composites, ...design }: Design): Design {
  const named = <Item extends { readonly id: string }>(item: Item) => ({ ...item, id: designId(item.id) })
  return {
    ...design,
    nodes: nodes.map(named),
    links: links.map((link) => ({ ...named(link), from: designId(link.from), to: designId(link.to) })),
    cards: cards.map(named),
    composites: composites.map(named),
  }
}

/** A shape's id as design files have it. */
export function designId(id: string): string {
  return id.startsWith(PREFIX) ? id.slice(PREFIX.length) : id
}
