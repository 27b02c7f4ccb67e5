import type Database from 'better-sqlite3'
import { DamagedDocument } from './document.ts'
import type { Author, Entry, Loaded, NewEntry } from './log.ts'
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

/** Writes entries of many documents in one transaction. */
export function entryWriter(database: Database.Database) {
  const insert = database.prepare(
    'INSERT INTO entries (doc, previous, at, author, bytes) VALUES (?, ?, ?, ?, ?)',
  )
  const authorIdOf = authorIds(database)
  const chains = chainEnds(database)
  const docIdOf = docIds(database, chains.begin)
  const write = database.transaction((batches: readonly Batch[]) => {
    const written = batches.map(({ doc, entries }) => {
      const docId = docIdOf(doc)
      return entries.map((entry): Entry => {
        const author = authorIdOf(entry.author)
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
