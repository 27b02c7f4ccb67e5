import type { Signal } from '@tldraw/state'
import * as Y from 'yjs'
import { type CopyDatabase, copyName, type Facts, type Kept, openCopyDatabase } from './copyDatabase.ts'
import { type CopyTrouble, createCopyWriter } from './copyWriter.ts'
import { leaveOutPending } from './pending.ts'

export interface LocalCopy {
  /** What this device had; null where it had nothing, or cannot say. Never rejected. */
  readonly loaded: Promise<Pick<Kept, 'isWhole' | 'durable'> | null>
  /** Everything in the document is kept on this device. */
  readonly isKept: Signal<boolean>
  readonly trouble: Signal<CopyTrouble | null>
  /** Keeps what is known about the board beside it. */
  note(facts: Facts): void
  flush(): void
  close(): void
}

/** A storage that has not answered by then counts as none. */
const ANSWERS_WITHIN_MS = 10_000

/**
 * Keeps a document in this browser's storage, so that the board opens without a server and what is drawn
 * offline outlives the tab. Unlike y-indexeddb it knows what is kept, and says when keeping fails.
 *
 * @param version of the form of records
 * @param factory absent where the browser has no storage
 */
export function keepCopy(
  doc: Y.Doc,
  room: string,
  version: number,
  factory: IDBFactory | undefined,
): LocalCopy {
  const origin = Symbol('local copy')
  let isDamaged = false
  const { open, letGo } = holdDatabase(factory, copyName(room), version, () => writer.renew())

  /** A damaged row costs no other; what builds on it comes back with the server's board. */
  function take(kept: readonly Uint8Array[]) {
    doc.transact(() => {
      for (const update of kept) if (!applied(doc, update, origin)) isDamaged = true
    }, origin)
    leaveOutPending(doc)
  }

  async function load() {
    try {
      const kept = await within(
        ANSWERS_WITHIN_MS,
        open().then((database) => database.load()),
      )
      if (doc.isDestroyed) return null
      take(kept.updates)
      const isWhole = kept.isWhole && !isDamaged
      writer.begin(kept.updates.length, { durable: kept.durable, ...(isWhole && { isWhole }) })
      return { ...kept, isWhole }
    } catch (reason) {
      letGo()
      if (!doc.isDestroyed) writer.beginAnew(reason)
      return null
    }
  }

  const writer = createCopyWriter({
    open,
    letGo,
    whole(kept) {
      take(kept)
      return Y.encodeStateAsUpdate(doc)
    },
  })
  const hear = (update: Uint8Array, from: unknown) => {
    if (from !== origin) writer.add(update)
  }
  doc.on('update', hear)
  const { isKept, trouble, flush } = writer
  return {
    loaded: load(),
    isKept,
    trouble,
    note(facts) {
      writer.note(facts)
      if (!isDamaged || !facts.isWhole) return
      isDamaged = false
      writer.renew()
    },
    flush,
    close() {
      doc.off('update', hear)
      writer.close()
      letGo()
    },
  }
}

/** A database that is opened when it is needed, and `gone` when somebody else has deleted it. */
function holdDatabase(factory: IDBFactory | undefined, name: string, version: number, gone: () => void) {
  let opened: Promise<CopyDatabase> | null = null

  async function open() {
    if (!factory) throw new Error('This browser has no storage.')
    const database = await openCopyDatabase(factory, name, version)
    void database.gone.then(() => {
      opened = null
      gone()
    })
    return database
  }

  return {
    open() {
      opened ??= open()
      return opened
    },
    letGo() {
      opened?.then(
        (database) => database.close(),
        () => {},
      )
      opened = null
    },
  }
}

function applied(doc: Y.Doc, update: Uint8Array, origin: symbol): boolean {
  try {
    Y.applyUpdate(doc, update, origin)
    return true
  } catch {
    return false
  }
}

function within<Value>(ms: number, promise: Promise<Value>): Promise<Value> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error('The storage does not answer.')), ms)
    promise.then(resolve, reject).finally(() => clearTimeout(timer))
  })
}
