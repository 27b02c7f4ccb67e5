import { stat } from 'node:fs/promises'
import Database from 'better-sqlite3'
import type { Entry, NewEntry, RoomLog, Storage } from './log.ts'
import { createSnapshots } from './snapshots.ts'
import { entryReader, entryWriter } from './sqliteEntries.ts'
import { sqliteIndex } from './sqliteIndex.ts'
import { createSubscribers } from './subscribers.ts'
import { prepareTables } from './tables.ts'

/** Everybody waits while another program writes to the file: not for long. */
const BUSY_MS = 500

/**
 * The least time from one commit to the next. Most of what a commit costs, it costs however little is in it;
 * where many rooms are drawn in, those that come in between share one. Whoever draws alone never waits for this.
 */
const COMMIT_EVERY_MS = 2

/**
 * Every room in one SQLite file. A commit has reached the disk before anybody hears of it.
 *
 * @throws where the file is none of ours, or damaged
 */
export function sqliteStorage(file: string): Storage {
  const database = new Database(file, { timeout: BUSY_MS })
  try {
    database.pragma('journal_mode = WAL')
    database.pragma('synchronous = FULL')
    prepareTables(database)
  } catch (error) {
    database.close()
    throw error
  }
  const { log, flush } = sqliteLog(database)
  const snapshots = createSnapshots(file, log)
  const probe = database.prepare('INSERT OR REPLACE INTO probe (id, at) VALUES (1, ?)')
  return {
    log,
    index: sqliteIndex(database),
    snapshot: snapshots.make,
    forgetHistory: historyEraser(database),
    async probe() {
      probe.run(Date.now())
    },
    async size() {
      const files = await Promise.all([stat(file), stat(`${file}-wal`)])
      return files.reduce((sum, { size }) => sum + size, 0)
    },
    outsideChanges: () => Number(database.pragma('data_version', { simple: true })),
    async close() {
      flush()
      await snapshots.stop()
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
  const write = entryWriter(database)
  const read = entryReader(database)
  const putSnapshot = database.prepare(
    `INSERT INTO snapshots (doc, up_to, at, bytes) SELECT id, ?, ?, ? FROM docs WHERE name = ?
     ON CONFLICT (doc) DO UPDATE SET up_to = excluded.up_to, at = excluded.at, bytes = excluded.bytes
     WHERE excluded.up_to > snapshots.up_to`,
  )
  let waiting: Waiting[] = []
  let committedAt = Number.NEGATIVE_INFINITY

  function schedule() {
    const left = committedAt + COMMIT_EVERY_MS - performance.now()
    if (left > 0) setTimeout(flush, left)
    else setImmediate(flush)
  }

  /** One transaction, so one wait for the disk, for all that rooms have handed in meanwhile. */
  function flush() {
    const batch = waiting
    waiting = []
    if (batch.length === 0) return
    let stored: Entry[][]
    try {
      stored = write(batch)
    } catch (error) {
      for (const { reject } of batch) reject(error)
      return
    } finally {
      committedAt = performance.now()
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
        if (waiting.length === 1) schedule()
      }),
    subscribe: subscribers.subscribe,
    async compact(doc, snapshot, upTo) {
      putSnapshot.run(upTo, Date.now(), snapshot, doc)
    },
  }
  return { log, flush }
}

/** Entries stand in the order of time: those too old are the first. */
function historyEraser(database: Database.Database): Storage['forgetHistory'] {
  const partAfter = database.prepare<[number, number], { position: number; at: number; upTo: number | null }>(
    `SELECT position, entries.at AS at, up_to AS upTo FROM entries LEFT JOIN snapshots USING (doc)
     WHERE position > ? ORDER BY position LIMIT ?`,
  )
  const erase = database.prepare('DELETE FROM entries WHERE position = ?')
  const erasePart = database.transaction((before: number, after: number, most: number) => {
    const part = partAfter.all(after, most)
    const old = part.filter(({ at }) => at < before)
    const held = old.filter(({ position, upTo }) => upTo !== null && position <= upTo)
    for (const { position } of held) erase.run(position)
    return { deleted: held.length, next: old.length < most ? null : (old.at(-1)?.position ?? null) }
  })
  return async (before, after, most) => erasePart.immediate(before, after, most)
}
