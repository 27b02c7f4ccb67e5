import type { TLStore } from '@tldraw/tlschema'
import type * as Y from 'yjs'
import { migrateBoard } from '../document/migrateBoard.ts'
import { META } from '../document/names.ts'
import { type BoardSchema, isOlder } from '../document/schemaAge.ts'

/**
 * Whether a copy that this device keeps is in the form of this app. One that an older version kept is
 * brought to it where it holds edits that are nowhere else; without such, the server's board opens instead.
 */
export function bringUpToDate(doc: Y.Doc, store: TLStore, hasOwnEdits: boolean): boolean {
  if (hasOwnEdits) asWeakestWriter(doc, () => migrateBoard(doc, store.schema))
  const [mine, theirs] = [schemaOf(store), doc.getMap(META).get('schema')]
  return !isOlder(mine, theirs) && !isOlder(theirs, mine)
}

const WEAK_IDS = 2 ** 20

/**
 * Of two who write to one property at once, Yjs takes the one with the larger id. The server has migrated the
 * same board, and people have worked on since: what a migration here writes must not count as later.
 */
function asWeakestWriter(doc: Y.Doc, write: () => void) {
  const own = doc.clientID
  doc.clientID = 1 + Math.floor(Math.random() * WEAK_IDS)
  write()
  doc.clientID = own
}

/** What this app knows of records. */
export function schemaOf(store: TLStore): BoardSchema {
  return store.schema.serialize()
}
