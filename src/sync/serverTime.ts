/** The server's time, as far as a browser knows it. Times are ms since 1970. */
export interface ServerTime {
  /** A connection begins: what was told over the one before counts until this one tells. */
  begin(): void
  /** The server says what time it is. */
  told(at: number): void
  /** Something has happened at that time of the server's. */
  heardOf(at: number): void
  /** This computer's time until the server has said its own. */
  now(): number
}

/**
 * What the server tells was true when it was sent. A browser that is busy hears it late, and takes the time for
 * earlier than it is, never for later: of all that one connection told, what makes it latest is right.
 *
 * It goes on by the browser's steady clock, so that setting this computer's changes nothing.
 */
export function serverTime(steady: () => number = () => performance.now()): ServerTime {
  let began: number | null = null
  let isNew = true
  const latest = (at: number) => Math.max(began ?? Number.NEGATIVE_INFINITY, at - steady())
  return {
    begin() {
      isNew = true
    },
    told(at) {
      began = isNew ? at - steady() : latest(at)
      isNew = false
    },
    heardOf(at) {
      if (!isNew) began = latest(at)
    },
    now: () => (began === null ? Date.now() : began + steady()),
  }
}
