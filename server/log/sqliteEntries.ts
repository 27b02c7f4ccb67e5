import type Database from 'better-sqlite3'
import { DamagedDocument } from './document.ts'
import { type Author, type Entry, type Loaded, type NewEntry, SERVER_AUTHOR } from './log.ts'
import { CHAIN_PART, type ChainPart, chainEnds, lastReader } from './sqliteChain.ts'

interface EntryRow {
  position: number
  previous: number
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

/** No document has this number. */
const EVERY_DOC = 0

/** Writes entries of many documents in one transaction. */
export function entryWriter(database: Database.Database) {
  const insert = database.prepare(
    'INSERT INTO entries (doc, previous, at, author, bytes) VALUES (?, ?, ?, ?, ?)',
  )
  const authorIdOf = authorIds(database)
  const chains = chainEnds(database)
  const docIdOf = docIds(database, (id) => {
    chains.begin(id)
    authorIdOf.begin(id)
  })
  const write = database.transaction((batches: readonly Batch[]) => {
    const written = batches.map(({ doc, entries }) => {
      const docId = docIdOf(doc)
      return entries.map((entry): Entry => {
        const author = authorIdOf(entry.author, docId)
        const { lastInsertRowid } = insert.run(docId, chains.last(docId), entry.at, author, entry.update)
        const position = Number(lastInsertRowid)
        chains.add(docId, position)
        return { ...entry, position }
      })
    })
    chains.note()
    return written
  })
  return (batches: readonly Batch[]) => {
    try {
      // Takes its turn before it reads: SQLite lets nobody wait who has read already.
      return write.immediate(batches)
    } catch (error) {
      // What was made up in this transaction is gone with it.
      authorIdOf.forget()
      chains.forget()
      throw error
    }
  }
}

function docIds(database: Database.Database, onNew: (id: number) => void) {
  const select = database.prepare<[string], number>('SELECT id FROM docs WHERE name = ?').pluck()
  const insert = database.prepare('INSERT INTO docs (name) VALUES (?)')
  return (name: string): number => {
    const known = select.get(name)
    if (known !== undefined) return known
    const id = Number(insert.run(name).lastInsertRowid)
    onNew(id)
    return id
  }
}

/** An author is written down once for each document, with the first of their entries; the server once for all. */
function authorIds(database: Database.Database) {
  const insert = database.prepare('INSERT INTO authors (role, connection, person) VALUES (?, ?, ?)')
  const known = new Map<number, WeakMap<Author, number>>()
  const knownIn = (doc: number) => {
    const ids = known.get(doc) ?? new WeakMap<Author, number>()
    known.set(doc, ids)
    return ids
  }
  const idOf = (author: Author, doc: number): number => {
    const ids = knownIn(author === SERVER_AUTHOR ? EVERY_DOC : doc)
    const id = ids.get(author)
    if (id !== undefined) return id
    const { role, connection, person } = author
    const added = Number(insert.run(role, connection, person).lastInsertRowid)
    ids.set(author, added)
    return added
  }
  return Object.assign(idOf, {
    /** A new document may have the number of one that was removed. */
    begin: (doc: number) => void known.delete(doc),
    forget: () => known.clear(),
  })
}

/**
 * Reads what a document is made of: its snapshot and what came after it.
 *
 * @throws {DamagedDocument} where some of it is missing
 */
export function entryReader(database: Database.Database): (doc: string) => Loaded {
  const docIdOf = database.prepare<[string], number>('SELECT id FROM docs WHERE name = ?').pluck()
  const snapshotOf = database.prepare<[number], { up_to: number; bytes: Uint8Array }>(
    'SELECT up_to, bytes FROM snapshots WHERE doc = ?',
  )
  const lastOf = lastReader(database)
  const entriesAfter = database.prepare<ChainPart, EntryRow>(
    `${CHAIN_PART}
     SELECT position, previous, at, role, connection, person, bytes
     FROM chain JOIN entries USING (position) JOIN authors ON authors.id = entries.author
     ORDER BY position`,
  )
  return database.transaction((name: string) => {
    const doc = docIdOf.get(name)
    if (doc === undefined) return { snapshot: null, upTo: 0, entries: [] }
    const snapshot = snapshotOf.get(doc)
    const after = snapshot?.up_to ?? 0
    const last = lastOf(doc)
    const rows = entriesAfter.all({ doc, after, last })
    if ((rows[0]?.previous ?? last) > after) {
      throw new DamagedDocument('The log of a document lacks entries between others.')
    }
    return { snapshot: snapshot?.bytes ?? null, upTo: after, entries: rows.map(entryOf) }
  })
}

const entryOf = ({ position, at, role, connection, person, bytes }: EntryRow): Entry => ({
  position,
  at,
  author: { role, connection, person },
  update: bytes,
})
