import type { TLStore } from '@tldraw/tlschema'
import type * as Y from 'yjs'
import { migrateBoard } from '../document/migrateBoard.ts'
import { META } from '../document/names.ts'
import { type BoardSchema, isOlder } from '../document/schemaAge.ts'

/**
 * Brings a copy that an older version of Drillboard kept to this one's form. False where it stays in
 * another form: then only the server can help.
 */
export function bringUpToDate(doc: Y.Doc, store: TLStore, readonly: boolean): boolean {
  if (!readonly) migrateBoard(doc, store.schema)
  const [mine, theirs] = [schemaOf(store), doc.getMap(META).get('schema')]
  return !isOlder(mine, theirs) && !isOlder(theirs, mine)
}

/** What this app knows of records. */
export function schemaOf(store: TLStore): BoardSchema {
  return store.schema.serialize()
}
