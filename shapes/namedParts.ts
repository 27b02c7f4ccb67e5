import type { Design } from '../src/domain/design.ts'
import { findCard } from './cards/list.ts'
import { TITLE_FIELD } from './cards/readCard.ts'
import { findKind } from './catalog/index.ts'

const NAMELESS = 'part without a name'

/**
 * A design to speak of: a part without a label is called by its kind, with a number where there are several of
 * them, and a card without a title of its own by what it is.
 */
export function namedParts(design: Design): Design {
  const given = design.nodes.map(({ label, kind }) => label || (findKind(kind)?.name ?? NAMELESS))
  const isNumbered = (n: number) => given.filter((name) => name === given[n]).length > 1
  const nodes = design.nodes.map((node, n) => {
    if (node.label) return node
    const before = given.slice(0, n + 1).filter((name, i) => name === given[n] && !design.nodes[i]?.label)
    return { ...node, label: isNumbered(n) ? `${given[n]} ${before.length}` : (given[n] ?? NAMELESS) }
  })
  const cards = design.cards.map((card) => {
    const name = findCard(card.type)?.name
    if (card.fields[TITLE_FIELD] || !name) return card
    return { ...card, fields: { ...card.fields, [TITLE_FIELD]: name } }
  })
  return { ...design, nodes, cards }
}
