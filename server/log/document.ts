import * as Y from 'yjs'
import type { Loaded } from './log.ts'
import { applyUpdate, applyUpdateV2 } from './sharedStrings.ts'

/** What is kept of a document is not what was written. */
export class DamagedDocument extends Error {
  override readonly name = 'DamagedDocument'
  readonly code = 'DAMAGED'
}

/** The document that a log describes. @throws {DamagedDocument} part of a board is no board */
export function documentOf({ snapshot, entries }: Loaded): Y.Doc {
  const doc = new Y.Doc()
  try {
    if (snapshot) applyUpdateV2(doc, snapshot)
    for (const { update } of entries) applyUpdate(doc, update)
  } catch (error) {
    throw new DamagedDocument('The log of a document is damaged.', { cause: error })
  }
  if (doc.store.pendingStructs || doc.store.pendingDs) {
    throw new DamagedDocument('The log of a document lacks entries that others build on.')
  }
  return doc
}

export interface Snapshot {
  /** The whole state as a Yjs update, V2. */
  readonly bytes: Uint8Array
  /** The last position it holds. */
  readonly upTo: number
}

/** One state in place of what a log has; null where it has nothing new. */
export function snapshotOf(loaded: Loaded): Snapshot | null {
  const upTo = loaded.entries.at(-1)?.position
  if (upTo === undefined) return null
  const doc = documentOf(loaded)
  const bytes = Y.encodeStateAsUpdateV2(doc)
  doc.destroy()
  return { bytes, upTo }
}
