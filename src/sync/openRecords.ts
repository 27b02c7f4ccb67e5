import { atom, type Signal } from '@tldraw/state'
import { Store } from '@tldraw/store'
import type { TLRecord, TLStoreProps, TLStoreSchema } from '@tldraw/tlschema'
import { Awareness } from 'y-protocols/awareness'
import * as Y from 'yjs'
import { RECORDS } from '../document/names.ts'
import { schemaTag } from '../document/schemaAge.ts'
import { readBoardRecords } from './boardRecords.ts'
import { type Browser, thisBrowser } from './browser.ts'
import { type Connection, connect } from './connection.ts'
import { createPacer } from './pacer.ts'

export interface OpenRecordsOptions {
  /** ws:// or wss://host/sync */
  readonly syncUrl: string
  readonly room: string
  readonly token: string
  /** Of the records that a board may hold. */
  readonly schema: TLStoreSchema
  /** Shape types that hold shapes, besides tldraw's frame and group. */
  readonly containerTypes: readonly string[]
  /** Another than the one this page runs in, in tests. */
  readonly browser?: Browser
}

export interface OpenRecords {
  /** What is on the board, as everybody sees it; null until it has come. */
  readonly records: Signal<readonly TLRecord[] | null>
  readonly connection: Signal<Connection>
  close(): void
}

/** Others may still draw there. */
const READ_AGAIN_MS = 1_000

/** Follows what is on a board without showing it, and unseen by the others there, until `close`. */
export function openRecords(options: OpenRecordsOptions): OpenRecords {
  const { schema, containerTypes, browser = thisBrowser() } = options
  const doc = new Y.Doc()
  const awareness = new Awareness(doc)
  awareness.setLocalState(null)
  const records = atom<readonly TLRecord[] | null>('records of a board', null)
  const store = emptyStore(schema)
  const read = () => {
    const board = readBoardRecords(doc.getMap(RECORDS), store, new Set(containerTypes))
    records.set([...board.ids()].flatMap((id) => board.shown(id) ?? []))
  }
  const pacer = createPacer(READ_AGAIN_MS, read)
  doc.on('update', () => {
    if (records.get() !== null) pacer.request()
  })
  const connection = connect({
    ...options,
    doc,
    awareness,
    readonly: true,
    schema: schemaTag(schema.serialize()),
    socket: browser.WebSocket,
    network: browser.network,
    onSynced: read,
  })
  connection.begin(new Map())
  return {
    records,
    connection: connection.state,
    close() {
      pacer.cancel()
      connection.close()
      doc.destroy()
    },
  }
}

/** Says which records are sound; nothing is ever put into it. */
function emptyStore(schema: TLStoreSchema): Store<TLRecord, TLStoreProps> {
  const assets = { upload: noAssets, resolve: () => null, remove: noAssets }
  return new Store({ schema, props: { defaultName: '', assets, onMount() {} } })
}

function noAssets(): Promise<never> {
  return Promise.reject(new Error('A board holds no files.'))
}
