import { atom, type Signal } from '@tldraw/state'
import { Awareness } from 'y-protocols/awareness'
import * as Y from 'yjs'
import { EVENTS } from '../document/names.ts'
import { foldRun, NO_RUN, type Run } from '../domain/pace/run.ts'
import { type Browser, thisBrowser } from './browser.ts'
import { type Connection, connect } from './connection.ts'

export interface OpenRunOptions {
  /** ws:// or wss://host/sync */
  readonly syncUrl: string
  readonly room: string
  readonly token: string
  /** Another than the one this page runs in, in tests. */
  readonly browser?: Browser
}

export interface OpenRun {
  /** What the run's events come to; null until they have come. */
  readonly run: Signal<Run | null>
  readonly connection: Signal<Connection>
  /** The server's time, ms since 1970. */
  serverNow(): number
  close(): void
}

/** Follows what happens in a room's run, which only the server writes, until `close`. */
export function openRun({ syncUrl, room, token, browser = thisBrowser() }: OpenRunOptions): OpenRun {
  const doc = new Y.Doc()
  const awareness = new Awareness(doc)
  awareness.setLocalState(null)
  const events = doc.getArray<unknown>(EVENTS)
  const run = atom<Run | null>('run', null)
  let counted = 0
  const count = () => {
    const next = foldRun(events.slice(counted), run.get() ?? NO_RUN)
    connection.heardOf(next.clock.countedTo)
    run.set(next)
    counted = events.length
  }
  events.observe(() => {
    if (run.get() !== null) count()
  })
  const connection = connect({
    syncUrl,
    room,
    token,
    part: 'run',
    doc,
    awareness,
    readonly: true,
    socket: browser.WebSocket,
    network: browser.network,
    onSynced: count,
  })
  connection.begin(new Map())
  return {
    run,
    connection: connection.state,
    serverNow: connection.serverNow,
    close() {
      connection.close()
      doc.destroy()
    },
  }
}
