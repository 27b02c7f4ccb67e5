import type * as Y from 'yjs'
import { migrateBoard, type RecordSchema, type Unmigrated } from '../src/document/migrateBoard.ts'

/** What is to be done with a document when it is loaded: older boards are brought to `schema`, once. */
export function prepareDocument(name: string, schema: RecordSchema, report: (error: unknown) => void) {
  return (doc: Y.Doc) => {
    if (!name.endsWith('/board')) return
    const migration = migrateBoard(doc, schema)
    if (migration.kind === 'stuck') {
      report(`${name} stays in its older form: no way leads to the current one. ${migration.reason}`)
    }
    if (migration.kind === 'migrated' && migration.unmigrated.length > 0) {
      report(`${name}: ${unmigratedText(migration.unmigrated)}`)
    }
  }
}

const NAMED = 3

function unmigratedText(unmigrated: readonly Unmigrated[]): string {
  const named = unmigrated.slice(0, NAMED).map(({ id, reason }) => `${id} (${reason})`)
  const more = unmigrated.length > NAMED ? ' …' : ''
  const count = unmigrated.length === 1 ? '1 record stays' : `${unmigrated.length} records stay`
  return `${count} in the older form: ${named.join(', ')}${more}`
}
