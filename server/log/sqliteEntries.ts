import type Database from 'better-sqlite3'
import type { Author, Entry, Loaded, NewEntry } from './log.ts'

interface EntryRow {
  position: number
  at: number
  role: Author['role']
  connection: string
  person: string
  bytes: Uint8Array
}

interface Batch {
  readonly doc: string
  readonly entries: readonly NewEntry[]
}

/** Writes entries of many documents in one transaction. */
export function entryWriter(database: Database.Database) {
  const insert = database.prepare('INSERT INTO entries (doc, at, author, bytes) VALUES (?, ?, ?, ?)')
  const docIdOf = docIds(database)
  const authorIdOf = authorIds(database)
  const write = database.transaction((batches: readonly Batch[]) =>
    batches.map(({ doc, entries }) => {
      const docId = docIdOf(doc)
      return entries.map((entry): Entry => {
        const { lastInsertRowid } = insert.run(docId, entry.at, authorIdOf(entry.author), entry.update)
        return { ...entry, position: Number(lastInsertRowid) }
      })
    }),
  )
  return (batches: readonly Batch[]) => {
    try {
      // Takes its turn before it reads: SQLite lets nobody wait who has read already.
      return write.immediate(batches)
    } catch (error) {
      // What was made up in this transaction is gone with it.
      authorIdOf.forget()
      throw error
    }
  }
}

function docIds(database: Database.Database) {
  const select = database.prepare<[string], number>('SELECT id FROM docs WHERE name = ?').pluck()
  const insert = database.prepare('INSERT INTO docs (name) VALUES (?)')
  return (name: string): number => select.get(name) ?? Number(insert.run(name).lastInsertRowid)
}

/** An author is written down once, with the first of their entries. */
function authorIds(database: Database.Database) {
  const insert = database.prepare('INSERT INTO authors (role, connection, person) VALUES (?, ?, ?)')
  let known = new WeakMap<Author, number>()
  const idOf = (author: Author): number => {
    const id = known.get(author)
    if (id !== undefined) return id
    const { role, connection, person } = author
    const added = Number(insert.run(role, connection, person).lastInsertRowid)
    known.set(author, added)
    return added
  }
  const forget = () => {
    known = new WeakMap()
  }
  return Object.assign(idOf, { forget })
}

/** Reads what a document is made of: its snapshot and what came after it. */
export function entryReader(database: Database.Database): (doc: string) => Loaded {
  const docIdOf = database.prepare<[string], number>('SELECT id FROM docs WHERE name = ?').pluck()
  const snapshotOf = database.prepare<[number], { up_to: number; bytes: Uint8Array }>(
    'SELECT up_to, bytes FROM snapshots WHERE doc = ?',
  )
  const entriesAfter = database.prepare<[number, number], EntryRow>(
    `SELECT position, at, role, connection, person, bytes
     FROM entries JOIN authors ON authors.id = entries.author
     WHERE doc = ? AND position > ? ORDER BY position`,
  )
  return database.transaction((doc: string) => {
    const id = docIdOf.get(doc)
    if (id === undefined) return { snapshot: null, upTo: 0, entries: [] }
    const snapshot = snapshotOf.get(id)
    const upTo = snapshot?.up_to ?? 0
    const entries = entriesAfter.all(id, upTo).map(
      ({ position, at, role, connection, person, bytes }): Entry => ({
        position,
        at,
        author: { role, connection, person },
        update: bytes,
      }),
    )
    return { snapshot: snapshot?.bytes ?? null, upTo, entries }
  })
}
