import type Database from 'better-sqlite3'
import type { RoomFacts, RoomIndex } from './log.ts'
import { docEraser } from './sqliteEraser.ts'

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
    remove,
  }
}

/** Every room and when somebody was last there, ms since 1970; the last used first. */
export function roomsByUse(database: Database.Database): { facts: RoomFacts; usedAt: number }[] {
  return database
    .prepare<[], { facts: string; used_at: number }>('SELECT facts, used_at FROM rooms ORDER BY used_at DESC')
    .all()
    .map(({ facts, used_at }) => ({ facts: JSON.parse(facts) as RoomFacts, usedAt: used_at }))
}

/** The room is gone at once; what was drawn in it goes part by part, that nobody who draws waits for it. */
function roomRemover(database: Database.Database) {
  const docsOf = database
    .prepare<[string, string], number>('SELECT id FROM docs WHERE name > ? AND name < ?')
    .pluck()
  const leftOver = database
    .prepare<[], number>(
      `SELECT id FROM docs
       WHERE NOT EXISTS (SELECT 1 FROM rooms WHERE room = substr(name, 1, instr(name, '/') - 1))`,
    )
    .pluck()
  const removeRoom = database.prepare('DELETE FROM rooms WHERE room = ?')
  const erase = docEraser(database)
  let isFirst = true
  return async (room: string) => {
    removeRoom.run(room)
    // “0” follows “/”, and no name of a room holds either: these are the room's documents and no other's. The
    // first time, those too whose removal an end of the server broke off.
    const docs = isFirst ? leftOver.all() : docsOf.all(`${room}/`, `${room}0`)
    isFirst = false
    for (const doc of docs) await erase(doc)
  }
}
