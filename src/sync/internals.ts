import type { HistoryEntry } from '@tldraw/store'
import type { TLRecord, TLStore } from '@tldraw/tlschema'
import type { Editor } from 'tldraw'

/** What sync uses of tldraw 3.15.6 that its types do not show. All of it is named here, and a test finds it there. */
interface StoreInternals {
  /** Reports every change as it is made, with its source. */
  addHistoryInterceptor(hear: (entry: HistoryEntry<TLRecord>, source: 'user' | 'remote') => void): () => void
  /** Runs `change` as one change of the store. */
  atomic(change: () => void, withSideEffects: boolean, isRemote: boolean): void
  /** Puts the records of this session that tldraw cannot do without. */
  ensureStoreIsUsable(): void
}

interface HistoryInternals {
  state: 'recording' | 'recordingPreserveRedoStack' | 'paused'
}

export function storeInternals(store: TLStore): StoreInternals {
  return store as unknown as StoreInternals
}

/** Runs something that must not be undone by this person, nor cost them their redo. */
export function withoutHistory(editor: Editor, run: () => void) {
  const { history } = editor as unknown as { history: HistoryInternals }
  const before = history.state
  history.state = 'paused'
  try {
    run()
  } finally {
    history.state = before
  }
}
