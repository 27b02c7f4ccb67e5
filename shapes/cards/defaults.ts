import { getIndices, type IndexKey } from '@tldraw/utils'
import type { Card } from './card.ts'
import { cardLayout } from './layout.ts'
import type { CardProps } from './schema.ts'

/** A new card: its starter rows and criteria, as large as they need. */
export function cardDefaults(card: Card): CardProps {
  const { id, name, width, table } = card
  const props: CardProps = {
    w: width,
    h: 1,
    card: id,
    title: name,
    fields: {},
    columns: keyed(table?.criteria?.starters ?? [], 'c', (starter) => ({ name: starter })),
    rows: keyed(table?.starters ?? [], 'r', (cells) => ({ cells: { ...cells } })),
  }
  return { ...props, h: cardLayout(props).h }
}

/** Items as shapes keep them: by a short id, each with its place. */
export function keyed<Item, Kept>(
  items: readonly Item[],
  letter: string,
  keep: (item: Item) => Kept,
): Record<string, Kept & { order: IndexKey }> {
  const orders = getIndices(items.length)
  return Object.fromEntries(
    items.map((item, n) => [`${letter}${n + 1}`, { ...keep(item), order: orders[n] ?? ('a1' as IndexKey) }]),
  )
}
