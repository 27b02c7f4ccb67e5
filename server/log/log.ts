import type { Mode, Role } from '../roles.ts'

/** Who sent an update: their role, the connection it came over and the person they say they are, or the server itself. */
export interface Author {
  readonly role: Role | 'server'
  /** Unique; `server` for the server's own writes. */
  readonly connection: string
  /** An id that a browser keeps for whoever sits there; empty where none was given. Nobody checks it. */
  readonly person: string
}

export const SERVER_AUTHOR: Author = { role: 'server', connection: 'server', person: '' }

/** One update of a document, as it stands in the log. */
export interface Entry {
  /** Rises from one of a document to the next, not always by one; where to go on reading. */
  readonly position: number
  /** Server time, ms since 1970. */
  readonly at: number
  readonly author: Author
  /** A Yjs update, V1. */
  readonly update: Uint8Array
}

export type NewEntry = Omit<Entry, 'position'>

export interface Loaded {
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
  /** By role, from when on its link opens nothing (server time, ms since 1970); without one it opens for ever. */
  readonly until?: Readonly<Partial<Record<Role, number>>>
  /** Server time, ms since 1970. */
  readonly createdAt: number
}

/** The rooms there are. */
export interface RoomIndex {
  /** @throws where a room of that name exists */
  add(facts: RoomFacts): Promise<void>
  find(room: string): Promise<RoomFacts | null>
  /**
   * Changes what is known of a room, with nothing else of it changed between what `change` sees and what it
   * answers. What `change` throws comes out, and nothing is changed.
   *
   * @returns what is known now; null where there is no such room
   */
  change(room: string, change: (facts: RoomFacts) => RoomFacts): Promise<RoomFacts | null>
  count(): Promise<number>
  /** Notes, to the hour, that somebody was there at `at`, ms since 1970. */
  touch(room: string, at: number): Promise<void>
  /** Rooms where nobody has been since `before`, the longest left first, `most` at most. */
  unusedSince(before: number, most: number): Promise<readonly string[]>
  /** Deletes a room with all its documents and their log. */
  remove(room: string): Promise<void>
}

export interface Storage {
  readonly log: RoomLog
  readonly index: RoomIndex
  /** Makes a snapshot of all that the log has of a document, without holding up who writes. */
  snapshot(doc: string): Promise<void>
  /**
   * Deletes entries older than `before` that a snapshot holds: replay then begins later, the boards stay.
   * Looks at no more than `most` entries, those that follow position `after`.
   *
   * @returns how many were deleted, and after which position to go on; null where no more are as old
   */
  forgetHistory(
    before: number,
    after: number,
    most: number,
  ): Promise<{ readonly deleted: number; readonly next: number | null }>
  /** Writes something that means nothing, to find out whether anything can be kept. @throws where not */
  probe(): Promise<void>
  /** What it takes where it is kept, bytes. */
  size(): Promise<number>
  /** Changes each time another program has written to the same file. */
  outsideChanges(): number
  /** Writes out what waits, then lets go of the files. */
  close(): Promise<void>
}
