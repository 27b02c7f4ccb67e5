import type * as Y from 'yjs'
import { rawClient } from '../helpers/rawClient.ts'

/** One room, written to by `writers` and watched by one more, each edit with a number of its own. */
export interface Crowd {
  /** Writes `perSecond` edits a second, all together, until told to stop. */
  write(perSecond: number): { stop: () => void }
  /** All that was sent, as keys of the map `EDITS`. */
  sent(): number
  /** What must be kept: keys that another client received, and keys that were acknowledged. */
  promised(): { readonly seen: ReadonlySet<string>; readonly acked: ReadonlySet<string> }
  /** Until every connection has ended, and all that came over it was read. */
  readonly closed: Promise<unknown>
}

const EDITS = 'edits'
const EVERY_MS = 2
/** Where the machine is too slow for the rate, fewer are sent: this process must not be the one that is busy. */
const MOST_AT_ONCE = 64

export async function gather(url: string, token: string, writers: number, mark: string): Promise<Crowd> {
  const enter = () => rawClient(`${url}?acks=1&token=${token}`)
  const watcher = await enter()
  const all = await Promise.all(Array.from({ length: writers }, enter))
  const counts = all.map(() => 0)
  const keyOf = (writer: number, n: number) => `${mark}.${writer}.${n}`
  let next = 0

  function edit() {
    const writer = next % writers
    next += 1
    const n = (counts[writer] ?? 0) + 1
    counts[writer] = n
    all[writer]?.edit((doc) => doc.getMap(EDITS).set(keyOf(writer, n), n))
  }

  return {
    write(perSecond) {
      const startedAt = performance.now()
      const before = next
      const timer = setInterval(() => {
        const due = before + ((performance.now() - startedAt) / 1000) * perSecond
        for (let n = 0; n < MOST_AT_ONCE && next < due; n++) edit()
      }, EVERY_MS)
      return { stop: () => clearInterval(timer) }
    },
    sent: () => next,
    promised() {
      const seen = new Set(editsIn(watcher.doc))
      const acked = new Set<string>()
      all.forEach(({ doc, acked: count }, writer) => {
        const own = `${mark}.${writer}.`
        for (const key of editsIn(doc)) if (!key.startsWith(own)) seen.add(key)
        for (let n = 1; n <= count(); n++) acked.add(keyOf(writer, n))
      })
      return { seen, acked }
    },
    closed: Promise.all([watcher, ...all].map(({ closed }) => closed)),
  }
}

/** The keys of all edits that a document has. */
export const editsIn = (doc: Y.Doc): Iterable<string> => doc.getMap(EDITS).keys()
