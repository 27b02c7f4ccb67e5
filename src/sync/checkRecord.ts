import type { TLRecord, TLStore } from '@tldraw/tlschema'
import type { PlainObject } from '../document/leaves.ts'

/** A record that this browser cannot show, and why. It stays in the document. */
export interface BadRecord {
  readonly id: string
  readonly reason: string
}

/** What of a store says which records it takes. */
export type RecordStore = Pick<TLStore, 'scopedTypes' | 'schema' | 'get'>

/** Why a store would refuse a record; undefined if it takes it. Never throws. */
export function whyBad(store: RecordStore, id: string, record: PlainObject): string | undefined {
  const { typeName } = record
  if (typeof typeName !== 'string' || !store.scopedTypes.document.has(typeName as TLRecord['typeName'])) {
    return `“${String(typeName)}” is no type of record that a board holds.`
  }
  if (!id.startsWith(`${typeName}:`)) return `The id does not begin with “${typeName}:”.`
  const before = store.get(id as TLRecord['id'])
  const isSameType = before !== undefined && 'type' in before && before.type === record.type
  const types = store.schema.types as Record<string, { validate(record: unknown, before?: unknown): unknown }>
  try {
    types[typeName]?.validate(record, isSameType ? before : undefined)
    return undefined
  } catch (error) {
    return error instanceof Error ? error.message : String(error)
  }
}
