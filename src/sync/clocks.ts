import * as Y from 'yjs'

/** How much of what each writer (a Yjs client id) wrote: a state vector. */
export type Clocks = ReadonlyMap<number, number>

/** Whether `have` holds everything that `all` holds. */
export function covers(have: Clocks, all: Clocks): boolean {
  for (const [client, clock] of all) if ((have.get(client) ?? 0) < clock) return false
  return true
}

/** Both together; `have` itself where `more` adds nothing. */
export function together(have: Clocks, more: Clocks): Clocks {
  if (covers(have, more)) return have
  const both = new Map(have)
  for (const [client, clock] of more) both.set(client, Math.max(clock, have.get(client) ?? 0))
  return both
}

/** What a document holds. */
export function clocksOf({ store }: Y.Doc): Clocks {
  return new Map([...store.clients.keys()].map((client) => [client, Y.getState(store, client)]))
}
