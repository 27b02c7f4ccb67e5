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
  const count = new Map<string, number>()
  for (const name of given) count.set(name, (count.get(name) ?? 0) + 1)
  const last = new Map<string, number>()
  const nodes = design.nodes.map((node, n) => {
    const name = given[n] ?? NAMELESS
    if (node.label) return node
    const number = (last.get(name) ?? 0) + 1
    last.set(name, number)
    return { ...node, label: (count.get(name) ?? 0) > 1 ? `${name} ${number}` : name }
  })
  const cards = design.cards.map((card) => {
    const name = findCard(card.type)?.name
    if (card.fields[TITLE_FIELD] || !name) return card
    return { ...card, fields: { ...card.fields, [TITLE_FIELD]: name } }
  })
  return { ...design, nodes, cards }
}
