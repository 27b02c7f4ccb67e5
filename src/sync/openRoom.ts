import { atom, computed, type Signal } from '@tldraw/state'
import type { TLStore } from '@tldraw/tlschema'
import type { Editor } from 'tldraw'
import { Awareness } from 'y-protocols/awareness'
import * as Y from 'yjs'
import { schemaNumber, schemaTag } from '../document/schemaAge.ts'
import { around, attachEditor, type EditorHold } from './attachEditor.ts'
import { bindStore, type StoreBinding } from './bindStore.ts'
import { BOARD_IN_STORE } from './boardInStore.ts'
import { type Browser, thisBrowser } from './browser.ts'
import type { BadRecord } from './checkRecord.ts'
import { type Clocks, clocksOf, covers } from './clocks.ts'
import { type BoardConnection, type Connection, connect } from './connection.ts'
import { followSave } from './followSave.ts'
import { keepCopy, type LocalCopy } from './localCopy.ts'
import type { Person } from './person.ts'
import type { Save } from './save.ts'
import { sendPresence } from './sendPresence.ts'
import { type OthersHere, showPresence } from './showPresence.ts'
import { joinTabs } from './tabs.ts'
import { countUnsent } from './unsent.ts'
import { bringUpToDate, schemaOf } from './upToDate.ts'

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
  /** Another than the one this page runs in, in tests. */
  readonly browser?: Browser
}

export interface Room {
  /** The board is in the store: it has come once, now or at an earlier visit. */
  readonly ready: Signal<boolean>
  /** Whether this device keeps a copy of the board; null until that is known. */
  readonly hasCopy: Signal<boolean | null>
  readonly connection: Signal<Connection>
  readonly save: Signal<Save>
  /** The others, by name. */
  readonly people: Signal<readonly Person[]>
  /** Records that this browser cannot show. */
  readonly problems: Signal<readonly BadRecord[]>
  /** How many times an undo or redo has passed over a step that somebody else has changed since. */
  readonly passedOver: Signal<number>
  /**
   * Whether all that is on the board at this moment is in the server's log, and all that the server had
   * before has come.
   */
  saved(): Signal<boolean>
  /** How many shapes were changed here in a way that the server has not got. */
  unsentShapes(): number
  /** Asks a server that has trouble or no place, now and not later. */
  tryAgain(): void
  /** Goes on with another token for the same board; nothing of the document or the history changes. */
  changeToken: BoardConnection['changeToken']
  /** ms since 1970 */
  serverNow(): number
  /** Protects this person's gestures and history from others' edits. The result detaches the editor. */
  attach(editor: Editor): () => void
  /** Writes unsent edits now. */
  flush(): void
  close(): void
}

/** Opens a board: fills the store from this device's copy or the server, and keeps all three equal until `close`. */
export function openRoom(options: RoomOptions): Room {
  const { room, store, readonly } = options
  const browser = options.browser ?? thisBrowser()
  const doc = new Y.Doc()
  const awareness = new Awareness(doc)
  awareness.setLocalState(null)
  const filled = atom<Filled | null>('filled room', null)
  const hold: EditorHold = { current: null }
  const passedOver = atom('passed over', 0)
  const hasCopy = atom<boolean | null>('has copy', null)
  const fill = () => {
    if (filled.get() === null) filled.set(fillRoom(options, doc, awareness, hold))
  }
  const copy = keepCopy(doc, room, schemaNumber(schemaOf(store)), browser.indexedDB)
  const connection = connect({
    ...options,
    socket: browser.WebSocket,
    network: browser.network,
    doc,
    awareness,
    schema: schemaTag(schemaOf(store)),
    onSynced() {
      fill()
      copy.note({ isWhole: true })
    },
  })
  const leaveTabs = joinTabs({
    doc,
    room,
    schema: schemaTag(schemaOf(store)),
    readonly,
    Channel: browser.BroadcastChannel,
    isOnline: computed('edits travel', () => connection.state.get().kind === 'online'),
  })
  const { save, stop: stopSave } = followSave({ doc, connection, copy, filled })
  const openCopy = (kept: Kept) => {
    const hasOwnEdits = !readonly && !covers(kept.durable, clocksOf(doc))
    hasCopy.set(kept.isWhole && bringUpToDate(doc, store, hasOwnEdits))
    if (hasCopy.get()) fill()
  }
  beginAfter(copy.loaded, doc, openCopy, connection.begin)

  const flush = () => {
    filled.get()?.binding.flush()
    copy.note({ durable: connection.durable.get() })
    copy.flush()
  }
  globalThis.addEventListener?.('pagehide', flush)
  return {
    ...shown(filled),
    ...asked(connection),
    hasCopy,
    save,
    passedOver,
    saved: () => savedNow(doc, filled, connection),
    unsentShapes: () => countUnsent(doc, connection.durable.get()),
    attach: (editor) => attachEditor(editor, hold, flush, () => passedOver.update((count) => count + 1)),
    flush,
    close() {
      if (doc.isDestroyed) return
      globalThis.removeEventListener?.('pagehide', flush)
      filled.get()?.stop()
      flush()
      copy.close()
      leaveTabs()
      stopSave()
      connection.close()
      doc.destroy()
    },
  }
}

function savedNow(doc: Y.Doc, filled: Signal<Filled | null>, { state, durable }: BoardConnection) {
  filled.get()?.binding.flush()
  const written = clocksOf(doc)
  return computed('saved', () => state.get().kind === 'online' && covers(durable.get(), written))
}

type Kept = NonNullable<Awaited<LocalCopy['loaded']>>

const NOTHING: Kept = { isWhole: false, durable: new Map() }

/** A device that does not answer must not keep the board shut while the server is there. */
const COPY_WITHIN_MS = 3_000

/** Goes to the server once this device has shown what it has, or soon in any case. */
function beginAfter(
  loaded: LocalCopy['loaded'],
  doc: Y.Doc,
  openCopy: (kept: Kept) => void,
  begin: BoardConnection['begin'],
) {
  let hasBegun = false
  const beginOnce = (durable: Clocks) => {
    if (!hasBegun && !doc.isDestroyed) begin(durable)
    hasBegun = true
  }
  const patience = setTimeout(() => beginOnce(new Map()), COPY_WITHIN_MS)
  void loaded.then((kept) => {
    clearTimeout(patience)
    try {
      if (!doc.isDestroyed) openCopy(kept ?? NOTHING)
    } finally {
      beginOnce((kept ?? NOTHING).durable)
    }
  })
}

const NOBODY: readonly Person[] = []
const NO_PROBLEMS: readonly BadRecord[] = []

/** What there is once the board has come. */
function shown(filled: Signal<Filled | null>) {
  return {
    ready: computed('room ready', () => filled.get() !== null),
    people: computed('people', () => filled.get()?.others.people.get() ?? NOBODY),
    problems: computed('problems', () => filled.get()?.binding.problems.get() ?? NO_PROBLEMS),
  }
}

/** What the server says, and how to ask it again. */
function asked({ state, tryAgain, changeToken, serverNow }: BoardConnection) {
  return { connection: state, tryAgain, changeToken, serverNow }
}

/** What runs once the board has come. */
interface Filled {
  readonly binding: StoreBinding
  readonly others: OthersHere
  stop(): void
}

function fillRoom(options: RoomOptions, doc: Y.Doc, awareness: Awareness, hold: EditorHold): Filled {
  const { store, person } = options
  const binding = bindStore({ ...options, doc, around: (change, show) => around(hold, change, show) })
  globalThis.performance?.mark?.(BOARD_IN_STORE)
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
