import type { Storage } from './log/log.ts'
import type { Rooms } from './rooms.ts'

export interface RetentionOptions {
  readonly storage: Storage
  readonly rooms: Pick<Rooms, 'inUse'>
  /** How long entries that a snapshot holds are kept for replay, days; 0: for ever. */
  readonly historyDays: number
  /** How long a room is kept that nobody opens, days; 0: for ever. */
  readonly idleRoomDays: number
  readonly report: (error: unknown) => void
}

const DAY_MS = 86_400_000
const EVERY_MS = 3_600_000
/** So much at once, that nobody who draws waits for it. */
const ENTRIES_AT_ONCE = 500
const ROOMS_AT_ONCE = 20

/** Deletes what has been kept long enough, now. `now`: ms since 1970 */
export async function forgetOld({ storage, rooms, ...kept }: Omit<RetentionOptions, 'report'>, now: number) {
  if (kept.idleRoomDays > 0) await removeRooms(storage, rooms, now - kept.idleRoomDays * DAY_MS)
  if (kept.historyDays > 0) {
    const before = now - kept.historyDays * DAY_MS
    while ((await storage.forgetHistory(before, ENTRIES_AT_ONCE)) > 0) await nextTurn()
  }
}

async function removeRooms({ index }: Storage, rooms: RetentionOptions['rooms'], before: number) {
  const spared = new Set<string>()
  for (;;) {
    const unused = await index.unusedSince(before, ROOMS_AT_ONCE + spared.size)
    const next = unused.filter((room) => !spared.has(room))
    if (next.length === 0) return
    for (const room of next) {
      if (rooms.inUse().has(room)) spared.add(room)
      else await index.remove(room)
      await nextTurn()
    }
  }
}

/** Deletes it every hour, the first time a while after the start. Returns how to stop. */
export function keepForgetting(options: RetentionOptions): () => void {
  const timer = setInterval(() => {
    forgetOld(options, Date.now()).catch(options.report)
  }, EVERY_MS).unref()
  return () => clearInterval(timer)
}

const nextTurn = () => new Promise((resolve) => setImmediate(resolve))
