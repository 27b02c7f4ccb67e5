import type Database from 'better-sqlite3'
import type { RoomFacts, RoomIndex } from './log.ts'
import { CHAIN_PART, type ChainPart, lastReader } from './sqliteChain.ts'

const HOUR_MS = 3_600_000

/** What is known of the rooms, beside their logs in the same file. */
export function sqliteIndex(database: Database.Database): RoomIndex {
  const insert = database.prepare('INSERT INTO rooms (room, facts, used_at) VALUES (?, ?, ?)')
  const select = database.prepare<[string], string>('SELECT facts FROM rooms WHERE room = ?').pluck()
  const update = database.prepare('UPDATE rooms SET facts = ? WHERE room = ?')
  const count = database.prepare<[], number>('SELECT count(*) FROM rooms').pluck()
  const touch = database.prepare('UPDATE rooms SET used_at = ? WHERE room = ? AND used_at <= ?')
  const unused = database
    .prepare<[number, number], string>('SELECT room FROM rooms WHERE used_at < ? ORDER BY used_at LIMIT ?')
    .pluck()
  const remove = roomRemover(database)
  const change = database.transaction((room: string, next: (facts: RoomFacts) => RoomFacts) => {
    const known = select.get(room)
    if (known === undefined) return null
    const facts = next(JSON.parse(known) as RoomFacts)
    update.run(JSON.stringify(facts), room)
    return facts
  })
  return {
    async add(facts) {
      insert.run(facts.room, JSON.stringify(facts), facts.createdAt)
    },
    async find(room) {
      const facts = select.get(room)
      return facts === undefined ? null : (JSON.parse(facts) as RoomFacts)
    },
    change: async (room, next) => change.immediate(room, next),
    count: async () => count.get() ?? 0,
    async touch(room, at) {
      touch.run(at, room, at - HOUR_MS)
    },
    unusedSince: async (before, most) => unused.all(before, most),
    remove: async (room) => remove(room),
  }
}

/** Every room and when somebody was last there, ms since 1970; the last used first. */
export function roomsByUse(database: Database.Database): { facts: RoomFacts; usedAt: number }[] {
  return database
    .prepare<[], { facts: string; used_at: number }>('SELECT facts, used_at FROM rooms ORDER BY used_at DESC')
    .all()
    .map(({ facts, used_at }) => ({ facts: JSON.parse(facts) as RoomFacts, usedAt: used_at }))
}

function roomRemover(database: Database.Database) {
  const docsOf = database
    .prepare<[string, string], number>('SELECT id FROM docs WHERE name > ? AND name < ?')
    .pluck()
  const lastOf = lastReader(database)
  const removeEntries = database.prepare<ChainPart>(
    `${CHAIN_PART} DELETE FROM entries WHERE position IN (SELECT position FROM chain)`,
  )
  const removals = ['snapshots WHERE doc', 'docs WHERE id'].map((what) =>
    database.prepare(`DELETE FROM ${what} = ?`),
  )
  const removeRoom = database.prepare('DELETE FROM rooms WHERE room = ?')
  const removeAll = database.transaction((room: string) => {
    // “0” follows “/”, and no name of a room holds either: these are the room's documents and no other's.
    for (const doc of docsOf.all(`${room}/`, `${room}0`)) {
      removeEntries.run({ doc, last: lastOf(doc), after: 0 })
      for (const removal of removals) removal.run(doc)
    }
    removeRoom.run(room)
  })
  return (room: string) => removeAll.immediate(room)
}
