import { atom, type Signal } from '@tldraw/state'
import { clone, type Decoder, readFloat64, readVarUint, readVarUint8Array } from 'lib0/decoding'
import type { Awareness } from 'y-protocols/awareness'
import * as syncProtocol from 'y-protocols/sync'
import { WebsocketProvider } from 'y-websocket'
import * as Y from 'yjs'
import { boardSocket, MAX_MESSAGE_BYTES } from './boardSocket.ts'
import { type Clocks, clocksOf } from './clocks.ts'
import { type ComeAgain, comeAgain, comesAgainByItself, TOO_MANY } from './comeAgain.ts'
import { createLedger, type Ledger } from './ledger.ts'
import { askWhenNetworkChanges } from './networkChange.ts'
import { NO_ACCESS, type TokenChange, tokenChange } from './newToken.ts'
import { createPacer } from './pacer.ts'
import { serverTime } from './serverTime.ts'

/**
 * Whether edits travel. `offline`: the server does not answer (code 0), or has trouble or no place now, and
 * says so; it is asked again. `held`: an edit is too large for the server; it and what follows stay here until
 * they fit. `refused` is final until the page is loaded again or goes on with another link.
 */
export type Connection =
  | { readonly kind: 'connecting' | 'online' }
  | Offline
  | { readonly kind: 'held' | 'refused'; readonly code: number; readonly reason: string }

export interface Offline {
  readonly kind: 'offline'
  /** ms since 1970 */
  readonly since: number
  /** When the server was last asked, ms since 1970. */
  readonly askedAt: number
  readonly code: number
  readonly reason: string
}

export interface ConnectOptions {
  /** ws:// or wss://host/sync */
  readonly syncUrl: string
  readonly room: string
  readonly token: string
  /** Which of the room's documents; absent: the board. */
  readonly part?: 'board' | 'run'
  readonly doc: Y.Doc
  readonly awareness: Awareness
  readonly readonly: boolean
  /** What this app knows of records (`schemaTag`), of the board; the server tells an app that is too old. */
  readonly schema?: string
  /** Called each time the whole document has come. */
  readonly onSynced: () => void
  readonly socket: typeof WebSocket
  /** Says when this device's network goes and comes; absent where nothing does. */
  readonly network?: EventTarget | undefined
}

export interface BoardConnection {
  readonly state: Signal<Connection>
  /** What of the document is in the server's log. */
  readonly durable: Signal<Clocks>
  /** Goes to the server. `durable`: what an earlier visit knew of its log. */
  begin(durable: Clocks): void
  /** Asks a server that has trouble or no place, now and not later. */
  tryAgain(): void
  /** Goes on with another token for the same board: see `TokenChange`. */
  changeToken: TokenChange['change']
  /** The server's time, ms since 1970; this computer's until the server said it. */
  serverNow(): number
  /** Something has happened at that time of the server's. */
  heardOf(at: number): void
  close(): void
}

const SYNC = 0
const AWARENESS = 1
const ACKNOWLEDGED = 100
const TIME = 101

/** An edit that was too large is tried again, once it changes, at most every so many ms. */
const TRY_AGAIN_MS = 1_000
/** So often in any case, where the server has hung up: others may have made room on the board. */
const LOOK_AGAIN_MS = 60_000
const TOO_LARGE = 4413
/** How long a server with trouble, or away, is left alone at most. */
const MOST_PATIENCE_MS = 2_500

