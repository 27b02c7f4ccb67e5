import { atom, type Signal } from '@tldraw/state'
import { type Decoder, readFloat64, readVarUint } from 'lib0/decoding'
import type { Awareness } from 'y-protocols/awareness'
import { WebsocketProvider } from 'y-websocket'
import * as Y from 'yjs'
import { boardSocket, MAX_MESSAGE_BYTES } from './boardSocket.ts'
import { createLedger } from './ledger.ts'

/** Whether edits travel. `refused` is final until the page is loaded again. */
export type Connection =
  | { readonly kind: 'connecting' }
  | { readonly kind: 'online' }
  | { readonly kind: 'offline' /** ms since 1970 */; readonly since: number }
  | { readonly kind: 'refused'; readonly code: number; readonly reason: string }

export interface ConnectOptions {
  /** ws:// or wss://host/sync */
  readonly syncUrl: string
  readonly room: string
  readonly token: string
  readonly doc: Y.Doc
  readonly awareness: Awareness
  readonly readonly: boolean
  /** Called once, when the whole document has come. */
  readonly onceSynced: () => void
  readonly socket?: typeof WebSocket
}

export interface BoardConnection {
  readonly state: Signal<Connection>
  /** The clock of this browser's edits up to which the server's log has them. */
  readonly durable: Signal<number>
  /** The server's time, ms since 1970; this computer's until the server said it. */
  serverNow(): number
  close(): void
}

const ACKNOWLEDGED = 100
const TIME = 101
const AWARENESS = 1

/** Connects a document to its room, for good or until the server refuses. */
export function connect(options: ConnectOptions): BoardConnection {
  const { doc, awareness } = options
  const state = atom<Connection>('connection', { kind: 'connecting' })
  const ledger = createLedger()
  let ahead = 0

  const refuse = (code: number, reason: string) => {
    state.set({ kind: 'refused', code, reason })
    provider.disconnect()
  }
  const provider = new WebsocketProvider(options.syncUrl, `${options.room}/board`, doc, {
    awareness,
    connect: false,
    disableBc: true,
    params: { acks: '1' },
    protocols: ['drillboard', options.token],
    WebSocketPolyfill: boardSocket({
      readonly: options.readonly,
      base: options.socket ?? WebSocket,
      opened: ledger.begin,
      sent: () => ledger.sent(Y.getState(doc.store, doc.clientID)),
      tooLarge: (bytes) => refuse(4413, tooLargeText(bytes)),
    }),
  })

  handle(provider, ACKNOWLEDGED, (decoder) => ledger.acknowledged(readVarUint(decoder)))
  handle(provider, TIME, (decoder) => {
    ahead = readFloat64(decoder) - Date.now()
  })
  ignoreMalformedPresence(provider)
  meetAgain(provider)
  follow(provider, state, options.onceSynced)
  if (isSubprotocol(options.token)) provider.connect()
  else refuse(4401, 'The key in this address is incomplete.')

  return {
    state,
    durable: ledger.durable,
    serverNow: () => Date.now() + ahead,
    close: () => provider.destroy(),
  }
}

function follow(
  provider: WebsocketProvider,
  state: ReturnType<typeof atom<Connection>>,
  onceSynced: () => void,
) {
  let hasSynced = false
  provider.on('sync', (isSynced) => {
    if (!isSynced) return
    if (!hasSynced) onceSynced()
    hasSynced = true
    state.set({ kind: 'online' })
  })
  provider.on('connection-close', () => {
    const { kind } = state.get()
    if (kind === 'connecting' || kind === 'online') state.set({ kind: 'offline', since: Date.now() })
  })
  provider.on('closed', ({ code, reason }) => {
    state.set({ kind: 'refused', code, reason })
  })
}

/** Whether a token can travel as a WebSocket subprotocol; a browser throws for one that cannot. */
function isSubprotocol(token: string): boolean {
  return /^[!#$%&'*+\-.^_`|~\w]+$/.test(token)
}

function handle(provider: WebsocketProvider, type: number, read: (decoder: Decoder) => void) {
  provider.messageHandlers[type] = (_encoder, decoder) => read(decoder)
}

/** Presence comes from other people's browsers: a message that is none is dropped. */
function ignoreMalformedPresence(provider: WebsocketProvider) {
  const read = provider.messageHandlers[AWARENESS]
  provider.messageHandlers[AWARENESS] = (...parts) => {
    try {
      read?.(...parts)
    } catch {
      // Nothing of it can be shown, and the next message replaces it.
    }
  }
}

/**
 * Shows the others again as soon as the connection is back. Presence with a clock that is known counts as
 * old, so those who don't move would stay away until their browsers renew it, up to 15 s later.
 */
function meetAgain(provider: WebsocketProvider) {
  const { meta, clientID } = provider.awareness
  provider.on('status', ({ status }) => {
    if (status !== 'disconnected') return
    for (const client of [...meta.keys()]) if (client !== clientID) meta.delete(client)
  })
}

function tooLargeText(bytes: number): string {
  const mebibytes = (count: number) => `${Math.ceil(count / (1024 * 1024))} MiB`
  return `An edit of ${mebibytes(bytes)} is larger than the ${mebibytes(MAX_MESSAGE_BYTES)} a board takes. It stays on this device. Reload to go on without it.`
}
