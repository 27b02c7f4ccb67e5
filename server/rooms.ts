import type { RecordSchema } from '../src/document/migrateBoard.ts'
import type { RoomLog } from './log/log.ts'
import { prepareDocument } from './migrate.ts'
import { CLOSE } from './protocol.ts'
import { openRoom, type Room, type RoomLimits } from './room.ts'

/** The right to a room: it stays in memory until every lease is returned. */
export interface Lease {
  readonly room: Room
  release(): void
}

export interface Rooms {
  /** Loads the document unless it is in memory. Everybody who asks meanwhile gets the same room. */
  open(name: string): Promise<Lease>
  /** Commits what has arrived, ends every connection and forgets all rooms. */
  close(): Promise<void>
}

export interface RoomsOptions extends RoomLimits {
  readonly log: RoomLog
  /** The form to which older boards are brought. */
  readonly schema: RecordSchema
  /** How long a room stays in memory after the last one left, ms. */
  readonly roomIdleMs: number
  /** A room that is forgotten leaves a snapshot if its log grew by this many rows. */
  readonly snapshotEveryRows: number
  readonly report: (error: unknown) => void
}

interface Held {
  readonly loading: Promise<Room>
  leases: number
  timer: NodeJS.Timeout | undefined
}

/** The rooms in memory: a cache of the log. */
export function createRooms(options: RoomsOptions): Rooms {
  const { schema, roomIdleMs, snapshotEveryRows, report } = options
  const held = new Map<string, Held>()
  let isClosed = false

  function hold(name: string): Held {
    const onBroken = (error: unknown) => {
      report(error)
      drop()
      entry.loading.then(
        (room) => room.close(CLOSE.trouble, 'Trouble on the server. Nothing that was saved is lost.'),
        // It broke while it was loaded: whoever asked for it is told.
        () => {},
      )
    }
    const drop = () => {
      if (held.get(name) === entry) held.delete(name)
    }
    const entry: Held = {
      loading: openRoom({ ...options, name, prepare: prepareDocument(name, schema, report), onBroken }),
      leases: 0,
      timer: undefined,
    }
    held.set(name, entry)
    entry.loading.catch(drop)
    return entry
  }

  /** A room is forgotten only after its last commit; whoever came meanwhile keeps it. */
  async function forget(name: string, entry: Held) {
    if (held.get(name) !== entry) return
    const room = await entry.loading
    await room.compact(snapshotEveryRows).catch(report)
    await room.idle()
    if (entry.leases > 0 || held.get(name) !== entry) return
    held.delete(name)
    room.close(CLOSE.trouble, 'The room was idle.')
  }

  return {
    async open(name) {
      if (isClosed) throw new Error('The server is stopping.')
      const entry = held.get(name) ?? hold(name)
      clearTimeout(entry.timer)
      entry.leases += 1
      let isReleased = false
      const release = () => {
        if (isReleased) return
        isReleased = true
        entry.leases -= 1
        if (entry.leases > 0) return
        entry.timer = setTimeout(() => forget(name, entry).catch(report), roomIdleMs)
        entry.timer.unref()
      }
      try {
        return { room: await entry.loading, release }
      } catch (error) {
        release()
        throw error
      }
    },
    async close() {
      isClosed = true
      for (const [name, entry] of held) {
        clearTimeout(entry.timer)
        const room = await entry.loading.catch(() => null)
        await room?.compact(snapshotEveryRows).catch(report)
        held.delete(name)
        room?.close(GOING_AWAY, 'The server stops. Your browser will connect again.')
        await room?.idle()
      }
    },
  }
}

/** WebSocket's own code for a server that restarts; clients come again. */
const GOING_AWAY = 1012
