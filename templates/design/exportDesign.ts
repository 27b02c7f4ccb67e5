import type { Design } from '../../src/domain/design.ts'
import { designId } from './shapeIds.ts'

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
