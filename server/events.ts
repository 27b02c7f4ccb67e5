import type { Log } from './logging.ts'
import type { Metrics } from './metrics.ts'
import { CLOSE, type CloseCode } from './protocol.ts'
import type { DocName, Role } from './roles.ts'

/** Why somebody is not let in, or is sent away. */
export const REFUSALS = [
  'malformed',
  'no-access',
  'role',
  'no-room',
  'too-old',
  'too-large',
  'full',
  'too-many',
  'trouble',
  'slow-reader',
] as const
export type Refusal = (typeof REFUSALS)[number]

const REFUSAL_OF: Readonly<Record<CloseCode, Refusal>> = {
  [CLOSE.malformed]: 'malformed',
  [CLOSE.noAccess]: 'no-access',
  [CLOSE.roleMayNot]: 'role',
  [CLOSE.noSuchRoom]: 'no-room',
  [CLOSE.tooOld]: 'too-old',
  [CLOSE.tooLarge]: 'too-large',
  [CLOSE.tooMany]: 'too-many',
  [CLOSE.trouble]: 'trouble',
}

/** The name of a close code; undefined for one that refuses nobody, as when the server stops. */
export const refusalOf = (code: number): Refusal | undefined => REFUSAL_OF[code as CloseCode]

/** One connection to a document. */
export interface Visit {
  /** Unique. */
  readonly id: string
  readonly role: Role
  readonly document: DocName
  readonly address: string
}

/**
 * What happens on the server, told to whoever counts it and writes it down. Documents are named
 * `<room>/<doc>`. Nobody passes a token, what is on a board, or who somebody says they are.
 */
export interface Events {
  loaded(doc: string, ms: number): void
  forgotten(doc: string): void
  joined(visit: Visit): void
  left(visit: Visit): void
  /** An update came from a client. Called for each, so nothing but a number changes. */
  received(): void
  /** So many updates of a document are durable, so long after they were handed to the log. */
  committed(entries: number, seconds: number): void
  snapshotMade(doc: string, ms: number): void
  migrated(doc: string, changed: number, unmigrated: readonly string[]): void
  /** No way leads from the document's form to the current one. */
  notMigrated(doc: string, why: string): void
  /** `who`: the id of a connection, or where it has none yet the address. */
  refused(refusal: Refusal, why: string, who: Partial<Pick<Visit, 'id' | 'address'>>): void
  /** A request over HTTP was refused. */
  requestRefused(status: number, why: string, address: string): void
  /** What was kept long enough is deleted. */
  forgotOld(rooms: number, entries: number): void
  /** Why nothing can be kept from now on, or that it can be again. */
  trouble(why: string | null): void
  failed(error: unknown, doc?: string): void
}

/** Counts in `metrics` and writes to `log`. The names of rooms are written where something is wrong with one. */
export function createEvents(metrics: Metrics, log: Log): Events {
  return {
    loaded: (doc, ms) => log.debug('room loaded', { doc, ms: Math.round(ms) }),
    forgotten: (doc) => log.debug('room forgotten', { doc }),
    joined({ id, role, document, address }) {
      metrics.connected(role, document, 1)
      log.debug('joined', { id, role, document, address })
    },
    left({ id, role, document }) {
      metrics.connected(role, document, -1)
      log.debug('left', { id, role, document })
    },
    received: metrics.received,
    committed: metrics.committed,
    snapshotMade: (doc, ms) => log.debug('snapshot made', { doc, ms: Math.round(ms) }),
    migrated(doc, changed, unmigrated) {
      log.info('board migrated', { changed }, { doc })
      if (unmigrated.length > 0) log.warn('records stay in the older form', stayed(doc, unmigrated))
    },
    notMigrated: (doc, why) => log.warn('board stays in its older form', { doc, why }),
    refused(refusal, why, { id, address }) {
      metrics.refused(refusal)
      log.info(`refused: ${refusal}`, { why, id }, { address })
    },
    requestRefused(status, why, address) {
      metrics.requestRefused(status)
      log.info(`request refused: ${status}`, { why }, { address })
    },
    forgotOld: (rooms, entries) => log.info('what was kept long enough is deleted', { rooms, entries }),
    trouble(why) {
      if (why === null) log.info('edits are kept again')
      else log.error('edits cannot be kept', { why })
    },
    failed: (error, doc) => log.error('failed', { doc, ...errorFields(error) }),
  }
}

const NAMED = 3
const LONGEST_ID = 64

/** The records by their ids alone: why one stays quotes what is on the board. */
function stayed(doc: string, ids: readonly string[]) {
  return { doc, count: ids.length, first: ids.slice(0, NAMED).map((id) => id.slice(0, LONGEST_ID)) }
}

/** An error's code and stack. Its other properties may quote what somebody sent. */
export function errorFields(error: unknown): { readonly code?: unknown; readonly error: string } {
  const { code } = (error ?? {}) as { readonly code?: unknown }
  return { code, error: stackOf(error) }
}

function stackOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error)
  const stack = error.stack ?? error.message
  return error.cause === undefined ? stack : `${stack}\ncaused by ${stackOf(error.cause)}`
}
