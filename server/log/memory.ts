import type { Entry, RoomFacts, Storage } from './log.ts'
import { createSubscribers } from './subscribers.ts'

interface Kept {
  snapshot: Uint8Array | null
  upTo: number
  readonly entries: Entry[]
}

/** A log that ends with the process: for tests. */
export function memoryStorage(): Storage {
  const docs = new Map<string, Kept>()
  const rooms = new Map<string, RoomFacts>()
  const subscribers = createSubscribers()

  function keptFor(doc: string): Kept {
    const kept = docs.get(doc) ?? { snapshot: null, upTo: 0, entries: [] }
    docs.set(doc, kept)
    return kept
  }

  return {
    log: {
      async load(doc) {
        const { snapshot, upTo, entries } = keptFor(doc)
        return { snapshot, upTo, entries: entries.slice(upTo) }
      },
      async append(doc, added) {
        const { entries } = keptFor(doc)
        const first = entries.length + 1
        const stored = added.map((entry, i) => ({ ...entry, position: first + i }))
        entries.push(...stored)
        subscribers.tell(doc, stored)
        return entries.length
      },
      subscribe: subscribers.subscribe,
      async compact(doc, snapshot, upTo) {
        const kept = keptFor(doc)
        if (upTo > kept.upTo) Object.assign(kept, { snapshot, upTo })
      },
    },
    index: {
      async add(facts) {
        if (rooms.has(facts.room)) throw new Error(`There is a room “${facts.room}” already.`)
        rooms.set(facts.room, facts)
      },
      find: async (room) => rooms.get(room) ?? null,
    },
    close: async () => {},
  }
}
