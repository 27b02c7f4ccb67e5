import type { Entry } from './log.ts'

type OnEntries = (entries: readonly Entry[]) => void

/** Who wants to hear of a document's new entries, where all of them are written by this process. */
export function createSubscribers() {
  const byDoc = new Map<string, Set<OnEntries>>()

  return {
    subscribe(doc: string, from: number, onEntries: OnEntries): () => void {
      const listeners = byDoc.get(doc) ?? new Set()
      byDoc.set(doc, listeners)
      const listener: OnEntries = (entries) => {
        const later = entries.filter(({ position }) => position > from)
        if (later.length > 0) onEntries(later)
      }
      listeners.add(listener)
      return () => {
        listeners.delete(listener)
        if (listeners.size === 0) byDoc.delete(doc)
      }
    },
    tell(doc: string, entries: readonly Entry[]) {
      for (const listener of byDoc.get(doc) ?? []) listener(entries)
    },
  }
}
