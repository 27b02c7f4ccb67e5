import type { Mode, Role } from '../roles.ts'

/** Who sent an update: their role and the connection it came over, or the server itself. */
export interface Author {
  readonly role: Role | 'server'
  /** Unique while the process runs; `server` for the server's own writes. */
  readonly connection: string
}

/** One update of a document, as it stands in the log. */
export interface Entry {
  /** Rises by document; where to go on reading. */
  readonly position: number
  /** Server time, ms since 1970. */
  readonly at: number
  readonly author: Author
  /** A Yjs update, V1. */
  readonly update: Uint8Array
}

export type NewEntry = Omit<Entry, 'position'>

interface Loaded {
  /** The state up to `upTo` as a Yjs update, V2; null where no snapshot was written yet. */
  readonly snapshot: Uint8Array | null
  /** The last position that the snapshot holds; 0 without one. */
  readonly upTo: number
  /** What came after it, oldest first. */
  readonly entries: readonly Entry[]
}

/**
 * The append-only log of all documents, the only truth about them: what is not in it may neither be shown
 * to others nor acknowledged. A document is named `<room>/<doc>`; one never written to is empty.
 */
export interface RoomLog {
  load(doc: string): Promise<Loaded>
  /**
   * Adds updates in their order.
   *
   * @returns the position of the last one, once all of them would survive a crash
   */
  append(doc: string, entries: readonly NewEntry[]): Promise<number>
  /**
   * Hands over every entry after `from` that becomes durable from now on, in order and before `append`
   * answers. Returns how to stop.
   */
  subscribe(doc: string, from: number, onEntries: (entries: readonly Entry[]) => void): () => void
  /** Keeps a snapshot to load from. Entries stay: replay reads them. A snapshot never goes back. */
  compact(doc: string, snapshot: Uint8Array, upTo: number): Promise<void>
}

/** What is known of a room besides its documents. */
export interface RoomFacts {
  readonly room: string
  readonly mode: Mode
  readonly template: string
  /** What a run of this room is about, as its maker asked for it. */
  readonly problem: string | null
  readonly framework: string | null
  readonly slot: string | null
  /** By role, the generation of its link; a link of another generation opens nothing. */
  readonly generations: Readonly<Partial<Record<Role, number>>>
  /** Server time, ms since 1970. */
  readonly createdAt: number
}

/** The rooms there are. */
export interface RoomIndex {
  /** @throws where a room of that name exists */
  add(facts: RoomFacts): Promise<void>
  find(room: string): Promise<RoomFacts | null>
}

export interface Storage {
  readonly log: RoomLog
  readonly index: RoomIndex
  /** Writes out what waits, then lets go of the files. */
  close(): Promise<void>
}
