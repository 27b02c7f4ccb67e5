import type { Events } from '../events.ts'
import type { Storage } from './log.ts'

/** A storage that tells what it does. */
export function watchedStorage(
  storage: Storage,
  events: Pick<Events, 'committed' | 'snapshotMade'>,
): Storage {
  const { log } = storage
  return {
    ...storage,
    log: {
      ...log,
      async append(doc, entries) {
        const from = performance.now()
        const position = await log.append(doc, entries)
        events.committed(entries.length, (performance.now() - from) / 1000)
        return position
      },
    },
    async snapshot(doc) {
      const from = performance.now()
      await storage.snapshot(doc)
      events.snapshotMade(doc, performance.now() - from)
    },
  }
}
