import { atom, type Signal } from '@tldraw/state'

/**
 * How much of what this browser wrote is durable on the server.
 *
 * The server says how many messages of this connection are in its log (message type 100). Each message is
 * noted with the writer's clock, so that the answer outlives the connection: what a lost connection left
 * open, the next one sends again and the server acknowledges then.
 */
export interface Ledger {
  /** The writer's clock (Yjs) up to which everything is in the server's log. */
  readonly durable: Signal<number>
  /** A connection begins: the server counts from 0 again. */
  begin(): void
  /** A message of sub-type 1 or 2 goes out, holding everything up to `clock`. */
  sent(clock: number): void
  /** The first `count` messages of this connection are durable. */
  acknowledged(count: number): void
}

export function createLedger(): Ledger {
  const durable = atom('durable clock', 0)
  let clocks: number[] = []
  let acknowledged = 0
  return {
    durable,
    begin() {
      clocks = []
      acknowledged = 0
    },
    sent(clock) {
      clocks.push(clock)
    },
    acknowledged(count) {
      const newly = clocks.splice(0, Math.max(0, count - acknowledged))
      acknowledged += newly.length
      durable.update((before) => Math.max(before, newly.at(-1) ?? 0))
    },
  }
}
