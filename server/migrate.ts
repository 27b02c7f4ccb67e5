import type * as Y from 'yjs'
import { migrateBoard, type RecordSchema } from '../src/document/migrateBoard.ts'
import type { Events } from './events.ts'

/** What is to be done with a document when it is loaded: older boards are brought to `schema`, once. */
export function prepareDocument(name: string, schema: RecordSchema, events: Events) {
  return (doc: Y.Doc) => {
    if (!name.endsWith('/board')) return
    const migration = migrateBoard(doc, schema)
    if (migration.kind === 'stuck') events.notMigrated(name, migration.reason)
    if (migration.kind === 'migrated') {
      events.migrated(
        name,
        migration.changed,
        migration.unmigrated.map(({ id }) => id),
      )
    }
  }
}
