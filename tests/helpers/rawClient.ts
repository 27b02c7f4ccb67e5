import * as decoding from 'lib0/decoding'
import * as encoding from 'lib0/encoding'
import { WebSocket } from 'ws'
import * as Y from 'yjs'

interface RawOptions {
  /** Its document, if not a new one. */
  readonly doc?: Y.Doc
  /** Whether its document takes what comes; without, it costs next to nothing. */
  readonly keeps?: boolean
  /** Hears every message as it comes. */
  readonly hear?: (data: Uint8Array) => void
}

/** A client that speaks the protocol by hand: to forge, to count and to time. */
export async function rawClient(url: string, protocols: string[] = [], options: RawOptions = {}) {
  const { doc = new Y.Doc(), keeps = true, hear = () => {} } = options
  const socket = new WebSocket(url, protocols)
  const types: number[] = []
  let acks = 0
  let clock = 0
  let hasAnswer = false
  socket.on('error', () => {})
  socket.on('message', (data: Buffer) => {
    hear(new Uint8Array(data))
    const decoder = decoding.createDecoder(new Uint8Array(data))
    const type = decoding.readVarUint(decoder)
    types.push(type)
    if (type === 100) acks = decoding.readVarUint(decoder)
    if (type === 101) clock = decoding.readFloat64(decoder)
    if (type !== 0 || !keeps) return
    const step = decoding.readVarUint(decoder)
    if (step === 0) return
    Y.applyUpdate(doc, decoding.readVarUint8Array(decoder), 'server')
    hasAnswer = hasAnswer || step === 1
  })
  const closed = new Promise<{ code: number; reason: string }>((resolve) =>
    socket.on('close', (code, reason) => resolve({ code, reason: reason.toString() })),
  )
  await new Promise((resolve) => socket.once('open', resolve).once('close', resolve))

  const send = (bytes: Uint8Array) => {
    if (socket.readyState === socket.OPEN) socket.send(bytes)
  }
  return {
    socket,
    doc,
    closed,
    send,
    sendText: (text: string) => socket.readyState === socket.OPEN && socket.send(text),
    /** Types of the messages that came, in order. */
    types,
    acked: () => acks,
    clock: () => clock,
    hasAnswer: () => hasAnswer,
    sendUpdate: (update: Uint8Array, step = 2) => send(syncMessage(step, update)),
    ask: () => send(syncMessage(0, Y.encodeStateVector(doc))),
    /** Changes the client's own document and sends just that. */
    edit(change: (doc: Y.Doc) => void) {
      const collect = (update: Uint8Array) => send(syncMessage(2, update))
      doc.on('update', collect)
      doc.transact(() => change(doc))
      doc.off('update', collect)
    },
    leave: () => socket.close(),
  }
}

/** A message of y-websocket about a document: a state vector (0), an answer to one (1) or an update (2). */
export function syncMessage(step: number, bytes: Uint8Array): Uint8Array {
  return encoding.encode((encoder) => {
    encoding.writeVarUint(encoder, 0)
    encoding.writeVarUint(encoder, step)
    encoding.writeVarUint8Array(encoder, bytes)
  })
}

/** A message that says these states, as JSON texts, of these clients. */
export function presence(...states: readonly (readonly [client: number, clock: number, state: string])[]) {
  const body = encoding.encode((encoder) => {
    encoding.writeVarUint(encoder, states.length)
    for (const [client, clock, state] of states) {
      encoding.writeVarUint(encoder, client)
      encoding.writeVarUint(encoder, clock)
      encoding.writeVarString(encoder, state)
    }
  })
  return encoding.encode((encoder) => {
    encoding.writeVarUint(encoder, 1)
    encoding.writeVarUint8Array(encoder, body)
  })
}
