/** Where this person's edits are. */
export interface Save {
  /** device: not all on the server. server: all in its log. seen: on the server and in others' browsers. */
  readonly kind: 'device' | 'server' | 'seen'
  /** How many others hold all of them; 0 unless `seen`. */
  readonly others: number
  /** No connection: edits stay here until there is one. */
  readonly offline: boolean
  /** When it became so, ms since 1970. */
  readonly since: number
}

export interface SaveFacts {
  /** Edits in the store that the document has not got yet. */
  readonly unsent: boolean
  /** The clock of this browser's edits in the document: how many it made. */
  readonly written: number
  /** The clock up to which the server's log has them. */
  readonly durable: number
  /** Of each other person, the clock up to which their browser has them. */
  readonly seenUpTo: readonly number[]
  readonly offline: boolean
  /** ms since 1970 */
  readonly now: number
}

/** The next state of the save light. `seen` speaks of own edits: who made none has them on the server. */
export function foldSave(before: Save | undefined, facts: SaveFacts): Save {
  const { unsent, written, durable, offline, now } = facts
  const isOnServer = !unsent && written <= durable
  const others = written > 0 ? facts.seenUpTo.filter((clock) => clock >= written).length : 0
  const kind = !isOnServer ? 'device' : others > 0 ? 'seen' : 'server'
  const next = { kind, others: kind === 'seen' ? others : 0, offline, since: now } as const
  const isSame =
    before?.kind === next.kind && before.others === next.others && before.offline === next.offline
  return isSame ? before : next
}
