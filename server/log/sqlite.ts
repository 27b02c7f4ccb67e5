import Database from 'better-sqlite3'
import type { Entry, NewEntry, RoomFacts, RoomIndex, RoomLog, Storage } from './log.ts'
import { createSubscribers } from './subscribers.ts'

const TABLES = `
  CREATE TABLE IF NOT EXISTS rooms (
    room TEXT PRIMARY KEY,
    facts TEXT NOT NULL
  ) WITHOUT ROWID;
  CREATE TABLE IF NOT EXISTS entries (
    doc TEXT NOT NULL,
    position INTEGER NOT NULL,
    at INTEGER NOT NULL,
    role TEXT NOT NULL,
    connection TEXT NOT NULL,
    bytes BLOB NOT NULL,
    PRIMARY KEY (doc, position)
  ) WITHOUT ROWID;
  CREATE TABLE IF NOT EXISTS snapshots (
    doc TEXT PRIMARY KEY,
    up_to INTEGER NOT NULL,
    at INTEGER NOT NULL,
    bytes BLOB NOT NULL
  );
  PRAGMA user_version = 1;
`

interface EntryRow {
  position: number
  at: number
  role: Entry['author']['role']
  connection: string
  bytes: Uint8Array
}

/** Every room in one SQLite file. A commit has reached the disk before anybody hears of it. */
export function sqliteStorage(file: string): Storage {
  const database = new Database(file)
  database.pragma('journal_mode = WAL')
  database.pragma('synchronous = FULL')
  database.exec(TABLES)
  const { log, flush } = sqliteLog(database)
  return {
    log,
    index: sqliteIndex(database),
    async close() {
      flush()
      database.close()
    },
  }
}

interface Waiting {
  readonly doc: string
  readonly entries: readonly NewEntry[]
  readonly resolve: (position: number) => void
  readonly reject: (error: unknown) => void
}

function sqliteLog(database: Database.Database): { log: RoomLog; flush: () => void } {
  const subscribers = createSubscribers()
  const writer = entryWriter(database)
  const read = entryReader(database)
  const putSnapshot = database.prepare(
    `INSERT INTO snapshots (doc, up_to, at, bytes) VALUES (?, ?, ?, ?)
     ON CONFLICT (doc) DO UPDATE SET up_to = excluded.up_to, at = excluded.at, bytes = excluded.bytes
     WHERE excluded.up_to > snapshots.up_to`,
  )
  let waiting: Waiting[] = []

  /** One transaction, so one wait for the disk, for all that rooms have handed in meanwhile. */
  function flush() {
    const batch = waiting
    waiting = []
    if (batch.length === 0) return
    let stored: Entry[][]
    try {
      stored = writer(batch)
    } catch (error) {
      for (const { reject } of batch) reject(error)
      return
    }
    batch.forEach(({ doc, resolve }, i) => {
      const entries = stored[i] ?? []
      subscribers.tell(doc, entries)
      resolve(entries.at(-1)?.position ?? 0)
    })
  }

  const log: RoomLog = {
    load: async (doc) => read(doc),
    append: (doc, entries) =>
      new Promise((resolve, reject) => {
        waiting.push({ doc, entries, resolve, reject })
        if (waiting.length === 1) setImmediate(flush)
      }),
    subscribe: subscribers.subscribe,
    async compact(doc, snapshot, upTo) {
      putSnapshot.run(doc, upTo, Date.now(), snapshot)
    },
  }
  return { log, flush }
}

function entryWriter(database: Database.Database) {
  const lastPosition = database
    .prepare<[string], number>('SELECT coalesce(max(position), 0) FROM entries WHERE doc = ?')
    .pluck()
  const insert = database.prepare(
    'INSERT INTO entries (doc, position, at, role, connection, bytes) VALUES (?, ?, ?, ?, ?, ?)',
  )
  return database.transaction((batch: readonly Waiting[]) =>
    batch.map(({ doc, entries }) => {
      const last = lastPosition.get(doc) ?? 0
      return entries.map((entry, i): Entry => {
        const { at, author, update } = entry
        const position = last + 1 + i
        insert.run(doc, position, at, author.role, author.connection, update)
        return { ...entry, position }
      })
    }),
  )
}

function entryReader(database: Database.Database) {
  const snapshotOf = database.prepare<[string], { up_to: number; bytes: Uint8Array }>(
    'SELECT up_to, bytes FROM snapshots WHERE doc = ?',
  )
  const entriesAfter = database.prepare<[string, number], EntryRow>(
    'SELECT position, at, role, connection, bytes FROM entries WHERE doc = ? AND position > ? ORDER BY position',
  )
  return database.transaction((doc: string) => {
    const snapshot = snapshotOf.get(doc)
    const upTo = snapshot?.up_to ?? 0
    const entries = entriesAfter.all(doc, upTo).map(
      ({ position, at, role, connection, bytes }): Entry => ({
        position,
        at,
        author: { role, connection },
        update: bytes,
      }),
    )
    return { snapshot: snapshot?.bytes ?? null, upTo, entries }
  })
}

function sqliteIndex(database: Database.Database): RoomIndex {
  const insert = database.prepare('INSERT INTO rooms (room, facts) VALUES (?, ?)')
  const select = database.prepare<[string], string>('SELECT facts FROM rooms WHERE room = ?').pluck()
  return {
    async add(facts) {
      insert.run(facts.room, JSON.stringify(facts))
    },
    async find(room) {
      const facts = select.get(room)
      return facts === undefined ? null : (JSON.parse(facts) as RoomFacts)
    },
  }
}
