import type { Editor, TLRecord, TLShapePartial } from 'tldraw'
import { createShapeId } from 'tldraw'
import * as Y from 'yjs'
import { CONTAINER_TYPES } from '../../shapes/schemas.ts'
import { toLeaves } from '../../src/document/leaves.ts'
import { RECORDS } from '../../src/document/names.ts'
import { around, attachEditor, type EditorHold } from '../../src/sync/attachEditor.ts'
import { bindStore, type StoreBinding } from '../../src/sync/bindStore.ts'
import { asObject } from '../../src/sync/dirty.ts'
import { emptyBoard } from '../../templates/emptyBoard.ts'
import { boardEditor } from './boardEditor.ts'

export interface Peer {
  readonly doc: Y.Doc
  readonly editor: Editor
  readonly binding: StoreBinding
  /** Updates that are written and not delivered. */
  readonly outbox: Uint8Array[]
  isCutOff: boolean
  /** Updates that came while cut off. */
  readonly missed: Uint8Array[]
  /** How many undos and redos have passed over a step. */
  passedOver: number
}

/** Several people at one board, in memory. The board begins as a template's. */
export class Network {
  readonly peers: Peer[] = []
  private readonly seed = new Y.Doc()
  private readonly detachers: (() => void)[] = []

  constructor(records: readonly TLRecord[] = emptyBoard('Board')) {
    this.seed.clientID = 1
    const map = this.seed.getMap(RECORDS)
    for (const record of records) map.set(record.id, new Y.Map(toLeaves(asObject(record))))
  }

  add({ readonly = false, clientId }: { readonly?: boolean; clientId?: number } = {}): Peer {
    const doc = new Y.Doc()
    if (clientId !== undefined) doc.clientID = clientId
    Y.applyUpdate(doc, Y.encodeStateAsUpdate(this.peers[0]?.doc ?? this.seed), 'network')
    const outbox: Uint8Array[] = []
    doc.on('update', (update, origin) => {
      if (origin !== 'network') outbox.push(update)
    })
    const editor = boardEditor()
    const hold: EditorHold = { current: null }
    const binding = bindStore({
      store: editor.store,
      doc,
      containerTypes: CONTAINER_TYPES,
      readonly,
      around: (change, show) => around(hold, change, show),
    })
    const peer: Peer = { doc, editor, binding, outbox, isCutOff: false, missed: [], passedOver: 0 }
    const detach = attachEditor(editor, hold, binding.flush, () => {
      peer.passedOver += 1
    })
    this.detachers.push(detach)
    editor.clearHistory()
    this.peers.push(peer)
    return peer
  }

  /** Writes and delivers until nobody has anything to say. */
  settle() {
    for (let round = 0; round < 30; round += 1) {
      for (const peer of this.peers) peer.binding.flush()
      if (!this.deliver()) return
    }
    throw new Error('The network never becomes quiet: peers answer each other without end.')
  }

  /** Delivers what is written; false if there was nothing. */
  deliver(): boolean {
    let isBusy = false
    for (const peer of this.peers.filter(({ isCutOff }) => !isCutOff)) {
      const [missed, written] = [peer.missed.splice(0), peer.outbox.splice(0)]
      for (const update of missed) Y.applyUpdate(peer.doc, update, 'network')
      for (const update of written) this.pass(peer, update)
      if (missed.length + written.length > 0) isBusy = true
    }
    return isBusy
  }

  private pass(from: Peer, update: Uint8Array) {
    for (const other of this.peers) {
      if (other === from) continue
      if (other.isCutOff) other.missed.push(update)
      else Y.applyUpdate(other.doc, update, 'network')
    }
  }

  stop() {
    for (const detach of this.detachers) detach()
    for (const { binding, editor } of this.peers) {
      binding.stop()
      editor.dispose()
    }
    document.body.replaceChildren()
  }
}

/** What a store shows of the board, in an order of its own. */
export function board(editor: Editor): Record<string, unknown> {
  const records = editor.store
    .allRecords()
    .filter((record) => editor.store.scopedTypes.document.has(record.typeName))
    .sort((a, b) => (a.id < b.id ? -1 : 1))
  return Object.fromEntries(
    records.map((record) => [record.id, Object.fromEntries(toLeaves(asObject(record)))]),
  )
}

/** What a document holds. */
export function content(doc: Y.Doc): Record<string, unknown> {
  return doc.getMap(RECORDS).toJSON()
}

export const id = createShapeId

/** A rectangle of tldraw's. */
export function box(name: string, x = 0, y = 0, more: Partial<TLShapePartial> = {}): TLShapePartial {
  return { id: id(name), type: 'geo', x, y, props: { w: 100, h: 100 }, ...more }
}

/** A component of Drillboard's. */
export function component(name: string, x = 0, y = 0): TLShapePartial {
  const props = { w: 168, h: 64, kind: 'service', label: name, zone: null, values: {} }
  return { id: id(name), type: 'component', x, y, props }
}

/** A funnel with two stages, `s1` and `s2`. */
export function funnel(name: string): TLShapePartial {
  const stage = {
    name: 'Stage',
    model: '',
    objective: '',
    itemsIn: null,
    itemsOut: 100,
    recall: null,
    p99: null,
    costPerItemUs: null,
    lanes: null,
    adds: false,
  }
  const stages = { s1: { ...stage, order: 'a1' }, s2: { ...stage, order: 'a2' } }
  const props = { w: 192, h: 300, label: name, items: 'songs', zone: null, stages }
  return { id: id(name), type: 'funnel', x: 0, y: 0, props }
}
