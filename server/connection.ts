import type { RawData, WebSocket } from 'ws'
import type { BoardSchema } from '../src/document/schemaAge.ts'
import type { Grant } from './access.ts'
import { type Events, refusalOf, type Visit } from './events.ts'
import { CLOSE, clockMessage, type Frame, readFrame } from './protocol.ts'
import type { Peer } from './room.ts'
import type { Lease } from './rooms.ts'
import type { Unread } from './unread.ts'

interface ConnectionLimits {
  readonly maxMessageBytes: number
  /** A reader that has left more than this unread is hung up on. */
  readonly maxUnreadBytes: number
  readonly messagesPerSecond: number
  readonly pingEveryMs: number
}

export interface ConnectionOptions extends ConnectionLimits {
  readonly events: Events
  readonly unread: Unread
}

export interface Visitor extends Visit {
  readonly grant: Grant
  /** The id that the browser keeps for whoever sits there, as it says; empty where it says none. */
  readonly person: string
  /** What the client knows of records; null where it did not say. */
  readonly schema: BoardSchema | null
  readonly mayWrite: boolean
  readonly wantsAcks: boolean
}

/** A browser that opens a board is busy and hears the time late: it is told again so many ms later. */
const TIME_AGAIN_MS = [1_000, 3_000, 8_000]

/** Joins a socket to a room until either ends. */
export function connect(socket: WebSocket, lease: Lease, visitor: Visitor, options: ConnectionOptions) {
  const { room, release } = lease
  const { events } = options
  const peer = peerOf(socket, visitor, options)
  const slowDown = createBrake(socket, options.messagesPerSecond)
  const tellTime = () => peer.send(clockMessage(Date.now()))
  const stopPinging = keepAlive(socket, options.pingEveryMs, () => {
    if (visitor.wantsAcks) tellTime()
    else room.echo(peer)
  })
  const timers = visitor.wantsAcks ? TIME_AGAIN_MS.map((ms) => setTimeout(tellTime, ms)) : []

  socket.on('message', (data) => {
    if (!peer.isOpen()) return
    const frame = frameOf(data, peer, options.maxMessageBytes)
    if (frame === null) return
    if (frame.type === 'update') events.received()
    slowDown(costOf(frame))
    room.receive(peer, frame)
  })
  socket.on('close', () => {
    stopPinging()
    for (const timer of timers) clearTimeout(timer)
    room.leave(peer)
    release()
    events.left(visitor)
  })
  events.joined(visitor)
  if (visitor.wantsAcks) tellTime()
  room.join(peer)
}

function peerOf(
  socket: WebSocket,
  visitor: Visitor,
  { maxUnreadBytes, unread, events }: Pick<ConnectionOptions, 'maxUnreadBytes' | 'unread' | 'events'>,
): Peer {
  const { id, grant, person, schema, mayWrite, wantsAcks } = visitor
  const isOpen = () => socket.readyState === socket.OPEN
  const hangUp = () => {
    events.refused('slow-reader', 'It left too much unread.', { id })
    socket.terminate()
  }
  return {
    author: { role: grant.role, connection: id, person },
    grant,
    schema,
    mayWrite,
    wantsAcks,
    isOpen,
    send(message) {
      if (!isOpen()) return
      if (socket.bufferedAmount > maxUnreadBytes) return hangUp()
      socket.send(message)
      unread.sent(socket, hangUp)
    },
    close(code, reason) {
      const refusal = refusalOf(code)
      if (refusal && isOpen()) events.refused(refusal, reason, { id })
      socket.resume()
      socket.close(code, reason)
    },
  }
}

function frameOf(data: RawData, peer: Peer, maxBytes: number): Frame | null {
  const bytes = bytesOf(data)
  if (bytes.length > maxBytes) {
    const [size, limit] = [sizeText(bytes.length), sizeText(maxBytes)]
    peer.close(CLOSE.tooLarge, `An edit of ${size} is larger than the ${limit} this server takes.`)
    return null
  }
  try {
    return readFrame(bytes)
  } catch {
    peer.close(CLOSE.malformed, 'That is no message of this protocol.')
    return null
  }
}

/** A size that rounding never makes smaller: an edit beyond a limit reads as more than the limit. */
function sizeText(bytes: number): string {
  const [unit, size] = bytes < 2 ** 20 ? ['KiB', 2 ** 10] : ['MiB', 2 ** 20]
  return `${Math.ceil((bytes / size) * 10) / 10} ${unit}`
}

function bytesOf(data: RawData): Uint8Array {
  if (Array.isArray(data)) return Buffer.concat(data)
  return data instanceof ArrayBuffer ? new Uint8Array(data) : data
}

/** In messages. To answer a state vector the server walks through the whole board; a client asks once. */
const costOf = ({ type }: Frame) => (type === 'state-vector' ? 250 : type === 'query-presence' ? 50 : 1)

/** Stops reading from a socket that sends faster than `perSecond`, until it is back within it. */
function createBrake(socket: WebSocket, perSecond: number): (cost: number) => void {
  let left = perSecond
  let countedAt = Date.now()
  return (cost) => {
    const now = Date.now()
    left = Math.min(perSecond, left + ((now - countedAt) / 1000) * perSecond)
    countedAt = now
    left -= cost
    if (left >= 0 || socket.isPaused) return
    socket.pause()
    setTimeout(() => socket.resume(), (-left / perSecond) * 1000 + 10).unref()
  }
}

/** Pings, and ends a connection that did not answer the ping before. */
function keepAlive(socket: WebSocket, everyMs: number, say: () => void): () => void {
  let hasAnswered = true
  socket.on('pong', () => {
    hasAnswered = true
  })
  const timer = setInterval(() => {
    if (!hasAnswered && !socket.isPaused) return socket.terminate()
    hasAnswered = false
    socket.ping()
    say()
  }, everyMs)
  return () => clearInterval(timer)
}
