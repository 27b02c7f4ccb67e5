import { documentOf } from '../log/document.ts'
import { entryReader } from '../log/sqliteEntries.ts'
import { roomsByUse } from '../log/sqliteIndex.ts'
import { titleOf } from '../seed.ts'
import { openRooms } from './openData.ts'

/** A line for each room that is kept, the last used first; what it began with tells two of one title apart. @throws {Refusal} */
export function* listRooms(dataDir: string): Generator<string> {
  const database = openRooms(dataDir, { readonly: true })
  try {
    const read = entryReader(database)
    const rooms = roomsByUse(database)
    const width = Math.max(...rooms.map(({ facts }) => facts.room.length), 'room'.length)
    const wide = Math.max(...rooms.map(({ facts }) => facts.template.length), 'template'.length)
    const line = (room: string, ...rest: readonly string[]) => [room.padEnd(width), ...rest].join('  ')
    yield line('room', 'mode     ', 'template'.padEnd(wide), 'made      ', 'last used ', 'title')
    for (const { facts, usedAt } of rooms) {
      const title = titleIn(() => documentOf(read(`${facts.room}/board`)))
      yield line(
        facts.room,
        facts.mode.padEnd(9),
        facts.template.padEnd(wide),
        day(facts.createdAt),
        day(usedAt),
        title,
      )
    }
  } finally {
    database.close()
  }
}

const day = (at: number) => new Date(at).toISOString().slice(0, 10)

/** Whoever names a board must not steer the terminal it is listed on. */
const UNSEEN = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu

function titleIn(load: () => ReturnType<typeof documentOf>): string {
  try {
    const doc = load()
    const title = titleOf(doc).replace(UNSEEN, ' ').slice(0, 80)
    doc.destroy()
    return title
  } catch {
    return '(damaged)'
  }
}
