import type { TLInstancePageState, TLRecord, TLStore } from '@tldraw/tlschema'
import { storeInternals } from './internals.ts'

/** What is about to happen to a store. */
export interface Change {
  readonly puts: TLRecord[]
  readonly removes: TLRecord['id'][]
}

const ORDER = ['binding', 'shape', 'asset', 'page', 'document']

/** Sorts records so that each comes after those it names, and a person's own selection and page last. */
export function byDependence(a: TLRecord, b: TLRecord): number {
  return ORDER.indexOf(b.typeName) - ORDER.indexOf(a.typeName)
}

/**
 * Shows others' edits, all at once. tldraw's side effects stay off: their results would be this browser's
 * own edits, which others then contradict.
 */
export function showInStore(store: TLStore, { puts, removes }: Change) {
  puts.sort(byDependence)
  const internals = storeInternals(store)
  const isTidy = removes.length === 0 && !puts.some((put) => hasOtherParent(store, put))
  internals.atomic(
    () => {
      if (removes.length > 0) store.remove(removes)
      if (puts.length > 0) store.put(puts)
    },
    false,
    true,
  )
  internals.ensureStoreIsUsable()
  if (!isTidy) tidySession(store)
}

/** Whether a record is a shape that the store has elsewhere: in another frame or group, or on another page. */
export function hasOtherParent(store: TLStore, record: TLRecord): boolean {
  if (record.typeName !== 'shape') return false
  const now = store.get(record.id)
  return now !== undefined && now.parentId !== record.parentId
}

/** What the side effects would have done to this person's own selection and editing. */
export function tidySession(store: TLStore) {
  for (const state of store.query.records('instance_page_state').get()) {
    const next = tidied(store, state)
    if (next !== state) store.put([next])
  }
}

function tidied(store: TLStore, state: TLInstancePageState): TLInstancePageState {
  let next = state
  if (state.editingShapeId && !store.has(state.editingShapeId)) next = { ...next, editingShapeId: null }
  if (state.croppingShapeId && !store.has(state.croppingShapeId)) next = { ...next, croppingShapeId: null }
  const selected = new Set<string>(state.selectedShapeIds)
  const kept = state.selectedShapeIds.filter((id) => {
    const above = ancestors(store, id)
    return above.at(-1) === state.pageId && !above.some((ancestor) => selected.has(ancestor))
  })
  return kept.length === selected.size ? next : { ...next, selectedShapeIds: kept }
}

/** The parents of a shape, nearest first, its page last. */
function ancestors(store: TLStore, id: TLRecord['id']): string[] {
  const above: TLRecord['id'][] = []
  let record = store.get(id)
  while (record && 'parentId' in record && !above.includes(record.parentId)) {
    above.push(record.parentId)
    record = store.get(record.parentId)
  }
  return above
}
