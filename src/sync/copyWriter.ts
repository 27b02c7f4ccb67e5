import { atom, type Signal } from '@tldraw/state'
import type { CopyDatabase, Facts } from './copyDatabase.ts'
import { createPacer } from './pacer.ts'
import { createToKeep } from './toKeep.ts'

/**
 * Why this device keeps nothing: no room is left, the browser allows no storage, or another tab runs a newer
 * Drillboard, whose copy this one must not write to.
 */
export type CopyTrouble = 'full' | 'forbidden' | 'newer'

/** Edits are kept at most every so many ms, the last always. */
const KEEP_EVERY_MS = 100
/** A storage that failed is tried again after so many ms. */
const RETRY_MS = 5_000

export interface CopyWriterOptions {
  open(): Promise<CopyDatabase>
  /** Closes what is open; the next write opens it anew. */
  letGo(): void
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
  /** Begins to write after what was found: so many updates, and what is known of them. */
  begin(rows: number, facts: Facts): void
  /** Begins to write where nobody knows what is kept, and says why. */
  beginAnew(reason: unknown): void
  /** Puts the whole document in the place of what is kept, or was. */
  renew(): void
  flush(): void
  /** Ends with what is being written. */
  close(): void
}

/** Writes updates to this device in groups. Where that fails it says so, and goes on trying with the whole document. */
export function createCopyWriter({ open, letGo, whole }: CopyWriterOptions): CopyWriter {
  const isKept = atom('kept on this device', true)
  const trouble = atom<CopyTrouble | null>('local copy trouble', null)
  const toKeep = createToKeep()
  const pacer = createPacer(KEEP_EVERY_MS, () => void write())
  let isBusy = true
  let isClosed = false
  let retry: ReturnType<typeof setTimeout> | undefined

  async function write() {
    if (isBusy) return
    isBusy = true
    clearTimeout(retry)
    retry = undefined
    try {
      while (!toKeep.isEmpty()) await toKeep.writeTo(await open(), whole)
      trouble.set(null)
      isKept.set(true)
    } catch (reason) {
      fail(reason)
      letGo()
      if (!isClosed) retry = setTimeout(write, RETRY_MS)
    }
    isBusy = false
    if (isClosed) letGo()
  }

  function fail(reason: unknown) {
    toKeep.addWhole()
    trouble.set(troubleOf(reason))
  }

  /** A storage that has failed is given its time. */
  function writeSoon() {
    if (retry === undefined && !isClosed) pacer.request()
  }

  function begin() {
    isBusy = false
    writeSoon()
  }

  return {
    isKept,
    trouble,
    add(update) {
      isKept.set(false)
      toKeep.add(update)
      writeSoon()
    },
    note(facts) {
      toKeep.note(facts)
      writeSoon()
    },
    begin(rows, facts) {
      toKeep.begin(rows, facts)
      begin()
    },
    beginAnew(reason) {
      fail(reason)
      begin()
    },
    renew() {
      isKept.set(false)
      toKeep.addWhole()
      writeSoon()
    },
    flush() {
      pacer.cancel()
      void write()
    },
    close() {
      isClosed = true
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
