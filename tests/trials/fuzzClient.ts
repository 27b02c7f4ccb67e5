import * as decoding from 'lib0/decoding'
import * as Y from 'yjs'
import { rawClient } from '../helpers/rawClient.ts'
import { until } from '../helpers/syncClient.ts'

/** Somebody with a copy of the board that outlives their connections, as a browser keeps it. */
export interface FuzzClient {
  readonly doc: Y.Doc
  isIn(): boolean
  join(): Promise<void>
  /** Says goodbye. */
  leave(): Promise<void>
  /** Is gone without a word, as when the network fails. */
  drop(): Promise<void>
  /** Until all that was sent is acknowledged, or the connection has ended. */
  settle(): Promise<void>
}

type Connection = Awaited<ReturnType<typeof rawClient>>

/** One connection: what was sent over it, and how much of that is acknowledged. */
interface Session {
  connection: Connection | null
  readonly sent: Uint8Array[]
  acked: number
  /** What the server said it has, while it was not answered. */
  unanswered: Uint8Array | null
}

/** `onPromised` hears every update that the server acknowledged to this client or showed to it. */
export function fuzzClient(
  url: string,
  clientId: number,
  onPromised: (update: Uint8Array) => void,
): FuzzClient {
  const doc = new Y.Doc()
  doc.clientID = clientId
  let session: Session | null = null
  const isOpen = (connection: Connection) => connection.socket.readyState === connection.socket.OPEN

  function send({ connection, sent }: Session, update: Uint8Array, step: number) {
    if (connection === null || !isOpen(connection)) return
    sent.push(update)
    connection.sendUpdate(update, step)
  }
  doc.on('update', (update: Uint8Array, origin: unknown) => {
    if (origin !== 'server' && session) send(session, update, 2)
  })

  function hear(data: Uint8Array, to: Session) {
    const decoder = decoding.createDecoder(data)
    const type = decoding.readVarUint(decoder)
    if (type === 100) {
      const acked = decoding.readVarUint(decoder)
      for (const update of to.sent.slice(to.acked, acked)) onPromised(update)
      to.acked = acked
    }
    if (type !== 0) return
    const step = decoding.readVarUint(decoder)
    const bytes = decoding.readVarUint8Array(decoder)
    if (step === 0) to.unanswered = bytes
    else onPromised(bytes)
    answer(to)
  }

  function answer(to: Session) {
    if (to.connection === null || to.unanswered === null) return
    send(to, Y.encodeStateAsUpdate(doc, to.unanswered), 1)
    to.unanswered = null
  }

  async function end(how: 'close' | 'terminate') {
    const connection = session?.connection
    session = null
    connection?.socket[how]()
    await connection?.closed
  }

  return {
    doc,
    isIn: () => session?.connection != null && isOpen(session.connection),
    async join() {
      await end('close')
      const joining: Session = { connection: null, sent: [], acked: 0, unanswered: null }
      const connection = await rawClient(url, [], { doc, hear: (data) => hear(data, joining) })
      joining.connection = connection
      session = joining
      answer(joining)
      connection.ask()
      await Promise.race([until(connection.hasAnswer, 30_000), connection.closed])
    },
    leave: () => end('close'),
    drop: () => end('terminate'),
    async settle() {
      if (!session?.connection) return
      const { sent, connection } = session
      await Promise.race([until(() => connection.acked() >= sent.length, 30_000), connection.closed])
    },
  }
}
