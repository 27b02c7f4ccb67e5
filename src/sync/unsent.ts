import * as Y from 'yjs'
import { RECORDS } from '../document/names.ts'
import type { Clocks } from './clocks.ts'

/**
 * How many shapes hold something that the server's log lacks: `durable` is what it has. A shape that was
 * deleted is gone, so it is not counted.
 */
export function countUnsent(doc: Y.Doc, durable: Clocks): number {
  const isNews = ({ id, length, deleted }: Y.Item) =>
    !deleted && id.clock + length > (durable.get(id.client) ?? 0)
  const records = doc.getMap<unknown>(RECORDS)
  let count = 0
  for (const [id, item] of records._map) {
    if (item.deleted || !id.startsWith('shape:')) continue
    const leaves = records.get(id)
    const hasNews = leaves instanceof Y.Map && [...leaves._map.values()].some(isNews)
    if (isNews(item) || hasNews) count += 1
  }
  return count
}
