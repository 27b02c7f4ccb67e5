import type { TLRecord } from '@tldraw/tlschema'

/** What a new board begins with. The server places it once, when it makes the room. */
export interface Template {
  /** The file's name, and what `POST /api/rooms` calls it. */
  readonly id: string
  /** The title of the new board. */
  readonly title: string
  /** The records to begin with, page and document included, with the same ids every time. */
  readonly records: () => readonly TLRecord[]
}
