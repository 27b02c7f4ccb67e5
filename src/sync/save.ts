import { type Clocks, covers } from './clocks.ts'
import { TOO_MANY, TROUBLE } from './comeAgain.ts'
import type { Connection } from './connection.ts'
import type { CopyTrouble } from './copyWriter.ts'

/** Something that is so or is not, and since when, ms since 1970. */
interface Mark {
  readonly is: boolean
  readonly since: number
}

/** How the connection is. trouble: the server keeps nothing now. full: it has no place for one more now. */
export type Link = Connection['kind'] | 'trouble' | 'full'

export function linkOf(connection: Connection): Link {
  if (connection.kind !== 'offline') return connection.kind
  if (connection.code === TROUBLE) return 'trouble'
  return connection.code === TOO_MANY ? 'full' : 'offline'
}

/** Where the latest edits are. */
export interface Save {
  /** tab: nowhere else yet. device: kept on this device. server: all in its log. seen: there, and in others' browsers. */
  readonly kind: 'tab' | 'device' | 'server' | 'seen'
  readonly link: Link
  /** Why this device keeps nothing; null while it does. */
  readonly trouble: CopyTrouble | null
  /** Everything is kept on this device. */
  readonly device: Mark
  /** Everything is in the server's log. */
  readonly server: Mark
  /** Edits travel. */
  readonly online: Mark
  /** They have travelled since the board was opened here. */
  readonly wasOnline: boolean
  /** How many others hold all of this person's edits, null where there are none; of so many who are here. */
  readonly seen: { readonly by: number | null; readonly of: number; readonly since: number }
}

export interface SaveFacts {
  /** Edits in the store that the document has not got yet. */
  readonly unsent: boolean
  /** What the document holds. */
  readonly written: Clocks
  /** What of it the server's log has. */
  readonly durable: Clocks
  /** The document is kept on this device. */
  readonly isKept: boolean
  readonly trouble: CopyTrouble | null
  /** This browser's own edits in the document: how many it made since it opened the board. */
  readonly own: number
  /** Of each other person, the clock up to which their browser has them. */
  readonly seenUpTo: readonly number[]
  readonly link: Link
  /** ms since 1970 */
  readonly now: number
}

/** The next state of the save light. `seen` speaks of own edits: who made none has them on the server. */
export function foldSave(before: Save | undefined, facts: SaveFacts): Save {
  const { unsent, written, durable, own, seenUpTo, link, trouble, now } = facts
  const device = mark(before?.device, !unsent && facts.isKept && trouble === null, now)
  const server = mark(before?.server, !unsent && covers(durable, written), now)
  const online = mark(before?.online, link === 'online', now)
  const by = own > 0 ? seenUpTo.filter((clock) => !unsent && clock >= own).length : null
  const seen = { by, of: seenUpTo.length }
  const isSameSeen = before?.seen.by === seen.by && before.seen.of === seen.of
  const kind = server.is ? (by ? 'seen' : 'server') : device.is ? 'device' : 'tab'
  const next: Save = {
    kind,
    link,
    trouble,
    device,
    server,
    online,
    wasOnline: online.is || before?.wasOnline === true,
    seen: isSameSeen ? before.seen : { ...seen, since: now },
  }
  return before && isSame(before, next) ? before : next
}

function mark(before: Mark | undefined, is: boolean, now: number): Mark {
  return before?.is === is ? before : { is, since: now }
}

function isSame(a: Save, b: Save): boolean {
  return (Object.keys(a) as (keyof Save)[]).every((key) => a[key] === b[key])
}
