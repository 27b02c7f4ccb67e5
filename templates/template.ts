import type { TLRecord } from '@tldraw/tlschema'
import type { Framework } from '../src/domain/steps.ts'

/** What a new board begins with. The server places it once, when it makes the room. */
export interface Template {
  /** The file's name, and what `POST /api/rooms` calls it. */
  readonly id: string
  /** The title of the new board. */
  readonly title: string
  /** The records to begin with, page and document included; with the same choice, the same every time. */
  readonly records: (chosen?: Chosen) => readonly TLRecord[]
}

/** What whoever makes the board chose, for templates that have step frames to lay out. */
export interface Chosen {
  readonly framework?: Framework | undefined
  /** Minutes. */
  readonly slot?: number | undefined
  /** Each frame holds its cards, to be filled in; else they are empty. */
  readonly isReady?: boolean | undefined
  /** The problem as the interviewer reads it out. */
  readonly prompt?: string | undefined
}
