import { atom, type Signal } from '@tldraw/state'
import * as Y from 'yjs'
import type { CopyDatabase, Facts } from './copyDatabase.ts'
import { createPacer } from './pacer.ts'

/**
 * Why this device keeps nothing: no room is left, the browser allows no storage, or another tab runs a newer
 * Drillboard, whose copy this one must not write to.
 */
export type CopyTrouble = 'full' | 'forbidden' | 'newer'

/** Edits are kept at most every so many ms, the last always. */
const KEEP_EVERY_MS = 100
/** A storage that failed is tried again after so many ms. */
const RETRY_MS = 5_000
/** So many rows are made one. */
const MOST_ROWS = 1_000

export interface CopyWriterOptions {
  open(): Promise<CopyDatabase>
  /** The database may have to be opened anew. */
  failed(): void
  /** The whole document as one update, after taking in what is kept. */
  whole(kept: readonly Uint8Array[]): Uint8Array
}

export interface CopyWriter {
  /** Everything added is kept on this device. */
  readonly isKept: Signal<boolean>
  readonly trouble: Signal<CopyTrouble | null>
  add(update: Uint8Array): void
  /** Keeps facts beside the updates. */
  note(facts: Facts): void
  /** Begins to write. `rows`: how many updates are kept already; `failure`: why that cannot be known. */
  begin(rows: number, failure?: unknown): void
  flush(): void
  close(): void
}

/** Writes updates to this device in groups. Where that fails it says so, and goes on trying with the whole document. */
export function createCopyWriter({ open, failed, whole }: CopyWriterOptions): CopyWriter {
  const isKept = atom('kept on this device', true)
  const trouble = atom<CopyTrouble | null>('local copy trouble', null)
  const pacer = createPacer(KEEP_EVERY_MS, () => void write())
  let waiting: Uint8Array[] = []
  let facts: Facts = {}
  let rows = 0
  let isBusy = true
  let hasGap = false
  let retry: ReturnType<typeof setTimeout> | undefined

  async function write() {
    if (isBusy) return
    isBusy = true
    try {
      while (hasGap || waiting.length > 0 || Object.keys(facts).length > 0) await writeOnce()
      trouble.set(null)
      isKept.set(true)
    } catch (reason) {
      failed()
      fail(reason)
      retry = setTimeout(write, RETRY_MS)
    }
    isBusy = false
  }

  async function writeOnce() {
    const [batch, noted] = [waiting.splice(0), facts]
    facts = {}
    try {
      const database = await open()
      if (hasGap || rows >= MOST_ROWS) {
        await database.replace(whole, noted)
        rows = 1
        hasGap = false
      } else {
        await database.append(batch.length > 0 ? Y.mergeUpdates(batch) : null, noted)
        rows += 1
      }
    } catch (reason) {
      facts = { ...noted, ...facts }
      throw reason
    }
  }

  function fail(reason: unknown) {
    hasGap = true
    waiting = []
    trouble.set(troubleOf(reason))
  }

  return {
    isKept,
    trouble,
    add(update) {
      isKept.set(false)
      if (!hasGap) waiting.push(update)
      pacer.request()
    },
    note(more) {
      facts = { ...facts, ...more }
      pacer.request()
    },
    begin(kept, failure) {
      rows = kept
      if (failure) fail(failure)
      isBusy = false
      pacer.request()
    },
    flush() {
      pacer.cancel()
      void write()
    },
    close() {
      pacer.cancel()
      clearTimeout(retry)
    },
  }
}

function troubleOf(reason: unknown): CopyTrouble {
  const name = typeof reason === 'object' && reason !== null && 'name' in reason ? reason.name : ''
  if (name === 'QuotaExceededError') return 'full'
  return name === 'VersionError' ? 'newer' : 'forbidden'
}
