import type { RecordsDiff } from '@tldraw/store'
import type { TLRecord } from '@tldraw/tlschema'
import { isEqual } from '@tldraw/utils'
import { changedLeaves, leafAt, type PlainObject, toLeaves } from '../document/leaves.ts'

/** What this browser changed and has not written yet: by record, the paths of leaves, or `whole` for one made or removed. */
export type Dirty = Map<string, Set<string> | 'whole'>

/** Adds what a change of the store touched. */
export function markDirty(
  dirty: Dirty,
  changes: RecordsDiff<TLRecord>,
  isKept: (record: TLRecord) => boolean,
) {
  for (const record of [...Object.values(changes.added), ...Object.values(changes.removed)]) {
    if (isKept(record)) dirty.set(record.id, 'whole')
  }
  for (const [from, to] of Object.values(changes.updated)) {
    if (!isKept(to) || dirty.get(to.id) === 'whole') continue
    const changed = changedValues(asObject(from), asObject(to))
    if (changed.size === 0) continue
    const known = dirty.get(to.id)
    if (known instanceof Set) for (const path of changed) known.add(path)
    else dirty.set(to.id, changed)
  }
}

/** Adds what was dirty before, and has not been written after all. */
export function keepDirty(dirty: Dirty, before: Dirty) {
  for (const [id, paths] of before) {
    const since = dirty.get(id)
    const isWhole = paths === 'whole' || since === 'whole'
    dirty.set(id, isWhole ? 'whole' : new Set([...paths, ...(since ?? [])]))
  }
}

/** The paths whose leaves have another value in the second version of a record. */
export function changedValues(from: PlainObject, to: PlainObject): Set<string> {
  const changed = changedLeaves(from, to)
  for (const path of changed) if (isEqual(leafAt(from, path), leafAt(to, path))) changed.delete(path)
  return changed
}

/** The leaves of a record with the given ones as another version of it has them. */
export function withLeaves(record: PlainObject, paths: Iterable<string>, other: PlainObject) {
  const leaves = toLeaves(record)
  for (const path of paths) {
    const value = leafAt(other, path)
    if (value === undefined) leaves.delete(path)
    else leaves.set(path, value)
  }
  return leaves
}

/** A record as the plain object it is. */
export function asObject(record: TLRecord): PlainObject {
  return record as unknown as PlainObject
}
