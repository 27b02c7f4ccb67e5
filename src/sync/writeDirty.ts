import type { TLRecord, TLStore } from '@tldraw/tlschema'
import { isEqual } from '@tldraw/utils'
import * as Y from 'yjs'
import { isPlainObject, leafAt, type PlainObject, toLeaves } from '../document/leaves.ts'
import { META, RECORDS } from '../document/names.ts'
import type { BoardRecords } from './boardRecords.ts'
import { asObject, type Dirty } from './dirty.ts'
import { STRUCTURAL } from './repair.ts'

/** Key in `meta`. Deleting alone leaves no trace in a state vector; writing this beside it does. */
const DELETIONS = 'deletions'

export interface Target {
  readonly doc: Y.Doc
  readonly store: TLStore
  readonly records: BoardRecords
  /** Shown in the store though the document lacks them. */
  readonly synthetic: Set<string>
}

/** The records that were written, and whether a repair may come out another way now. */
export interface Written {
  readonly ids: Set<string>
  isStructural: boolean
}

/**
 * Writes what the store holds now of everything dirty, leaf by leaf, where the document holds something else.
 * What somebody else deleted meanwhile stays deleted.
 */
export function writeDirty(target: Target, dirty: Dirty, origin: unknown): Written {
  const written: Written = { ids: new Set(), isStructural: false }
  target.doc.transact((transaction) => {
    const removed = new Set<string>()
    for (const [id, paths] of dirty) {
      if (target.store.has(id as TLRecord['id'])) writeRecord(target, id, paths, written)
      else removed.add(id)
    }
    removeRecords(target, removed, written)
    const isDeletionOnly =
      transaction.deleteSet.clients.size > 0 &&
      Y.getState(target.doc.store, target.doc.clientID) ===
        (transaction.beforeState.get(target.doc.clientID) ?? 0)
    if (isDeletionOnly) target.doc.getMap(META).set(DELETIONS, 1)
  }, origin)
  return written
}

function writeRecord(target: Target, id: string, paths: Set<string> | 'whole', written: Written) {
  const map = target.doc.getMap<unknown>(RECORDS)
  const record = target.store.get(id as TLRecord['id'])
  if (!record) return
  if ('parentId' in record && target.synthetic.has(record.parentId)) {
    writeRecord(target, record.parentId, 'whole', written)
  }
  const leaves = map.get(id)
  const isSynthetic = target.synthetic.delete(id)
  if (leaves instanceof Y.Map)
    writeLeaves(leaves, asObject(record), paths, target.records.repaired(id), written)
  else if (paths === 'whole' || isSynthetic) {
    map.set(id, new Y.Map(toLeaves(asObject(record))))
    written.isStructural = true
  } else return
  written.ids.add(id)
}

/** Bindings that only the repair hid go with their shape. */
function removeRecords({ doc, store, records }: Target, ids: ReadonlySet<string>, written: Written) {
  if (ids.size === 0) return
  const map = doc.getMap<unknown>(RECORDS)
  for (const id of [...ids, ...records.bindingsOf(ids)]) {
    if (!map.has(id) || store.has(id as TLRecord['id'])) continue
    map.delete(id)
    written.ids.add(id)
    written.isStructural = true
  }
}

function writeLeaves(
  leaves: Y.Map<unknown>,
  record: PlainObject,
  paths: Set<string> | 'whole',
  repaired: Readonly<Record<string, unknown>>,
  written: Written,
) {
  const all = paths === 'whole' ? [...leaves.keys(), ...toLeaves(record).keys()] : paths
  for (const path of new Set([...all, ...Object.keys(repaired)])) {
    const value = leafAt(record, path)
    if (isEqual(leaves.get(path), value)) continue
    if (value === undefined) leaves.delete(path)
    else {
      if (isPlainObject(value)) clearBelow(leaves, path, record)
      leaves.set(path, value)
    }
    if (STRUCTURAL.has(path)) written.isStructural = true
  }
}

/** An object that comes back must not bring leaves along that outlived it. */
function clearBelow(leaves: Y.Map<unknown>, path: string, record: PlainObject) {
  for (const below of [...leaves.keys()]) {
    if (below.startsWith(`${path}.`) && leafAt(record, below) === undefined) leaves.delete(below)
  }
}
