import { getIndexAbove, getIndices, type IndexKey, uniqueId } from '@tldraw/utils'

interface Ordered {
  readonly id: string
  readonly order: IndexKey
}

/** A short id that no line has yet. */
export function newLineId(lines: Readonly<Record<string, unknown>>): string {
  let id = uniqueId(6)
  while (Object.hasOwn(lines, id)) id = uniqueId(6)
  return id
}

/** The order that puts a new line last. */
export function orderAfter(lines: readonly Ordered[]): IndexKey {
  return getIndexAbove(lines.at(-1)?.order)
}

/**
 * The leaves to write so that the line at `index` changes places with its neighbour. Two people can give two
 * lines the same order; then all are numbered anew.
 */
export function movedOrders(lines: readonly Ordered[], index: number, by: 1 | -1): [string, IndexKey][] {
  const [line, other] = [lines[index], lines[index + by]]
  if (!line || !other) return []
  const orders =
    new Set(lines.map(({ order }) => order)).size === lines.length
      ? lines.map(({ order }) => order)
      : getIndices(lines.length)
  const moved = lines.map(({ id }, i) => (i === index ? other.id : i === index + by ? line.id : id))
  return moved.flatMap((id, i): [string, IndexKey][] => {
    const order = orders[i]
    const before = lines.find((known) => known.id === id)?.order
    return order && order !== before ? [[`${id}.order`, order]] : []
  })
}
