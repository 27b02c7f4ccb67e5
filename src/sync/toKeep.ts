import * as Y from 'yjs'
import type { CopyDatabase, Facts } from './copyDatabase.ts'

/** So many rows are made one. */
const MOST_ROWS = 1_000

/** What of a document this device has yet to keep. */
export interface ToKeep {
  isEmpty(): boolean
  /** What was found here: so many updates, and what is known of them. */
  begin(rows: number, facts: Facts): void
  add(update: Uint8Array): void
  note(facts: Facts): void
  /** What is kept is gone, or nobody knows what it is: the whole document is to take its place. */
  addWhole(): void
  /** Keeps all of it. If that fails, the whole document is to be kept. */
  writeTo(database: CopyDatabase, whole: (kept: readonly Uint8Array[]) => Uint8Array): Promise<void>
}

export function createToKeep(): ToKeep {
  let updates: Uint8Array[] = []
  let facts: Facts = {}
  let allFacts: Facts = {}
  let rows = 0
  let isWhole = false

  function addWhole() {
    isWhole = true
    updates = []
  }

  return {
    isEmpty: () => !isWhole && updates.length === 0 && Object.keys(facts).length === 0,
    begin(found, known) {
      rows = found
      allFacts = { ...known, ...allFacts }
    },
    add(update) {
      if (!isWhole) updates.push(update)
    },
    note(more) {
      facts = { ...facts, ...more }
      allFacts = { ...allFacts, ...more }
    },
    addWhole,
    async writeTo(database, whole) {
      const [batch, noted, replaces] = [updates, isWhole ? allFacts : facts, isWhole || rows >= MOST_ROWS]
      // From here on all that is added comes after what is being written, the whole document included.
      updates = []
      facts = {}
      isWhole = false
      try {
        if (replaces) await database.replace(whole, noted)
        else await database.append(batch.length > 0 ? Y.mergeUpdates(batch) : null, noted)
      } catch (reason) {
        addWhole()
        throw reason
      }
      rows = replaces ? 1 : rows + Math.min(1, batch.length)
    },
  }
}
