import type { TLRecord } from '@tldraw/tlschema'
import { fromLeaves, toLeaves } from '../document/leaves.ts'
import { asObject } from './dirty.ts'

/** A record with other values at these leaves; undefined takes a leaf away. */
export function withValues(
  record: TLRecord,
  values: Iterable<readonly [path: string, value: unknown]>,
): TLRecord {
  const leaves = toLeaves(asObject(record))
  for (const [path, value] of values) {
    if (value === undefined) leaves.delete(path)
    else leaves.set(path, value)
  }
  return fromLeaves(record.id, leaves) as unknown as TLRecord
}
