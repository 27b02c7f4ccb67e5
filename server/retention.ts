import type { Events } from './events.ts'
import type { Storage } from './log/log.ts'
import type { Rooms } from './rooms.ts'

export interface RetentionOptions {
  readonly storage: Storage
  readonly rooms: Pick<Rooms, 'inUse'>
  /** How long entries that a snapshot holds are kept for replay, days; 0: for ever. */
  readonly historyDays: number
  /** How long a room is kept that nobody opens, days; 0: for ever. */
  readonly idleRoomDays: number
  readonly events: Pick<Events, 'forgotOld'>
  readonly report: (error: unknown) => void
}

const DAY_MS = 86_400_000
const EVERY_MS = 3_600_000
/** So much at once, that nobody who draws waits for it. */
const ENTRIES_AT_ONCE = 500
const ROOMS_AT_ONCE = 20

/** Deletes what has been kept long enough, now. `now`: ms since 1970. Returns how much that was. */
export async function forgetOld(options: Omit<RetentionOptions, 'events' | 'report'>, now: number) {
  const { storage, rooms, idleRoomDays, historyDays } = options
  return {
    rooms: idleRoomDays === 0 ? 0 : await removeRooms(storage, rooms, now - idleRoomDays * DAY_MS),
    entries: historyDays === 0 ? 0 : await removeHistory(storage, now - historyDays * DAY_MS),
  }
}

async function removeHistory(storage: Storage, before: number): Promise<number> {
  let removed = 0
  let after: number | null = 0
  while (after !== null) {
    const { deleted, next } = await storage.forgetHistory(before, after, ENTRIES_AT_ONCE)
    removed += deleted
    after = next
    await nextTurn()
  }
  return removed
}

async function removeRooms(
  { index }: Storage,
  rooms: RetentionOptions['rooms'],
  before: number,
): Promise<number> {
  const spared = new Set<string>()
  let removed = 0
  for (;;) {
    const unused = await index.unusedSince(before, ROOMS_AT_ONCE + spared.size)
    const next = unused.filter((room) => !spared.has(room))
    if (next.length === 0) return removed
    for (const room of next) {
      if (rooms.inUse().has(room)) spared.add(room)
      else {
        await index.remove(room)
        removed += 1
      }
      await nextTurn()
    }
  }
}

/** Deletes it every hour, the first time a while after the start. Returns how to stop. */
export function keepForgetting(options: RetentionOptions): () => void {
  const forget = async () => {
    const { rooms, entries } = await forgetOld(options, Date.now())
    if (rooms + entries > 0) options.events.forgotOld(rooms, entries)
  }
  let isStopped = false
  // What is broken off by the end of the server is taken up again after its next start.
  const report = (error: unknown) => {
    if (!isStopped) options.report(error)
  }
  const timer = setInterval(() => forget().catch(report), EVERY_MS).unref()
  return () => {
    isStopped = true
    clearInterval(timer)
  }
}

const nextTurn = () => new Promise((resolve) => setImmediate(resolve))
