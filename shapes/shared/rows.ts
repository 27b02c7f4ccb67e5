import { getIndexAbove, getIndexBetween, getIndices, type IndexKey, uniqueId } from '@tldraw/utils'

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
 * The order of each line to write so that a new one of that id stands at `index`. Two people can give two
 * lines the same order, between which nothing fits; then all are numbered anew.
 */
export function insertedOrders(lines: readonly Ordered[], id: string, index: number): [string, IndexKey][] {
  const [before, following] = [lines[index - 1]?.order, lines[index]?.order]
  if (before === undefined || following === undefined || before < following)
    return [[id, getIndexBetween(before, following)]]
  const ids = lines.map((line) => line.id).toSpliced(index, 0, id)
  const orders = getIndices(ids.length)
  return ids.flatMap((one, n): [string, IndexKey][] => {
    const order = orders[n]
    return order ? [[one, order]] : []
  })
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
