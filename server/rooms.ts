import type { RecordSchema } from '../src/document/migrateBoard.ts'
import { whyClosed } from './access.ts'
import type { Events } from './events.ts'
import { storageTrouble } from './health.ts'
import type { RoomFacts, Storage } from './log/log.ts'
import { prepareDocument } from './migrate.ts'
import { CLOSE } from './protocol.ts'
import { openRoom, type Room, type RoomLimits, type RoomOptions } from './room.ts'

/** The right to a room: it stays in memory until every lease is returned. */
export interface Lease {
  readonly room: Room
  release(): void
}

export interface Rooms {
  /** Loads the document unless it is in memory. Everybody who asks meanwhile gets the same room. */
  open(name: string): Promise<Lease>
  /** Names of the rooms with a document in memory. */
  inUse(): ReadonlySet<string>
  /** Ends the connections that the room's links open no more. */
  recheck(facts: RoomFacts): Promise<void>
  /** Commits what has arrived, ends every connection and forgets all rooms. */
  close(): Promise<void>
}

export interface RoomsOptions extends RoomLimits {
  readonly storage: Pick<Storage, 'log' | 'index' | 'snapshot'>
  /** The form to which older boards are brought. */
  readonly schema: RecordSchema
  /** How long a room stays in memory after the last one left, ms. */
  readonly roomIdleMs: number
  /** A room that is forgotten leaves a snapshot if its log grew by this many rows; one in use, by many more. */
  readonly snapshotEveryRows: number
  readonly events: Events
  readonly report: (error: unknown, doc?: string) => void
}

interface Held {
  readonly loading: Promise<Room>
  leases: number
  timer: NodeJS.Timeout | undefined
}

/** While people are there a snapshot only saves time at the next load. */
const MORE_ROWS_IN_USE = 25
const LOOK_FOR_GROWN_MS = 20_000

/** The rooms in memory: a cache of the log. */
export function createRooms(options: RoomsOptions): Rooms {
  const { storage, schema, roomIdleMs, snapshotEveryRows, events, report } = options
  const held = new Map<string, Held>()
  let isClosed = false

  function hold(name: string): Held {
    const drop = () => {
      if (held.get(name) === entry) held.delete(name)
    }
    const onBroken = (error: unknown) => {
      report(error, name)
      drop()
      entry.loading.then(
        (room) => room.close(CLOSE.trouble, storageTrouble(error) ?? TROUBLE),
        // It broke while it was loaded: whoever asked for it is told.
        () => {},
      )
    }
    const prepare = prepareDocument(name, schema, events)
    const loading = openTold({ ...options, log: storage.log, name, prepare, onBroken }, events)
    const entry: Held = { loading, leases: 0, timer: undefined }
    held.set(name, entry)
    entry.loading.then(() => storage.index.touch(roomOf(name), Date.now()).catch(report), drop)
    return entry
  }

  /** A room is forgotten only after its last commit; whoever came meanwhile keeps it. */
  async function forget(name: string, entry: Held) {
    if (held.get(name) !== entry) return
    const room = await entry.loading
    await room.idle()
    if (entry.leases > 0 || held.get(name) !== entry) return
    held.delete(name)
    room.close(CLOSE.trouble, 'The room was idle.')
    events.forgotten(name)
    await storage.index.touch(roomOf(name), Date.now())
    snapshotIfGrown(options, name, room, snapshotEveryRows)
  }

  async function snapshotGrown() {
    for (const [name, { loading }] of held) {
      const room = await loading.catch(() => null)
      if (room) snapshotIfGrown(options, name, room, snapshotEveryRows * MORE_ROWS_IN_USE)
    }
  }
  const growing = setInterval(snapshotGrown, LOOK_FOR_GROWN_MS).unref()

  return {
    async open(name) {
      if (isClosed) throw new Error('The server is stopping.')
      const entry = held.get(name) ?? hold(name)
      const release = lease(entry, () => {
        entry.timer = setTimeout(() => forget(name, entry).catch(report), roomIdleMs).unref()
      })
      try {
        return { room: await entry.loading, release }
      } catch (error) {
        release()
        throw error
      }
    },
    inUse: () => new Set([...held.keys()].map(roomOf)),
    async recheck(facts) {
      const ofRoom = [...held].filter(([name]) => roomOf(name) === facts.room)
      for (const [, { loading }] of ofRoom) {
        const room = await loading.catch(() => null)
        room?.cut((grant) => whyClosed(grant, facts, Date.now()))
      }
    },
    async close() {
      isClosed = true
      clearInterval(growing)
      for (const [name, entry] of held) {
        clearTimeout(entry.timer)
        const room = await entry.loading.catch(() => null)
        // All that had arrived by now is committed; whoever goes on drawing is not waited for.
        await room?.read(() => {}).catch(report)
        held.delete(name)
        room?.close(GOING_AWAY, 'The server stops. Your browser will connect again.')
        await room?.idle()
      }
    },
  }
}

async function openTold(options: RoomOptions, events: Events): Promise<Room> {
  const from = performance.now()
  const room = await openRoom(options)
  events.loaded(options.name, performance.now() - from)
  return room
}

/** Counts one more who uses the room. Returns how to count them out, once; `onUnused`: nobody is left. */
function lease(entry: Held, onUnused: () => void): () => void {
  clearTimeout(entry.timer)
  entry.leases += 1
  let isReleased = false
  return () => {
    if (isReleased) return
    isReleased = true
    entry.leases -= 1
    if (entry.leases === 0) onUnused()
  }
}

/** The log is read for it, not the room: it may be forgotten, or opened again, meanwhile. */
function snapshotIfGrown({ storage, report }: RoomsOptions, name: string, room: Room, rows: number) {
  if (room.newEntries() < rows) return
  room.noteSnapshot()
  storage.snapshot(name).catch((error) => report(error, name))
}

const roomOf = (name: string) => name.slice(0, name.indexOf('/'))

const TROUBLE = 'Trouble on the server. Nothing that was saved is lost.'

/** WebSocket's own code for a server that restarts; clients come again. */
const GOING_AWAY = 1012
