import { atom, type Signal } from '@tldraw/state'
import { type Clocks, together } from './clocks.ts'

/**
 * What of the document is in the server's log.
 *
 * The server says so in three ways: by the state it names when a connection begins, by every update it
 * passes on, and by how many messages of this connection it has logged (message type 100). Each message is
 * noted with what the document held when it went out.
 */
export interface Ledger {
  /** Of each writer, the clock up to which everything is in the server's log. */
  readonly durable: Signal<Clocks>
  /** A connection begins: the server counts from 0 again. */
  begin(): void
  /** The server names the whole state of its log. It is believed also where it lacks what it had before. */
  states(clocks: Clocks): void
  /** The server passes on what is in its log. */
  passedOn(clocks: Clocks): void
  /** A message of sub-type 1 or 2 goes out, with everything up to `clocks`. */
  sent(clocks: Clocks): void
  /** The first `count` messages of this connection are durable. */
  acknowledged(count: number): void
}

export function createLedger(): Ledger {
  const durable = atom<Clocks>('durable clocks', new Map())
  let open: Clocks[] = []
  let acknowledged = 0
  const add = (clocks: Clocks) => durable.update((before) => together(before, clocks))
  return {
    durable,
    begin() {
      open = []
      acknowledged = 0
    },
    states: (clocks) => void durable.set(clocks),
    passedOn: add,
    sent: (clocks) => void open.push(clocks),
    acknowledged(count) {
      const newly = open.splice(0, Math.max(0, count - acknowledged))
      acknowledged += newly.length
      const last = newly.at(-1)
      if (last) add(last)
    },
  }
}
