export type WithId<Item> = Item & { readonly id: string }

/** Items kept by id, first to last. Equal orders, as two people can make at once, stand by id. */
export function inOrder<Item extends { readonly order: string }>(
  items: Readonly<Record<string, Item>>,
): WithId<Item>[] {
  return Object.entries(items)
    .map(([id, item]) => ({ ...item, id }))
    .sort((a, b) => compare(a.order, b.order) || compare(a.id, b.id))
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
