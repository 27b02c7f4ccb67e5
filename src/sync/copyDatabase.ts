import { thisBrowser } from './browser.ts'
import type { Clocks } from './clocks.ts'

/** What this browser keeps of a board. */
export interface Kept {
  /** Yjs updates, oldest first; together they are the document. */
  readonly updates: readonly Uint8Array[]
  /** The board has come from the server whole: without that, what is kept is a part of it. */
  readonly isWhole: boolean
  /** What the server's log had, as far as this browser knows. */
  readonly durable: Clocks
}

/** What is kept beside the updates. */
export type Facts = Partial<Pick<Kept, 'isWhole' | 'durable'>>

/** A board's database in the browser. Every promise is rejected with what the browser says. */
export interface CopyDatabase {
  load(): Promise<Kept>
  append(update: Uint8Array | null, facts: Facts): Promise<void>
  /** Puts one update, made of all there are, in their place; other tabs may have added to them meanwhile. */
  replace(merge: (updates: readonly Uint8Array[]) => Uint8Array, facts: Facts): Promise<void>
  /** Fulfilled when it has been deleted, by another tab or by who clears what this site has stored. */
  readonly gone: Promise<void>
  close(): void
}

const UPDATES = 'updates'
const FACTS = 'custom'

/** The name of a room's database; a device keeps one for each board. */
export function copyName(room: string): string {
  return `drillboard.board.${room}`
}

/**
 * Opens the database, made on first use as y-indexeddb lays it out.
 *
 * @param version of the form of records in it: once a newer app has opened it, an older one cannot
 */
export async function openCopyDatabase(
  factory: IDBFactory,
  name: string,
  version: number,
): Promise<CopyDatabase> {
  const opening = factory.open(name, version)
  opening.onupgradeneeded = ({ oldVersion }) => {
    if (oldVersion > 0) return
    opening.result.createObjectStore(UPDATES, { autoIncrement: true })
    opening.result.createObjectStore(FACTS)
  }
  const database = await answer(opening)
  const gone = new Promise<void>((resolve) => {
    database.onclose = () => resolve()
    // Somebody deletes it, or a newer app opens it: neither must have to wait for this tab.
    database.onversionchange = ({ newVersion }) => {
      database.close()
      if (newVersion === null) resolve()
    }
  })

  return {
    gone,
    async load() {
      const transaction = database.transaction([UPDATES, FACTS])
      const [updates, isWhole, durable] = await Promise.all([
        answer<Uint8Array[]>(transaction.objectStore(UPDATES).getAll()),
        answer(transaction.objectStore(FACTS).get('isWhole')),
        answer(transaction.objectStore(FACTS).get('durable')),
      ])
      return { updates, isWhole: isWhole === true, durable: durable instanceof Map ? durable : new Map() }
    },
    append(update, facts) {
      const transaction = database.transaction([UPDATES, FACTS], 'readwrite')
      if (update) transaction.objectStore(UPDATES).add(update)
      return finish(transaction, facts)
    },
    async replace(merge, facts) {
      const transaction = database.transaction([UPDATES, FACTS], 'readwrite')
      const store = transaction.objectStore(UPDATES)
      // If they cannot be merged, they stay: what is asked of a storage before an error is done all the same.
      const merged = merge(await answer<Uint8Array[]>(store.getAll()))
      store.clear()
      store.add(merged)
      return finish(transaction, facts)
    },
    close: () => database.close(),
  }
}

/** Deletes what this device keeps of a room; where it keeps nothing, nothing happens. */
export async function deleteCopy(room: string): Promise<void> {
  const { indexedDB } = thisBrowser()
  if (indexedDB) await answer(indexedDB.deleteDatabase(copyName(room))).catch(() => {})
}

function finish(transaction: IDBTransaction, facts: Facts): Promise<void> {
  for (const [name, value] of Object.entries(facts)) transaction.objectStore(FACTS).put(value, name)
  return new Promise((resolve, reject) => {
    transaction.oncomplete = () => resolve()
    transaction.onabort = () => reject(transaction.error)
    // The page may be going: what was asked for is all there is.
    transaction.commit()
  })
}

function answer<Value>(request: IDBRequest<Value>): Promise<Value> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result)
    request.onerror = () => reject(request.error)
  })
}
