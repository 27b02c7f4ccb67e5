import type { Atom } from '@tldraw/state'
import type { HistoryEntry, RecordsDiff } from '@tldraw/store'
import type { TLRecord, TLShape, TLStore } from '@tldraw/tlschema'
import type { Editor } from 'tldraw'
import type { Step } from './historyStep.ts'

/** What sync uses of tldraw 3.15.6 that its types do not show. All of it is named here, and a test finds it there. */
interface StoreInternals {
  /** Reports every change as it is made, with its source. */
  addHistoryInterceptor(hear: (entry: HistoryEntry<TLRecord>, source: 'user' | 'remote') => void): () => void
  /** Runs `change` as one change of the store. */
  atomic(change: () => void, withSideEffects: boolean, isRemote: boolean): void
  /** Puts the records of this session that tldraw cannot do without. */
  ensureStoreIsUsable(): void
}

/** Where an undo stops. */
export interface Mark {
  readonly type: 'stop'
  readonly id: string
}

export type StackEntry = Mark | { readonly type: 'diff'; readonly diff: Step }

/** tldraw's list of entries, the newest first; it never changes, `push` makes another. */
export interface Stack {
  readonly length: number
  readonly head: StackEntry | null
  readonly tail: Stack
  push(entry: StackEntry): Stack
}

/** The editor's undo and redo, once its steps are by property: tldraw's own hold whole records. */
interface HistoryInternals {
  state: 'recording' | 'recordingPreserveRedoStack' | 'paused'
  readonly stacks: Atom<{ undos: Stack; redos: Stack }>
  /** What was changed since the last mark. */
  readonly pendingDiff: {
    readonly isEmptyAtom: Atom<boolean>
    apply(changes: RecordsDiff<TLRecord>): void
    clear(): Step
  }
  flushPendingDiff(): void
  getNumUndos(): number
  clear(): void
  _undo(options: { pushToRedoStack: boolean; toMark?: string }): unknown
  redo(): unknown
  squashToMark(id: string): unknown
}

export function storeInternals(store: TLStore): StoreInternals {
  return store as unknown as StoreInternals
}

export function historyInternals(editor: Editor): HistoryInternals {
  return (editor as unknown as { history: HistoryInternals }).history
}

/** Runs something that must not be undone by this person, nor cost them their redo. */
export function withoutHistory(editor: Editor, run: () => void) {
  const history = historyInternals(editor)
  const before = history.state
  history.state = 'paused'
  try {
    run()
  } finally {
    history.state = before
  }
}

/** A drag's memory of the frame that it is over. */
interface DragInternals {
  prevDraggingOverShape?: TLShape | undefined
}

export function dragInternals(editor: Editor): DragInternals | undefined {
  const dragging = editor.getStateDescendant('select.translating')
  return (dragging as { dragAndDropManager?: DragInternals } | undefined)?.dragAndDropManager
}
