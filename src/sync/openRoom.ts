import { atom, computed, react, type Signal } from '@tldraw/state'
import type { TLStore } from '@tldraw/tlschema'
import type { Editor } from 'tldraw'
import { Awareness } from 'y-protocols/awareness'
import * as Y from 'yjs'
import { around, attachEditor, type EditorHold } from './attachEditor.ts'
import { bindStore, type StoreBinding } from './bindStore.ts'
import type { BadRecord } from './checkRecord.ts'
import { type BoardConnection, type Connection, connect } from './connection.ts'
import type { Person } from './person.ts'
import { foldSave, type Save } from './save.ts'
import { sendPresence } from './sendPresence.ts'
import { type OthersHere, showPresence } from './showPresence.ts'

export interface RoomOptions {
  /** ws:// or wss://host/sync */
  readonly syncUrl: string
  readonly room: string
  readonly token: string
  readonly store: TLStore
  /** Who sits here. */
  readonly person: Signal<Person>
  /** Shape types that hold shapes, besides tldraw's frame and group. */
  readonly containerTypes: readonly string[]
  /** Shows the board and its people, and never writes to it. */
  readonly readonly: boolean
  /** Another WebSocket than the browser's, in tests. */
  readonly socket?: typeof WebSocket
}

export interface Room {
  /** The board has come once and is in the store. */
  readonly ready: Signal<boolean>
  readonly connection: Signal<Connection>
  readonly save: Signal<Save>
  /** The others, by name. */
  readonly people: Signal<readonly Person[]>
  /** Records that this browser cannot show. */
  readonly problems: Signal<readonly BadRecord[]>
  /** How many times an undo or redo has passed over a step that somebody else has changed since. */
  readonly passedOver: Signal<number>
  /** ms since 1970 */
  serverNow(): number
  /** Protects this person's gestures and history from others' edits. The result detaches the editor. */
  attach(editor: Editor): () => void
  /** Writes unsent edits now. */
  flush(): void
  close(): void
}

/** Opens a board: connects, fills the store, and keeps both equal until `close`. */
export function openRoom(options: RoomOptions): Room {
  const doc = new Y.Doc()
  const awareness = new Awareness(doc)
  awareness.setLocalState(null)
  const filled = atom<Filled | null>('filled room', null)
  const hold: EditorHold = { current: null }
  const passedOver = atom('passed over', 0)
  const connection = connect({
    ...options,
    doc,
    awareness,
    onceSynced: () => filled.set(fillRoom(options, doc, awareness, hold)),
  })
  const { save, stop: stopSave } = followSave(doc, connection, filled)

  const flush = () => filled.get()?.binding.flush()
  globalThis.addEventListener?.('pagehide', flush)
  return {
    ready: computed('room ready', () => filled.get() !== null),
    connection: connection.state,
    save,
    people: computed('people', () => filled.get()?.others.people.get() ?? NOBODY),
    problems: computed('problems', () => filled.get()?.binding.problems.get() ?? NO_PROBLEMS),
    passedOver,
    serverNow: connection.serverNow,
    attach: (editor) => attachEditor(editor, hold, flush, () => passedOver.update((count) => count + 1)),
    flush,
    close() {
      if (doc.isDestroyed) return
      globalThis.removeEventListener?.('pagehide', flush)
      filled.get()?.stop()
      stopSave()
      connection.close()
      doc.destroy()
    },
  }
}

const NOBODY: readonly Person[] = []
const NO_PROBLEMS: readonly BadRecord[] = []

/** What runs once the board has come. */
interface Filled {
  readonly binding: StoreBinding
  readonly others: OthersHere
  stop(): void
}

function fillRoom(options: RoomOptions, doc: Y.Doc, awareness: Awareness, hold: EditorHold): Filled {
  const { store, person } = options
  const binding = bindStore({ ...options, doc, around: (change, show) => around(hold, change, show) })
  const others = showPresence(store, awareness)
  const stopSending = sendPresence({ store, doc, awareness, person })
  return {
    binding,
    others,
    stop() {
      stopSending()
      others.stop()
      binding.stop()
    },
  }
}

/** The save light, worked out again whenever something it depends on changes. */
function followSave(doc: Y.Doc, connection: BoardConnection, filled: Signal<Filled | null>) {
  const written = atom('written clock', 0)
  const count = () => written.set(Y.getState(doc.store, doc.clientID))
  doc.on('update', count)
  const save = atom('save', light(undefined))
  function light(before: Save | undefined): Save {
    const { kind } = connection.state.get()
    return foldSave(before, {
      unsent: filled.get()?.binding.unsent.get() ?? false,
      written: written.get(),
      durable: connection.durable.get(),
      seenUpTo: filled.get()?.others.seenUpTo.get() ?? [],
      offline: kind === 'offline' || kind === 'refused',
      now: Date.now(),
    })
  }
  const stop = react('save light', () => save.set(light(save.__unsafe__getWithoutCapture())))
  return {
    save,
    stop() {
      doc.off('update', count)
      stop()
    },
  }
}
