import { snapshotOf } from './document.ts'
import type { Entry, Loaded, RoomFacts, RoomIndex, RoomLog, Storage } from './log.ts'
import { createSubscribers } from './subscribers.ts'

interface Kept {
  snapshot: Uint8Array | null
  upTo: number
  entries: Entry[]
}

interface KeptRoom {
  facts: RoomFacts
  usedAt: number
}

/** A log that ends with the process: for tests. */
export function memoryStorage(): Storage {
  const docs = new Map<string, Kept>()
  const log = memoryLog(docs)
  return {
    log,
    index: memoryIndex(docs),
    async snapshot(doc) {
      const snapshot = snapshotOf(await log.load(doc))
      if (snapshot) await log.compact(doc, snapshot.bytes, snapshot.upTo)
    },
    async forgetHistory(before, after, most) {
      const old = [...docs.values()]
        .flatMap((kept) => kept.entries.map((entry) => ({ kept, entry })))
        .filter(({ entry }) => entry.position > after && entry.at < before)
        .sort((a, b) => a.entry.position - b.entry.position)
        .slice(0, most)
      const held = old.filter(({ kept, entry }) => entry.position <= kept.upTo)
      for (const { kept, entry } of held) kept.entries = kept.entries.filter((other) => other !== entry)
      return { deleted: held.length, next: old.length < most ? null : (old.at(-1)?.entry.position ?? null) }
    },
    size: async () => sizeOf(docs),
    probe: async () => {},
    outsideChanges: () => 0,
    close: async () => {},
  }
}

function sizeOf(docs: ReadonlyMap<string, Kept>): number {
  const sizes = [...docs.values()].map(
    ({ snapshot, entries }) =>
      (snapshot?.length ?? 0) + entries.reduce((sum, { update }) => sum + update.length, 0),
  )
  return sizes.reduce((sum, size) => sum + size, 0)
}

function memoryLog(docs: Map<string, Kept>): RoomLog {
  const subscribers = createSubscribers()
  let position = 0

  function keptFor(doc: string): Kept {
    const kept = docs.get(doc) ?? { snapshot: null, upTo: 0, entries: [] }
    docs.set(doc, kept)
    return kept
  }

  return {
    async load(doc): Promise<Loaded> {
      const { snapshot, upTo, entries } = keptFor(doc)
      return { snapshot, upTo, entries: entries.filter((entry) => entry.position > upTo) }
    },
    async append(doc, added) {
      const stored = added.map((entry) => {
        position += 1
        return { ...entry, position }
      })
      keptFor(doc).entries.push(...stored)
      subscribers.tell(doc, stored)
      return position
    },
    subscribe: subscribers.subscribe,
    async compact(doc, snapshot, upTo) {
      const kept = docs.get(doc)
      if (kept && upTo > kept.upTo) Object.assign(kept, { snapshot, upTo })
    },
  }
}

const HOUR_MS = 3_600_000

function memoryIndex(docs: Map<string, Kept>): RoomIndex {
  const rooms = new Map<string, KeptRoom>()
  return {
    async add(facts) {
      if (rooms.has(facts.room)) throw new Error(`There is a room “${facts.room}” already.`)
      rooms.set(facts.room, { facts, usedAt: facts.createdAt })
    },
    find: async (room) => rooms.get(room)?.facts ?? null,
    async change(room, next) {
      const kept = rooms.get(room)
      if (kept) kept.facts = next(kept.facts)
      return kept?.facts ?? null
    },
    count: async () => rooms.size,
    async touch(room, at) {
      const kept = rooms.get(room)
      if (kept && kept.usedAt <= at - HOUR_MS) kept.usedAt = at
    },
    async unusedSince(before, most) {
      const old = [...rooms.values()].filter(({ usedAt }) => usedAt < before)
      return old
        .sort((a, b) => a.usedAt - b.usedAt)
        .slice(0, most)
        .map(({ facts }) => facts.room)
    },
    async remove(room) {
      rooms.delete(room)
      for (const name of docs.keys()) if (name.startsWith(`${room}/`)) docs.delete(name)
    },
  }
}