/** Prepares the connection of a document to its room, for good or until the server refuses. */
export function connect(options: ConnectOptions): BoardConnection {
  const { doc, awareness, part = 'board', schema } = options
  const state = atom<Connection>('connection', { kind: 'connecting' })
  const ledger = createLedger()
  const time = serverTime()
  let keepsBack = false

  const provider = new WebsocketProvider(options.syncUrl, `${options.room}/${part}`, doc, {
    awareness,
    connect: false,
    disableBc: true,
    params: { acks: '1', ...(schema === undefined ? {} : { schema }) },
    protocols: ['drillboard', options.token],
    maxBackoffTime: MOST_PATIENCE_MS,
    shouldReconnect: comesAgainByItself,
    WebSocketPolyfill: boardSocket({
      readonly: options.readonly,
      base: options.socket,
      opened() {
        keepsBack = false
        ledger.begin()
        time.begin()
      },
      sent: () => ledger.sent(clocksOf(doc)),
      tooLarge(bytes) {
        keepsBack = true
        state.set({ kind: 'held', code: TOO_LARGE, reason: tooLargeText(bytes) })
      },
    }),
  })

  handle(provider, ACKNOWLEDGED, (decoder) => ledger.acknowledged(readVarUint(decoder)))
  handle(provider, TIME, (decoder) => time.told(readFloat64(decoder)))
  noteWhatServerHas(provider, ledger)
  ignoreMalformedPresence(provider)
  meetAgain(provider)
  const [again, token] = [comeAgain(provider), tokenChange(provider, state)]
  follow(provider, state, again, token, () => {
    if (!keepsBack && state.get().kind !== 'refused') state.set({ kind: 'online' })
    options.onSynced()
  })
  const stopRetrying = tryAgainWhenChanged(provider, state, doc, ledger)
  const stopAsking = askWhenNetworkChanges(provider, options.network)

  return {
    state,
    durable: ledger.durable,
    serverNow: time.now,
    heardOf: time.heardOf,
    begin(durable) {
      ledger.states(durable)
      if (isSubprotocol(options.token)) provider.connect()
      else state.set({ kind: 'refused', code: NO_ACCESS, reason: 'The key in this address is incomplete.' })
    },
    tryAgain() {
      provider.disconnect()
      again.now()
    },
    changeToken: token.change,
    close() {
      again.stop()
      stopRetrying()
      stopAsking()
      provider.destroy()
    },
  }
}

/** Whatever the server says of the document is in its log. */
function noteWhatServerHas(provider: WebsocketProvider, ledger: Ledger) {
  const read = provider.messageHandlers[SYNC]
  provider.messageHandlers[SYNC] = (encoder, decoder, ...rest) => {
    const copy = clone(decoder)
    const [subtype, bytes] = [readVarUint(copy), readVarUint8Array(copy)]
    if (subtype === syncProtocol.messageYjsSyncStep1) ledger.states(Y.decodeStateVector(bytes))
    read?.(encoder, decoder, ...rest)
    if (subtype === syncProtocol.messageYjsUpdate) ledger.passedOn(Y.parseUpdateMeta(bytes).to)
  }
}

/**
 * Goes to the server again when an edit that was too large has changed: it may have been undone or made
 * smaller. The answer to the server's first message then holds all that was kept back.
 */
function tryAgainWhenChanged(
  provider: WebsocketProvider,
  state: ReturnType<typeof atom<Connection>>,
  doc: Y.Doc,
  ledger: Ledger,
): () => void {
  const pacer = createPacer(TRY_AGAIN_MS, () => {
    if (state.get().kind !== 'held') return
    const has = Y.encodeStateVector(new Map(ledger.durable.get()))
    if (Y.encodeStateAsUpdate(doc, has).byteLength > MAX_MESSAGE_BYTES) return
    provider.disconnect()
    provider.connect()
  })
  const hear = (_update: Uint8Array, origin: unknown) => {
    if (origin !== provider && state.get().kind === 'held') pacer.request()
  }
  doc.on('update', hear)
  const timer = setInterval(() => {
    if (!provider.wsconnected) pacer.request()
  }, LOOK_AGAIN_MS)
  return () => {
    doc.off('update', hear)
    clearInterval(timer)
    pacer.cancel()
  }
}

function follow(
  provider: WebsocketProvider,
  state: ReturnType<typeof atom<Connection>>,
  again: ComeAgain,
  token: TokenChange,
  onSynced: () => void,
) {
  provider.on('sync', (isSynced) => {
    if (!isSynced) return
    again.done()
    onSynced()
  })
  provider.on('connection-close', (event) => {
    const before = state.get()
    if (before.kind === 'held' || before.kind === 'refused') return
    state.set(offline(before, event ?? { code: 0, reason: '' }))
  })
  provider.on('closed', (refusal) => {
    if (refusal.code === TOO_MANY) again.later()
    else if (!token.isExpected(refusal)) {
      state.set({ kind: refusal.code === TOO_LARGE ? 'held' : 'refused', ...refusal })
    }
  })
}

/** Away since it was first, with what the server said of it; a connection that just breaks says nothing. */
function offline(before: Connection, { code, reason }: Pick<CloseEvent, 'code' | 'reason'>): Offline {
  const now = Date.now()
  const since = before.kind === 'offline' ? before.since : now
  const isSaid = code >= 4500 && code < 4600
  return { kind: 'offline', since, askedAt: now, code: isSaid ? code : 0, reason: isSaid ? reason : '' }
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
  return `An edit of ${mebibytes(bytes)} is larger than the ${mebibytes(MAX_MESSAGE_BYTES)} a board takes.`
}
