import * as Y from 'yjs'
import { META } from '../src/document/names.ts'
import { judge } from './judge.ts'
import type { Author, Entry, RoomLog } from './log/log.ts'
import { createPresence } from './presence.ts'
import {
  ackMessage,
  answerMessage,
  CLOSE,
  type CloseCode,
  type Frame,
  type PresenceState,
  presenceMessage,
  stateVectorMessage,
  updateMessage,
} from './protocol.ts'
import { openWriter, type Writer } from './writer.ts'

/** Somebody's connection to a room's document, as the room sees it. */
export interface Peer {
  readonly author: Author
  readonly mayWrite: boolean
  readonly wantsAcks: boolean
  readonly isOpen: () => boolean
  send(message: Uint8Array): void
  close(code: CloseCode, reason: string): void
}

export interface RoomLimits {
  readonly maxRoomBytes: number
  readonly maxAwarenessBytes: number
}

/** One document of a room, in memory while somebody is there. */
export interface Room {
  readonly peerCount: () => number
  /** What the document says of the form of its records. */
  readonly schema: () => unknown
  join(peer: Peer): void
  leave(peer: Peer): void
  receive(peer: Peer, frame: Frame): void
  /** What a peer said about itself, once more. */
  echo(peer: Peer): void
  /** Changes the document for the server; answers when the change is durable. */
  write<T>(change: (doc: Y.Doc) => T): Promise<T>
  /** Looks at the document as it stands in the log. */
  read<T>(look: (doc: Y.Doc) => T): Promise<T>
  idle(): Promise<void>
  compact(rows: number): Promise<void>
  /** Ends every connection and forgets the document. */
  close(code: number, reason: string): void
}

export class RoomFull extends Error {
  override readonly name = 'RoomFull'
}

const SERVER: Author = { role: 'server', connection: 'server' }

export interface RoomOptions extends RoomLimits {
  readonly name: string
  readonly log: RoomLog
  /** Changes a document that was loaded; it is in the log before anybody sees it. */
  readonly prepare: (doc: Y.Doc) => void
  readonly onBroken: (error: unknown) => void
}

/** Loads a document and lets people work on it together. */
export async function openRoom(options: RoomOptions): Promise<Room> {
  const { name, log, maxAwarenessBytes } = options
  const peers = new Set<Peer>()
  const presence = createPresence()
  const writer = await openPrepared(options)
  const size = trackSize(writer.doc, options.maxRoomBytes)
  const acked = new WeakMap<Peer, number>()
  const refused = new WeakSet<Peer>()

  // Nobody sees an edit before this: it comes from the log.
  const unsubscribe = log.subscribe(name, 0, (entries) => broadcast(peers, entries))

  function acknowledge(peer: Peer) {
    const count = (acked.get(peer) ?? 0) + 1
    acked.set(peer, count)
    if (peer.wantsAcks) peer.send(ackMessage(count))
  }

  function update(peer: Peer, bytes: Uint8Array) {
    writer.add({
      author: peer.author,
      apply(doc) {
        // Whoever has left meanwhile is still heard: their last edits have arrived.
        if (refused.has(peer)) return
        const refusal = refusalOf(doc, peer, bytes, size)
        if (refusal === null) return applyOrBreak(doc, peer, bytes)
        refused.add(peer)
        peer.close(...refusal)
      },
      settle: () => peer.isOpen() && acknowledge(peer),
      fail: () => {},
    })
  }

  function hear(peer: Peer, states: readonly PresenceState[]) {
    if (states.some(({ state }) => Buffer.byteLength(state) > maxAwarenessBytes)) {
      const limit = `${Math.floor(maxAwarenessBytes / 1024)} KiB`
      return peer.close(CLOSE.tooLarge, `What one person shows of themselves is limited to ${limit}.`)
    }
    const { news, stale } = presence.hear(peer, states)
    if (stale.length > 0) peer.send(presenceMessage(stale))
    if (news.length > 0) tellOthers(peers, peer, presenceMessage(news))
  }

  const room: Room = {
    peerCount: () => peers.size,
    schema: () => writer.doc.getMap(META).get('schema'),
    join(peer) {
      peers.add(peer)
      whenSettled(writer, peer, (doc) => {
        peer.send(stateVectorMessage(Y.encodeStateVector(doc)))
        peer.send(presenceMessage(presence.all()))
      })
    },
    leave(peer) {
      if (!peers.delete(peer)) return
      const gone = presence.leave(peer)
      if (gone.length > 0) tellOthers(peers, peer, presenceMessage(gone))
    },
    receive(peer, frame) {
      if (frame.type === 'update') update(peer, frame.update)
      if (frame.type === 'presence') hear(peer, frame.states)
      if (frame.type === 'query-presence') peer.send(presenceMessage(presence.all()))
      if (frame.type === 'state-vector') {
        whenSettled(writer, peer, (doc) => answer(doc, peer, frame.stateVector))
      }
    },
    echo: (peer) => peer.send(presenceMessage(presence.spokenBy(peer))),
    write: (change) => serverWrite(writer, size, change),
    read: (look) => serverWrite(writer, null, look),
    idle: writer.idle,
    compact: writer.compact,
    close(code, reason) {
      unsubscribe()
      for (const peer of peers) peer.close(code as CloseCode, reason)
      peers.clear()
      writer.doc.destroy()
    },
  }
  return room
}

async function openPrepared({ name, log, onBroken, prepare }: RoomOptions): Promise<Writer> {
  const writer = await openWriter({ name, log, onBroken })
  await serverWrite(writer, null, prepare)
  return writer
}

function broadcast(peers: ReadonlySet<Peer>, entries: readonly Entry[]) {
  for (const { author, update } of entries) {
    const message = updateMessage(update)
    for (const peer of peers) if (peer.author.connection !== author.connection) peer.send(message)
  }
}

function tellOthers(peers: ReadonlySet<Peer>, speaker: Peer, message: Uint8Array) {
  for (const peer of peers) if (peer !== speaker) peer.send(message)
}

function whenSettled(writer: Writer, peer: Peer, act: (doc: Y.Doc) => void) {
  const settle = (doc: Y.Doc) => {
    if (peer.isOpen()) act(doc)
  }
  writer.add({ author: peer.author, apply: () => {}, settle, fail: () => {} })
}

function answer(doc: Y.Doc, peer: Peer, stateVector: Uint8Array) {
  try {
    peer.send(answerMessage(Y.encodeStateAsUpdate(doc, stateVector)))
  } catch {
    peer.close(CLOSE.malformed, 'That is no state vector.')
  }
}

type Refusal = readonly [CloseCode, string]

/** Why a peer's update is not taken; null where it may be applied. */
function refusalOf(doc: Y.Doc, peer: Peer, bytes: Uint8Array, size: Size): Refusal | null {
  let verdict: ReturnType<typeof judge>
  try {
    verdict = judge(doc, bytes)
  } catch {
    return [CLOSE.malformed, 'That is no Yjs update.']
  }
  if (verdict.isDangling) return [CLOSE.malformed, 'That builds on edits this board has never seen.']
  if (!verdict.isNews) return null
  if (!peer.mayWrite) return [CLOSE.roleMayNot, 'With this link you can look, not draw.']
  // Deletions make room: from a full board they are taken all the same.
  if (verdict.addsStructs && !size.fits(bytes.length)) return [CLOSE.tooLarge, 'The board is full.']
  return null
}

/**
 * Applies an update that was judged good.
 *
 * @throws where Yjs fails on it or keeps a part aside: then the document is lost, and its sender refused
 * for good, who would else send the same again.
 */
function applyOrBreak(doc: Y.Doc, peer: Peer, bytes: Uint8Array) {
  try {
    Y.applyUpdate(doc, bytes)
    if (doc.store.pendingStructs || doc.store.pendingDs) throw new Error('Yjs kept a part of an edit aside.')
  } catch (error) {
    peer.close(CLOSE.malformed, 'That edit does not hold together.')
    throw error
  }
}

function serverWrite<T>(writer: Writer, size: Size | null, change: (doc: Y.Doc) => T): Promise<T> {
  return new Promise((resolve, reject) => {
    let settle = () => {}
    writer.add({
      author: SERVER,
      apply(doc) {
        if (size && !size.fits(0)) {
          settle = () => reject(new RoomFull('The board is full.'))
          return
        }
        const result = doc.transact(() => change(doc))
        settle = () => resolve(result)
      },
      settle: () => settle(),
      fail: reject,
    })
  })
}

interface Size {
  fits(bytes: number): boolean
}

/** The size of a document against its limit: counted up by update, measured anew only near the limit. */
function trackSize(doc: Y.Doc, limit: number): Size {
  const measure = () => Y.encodeStateAsUpdate(doc).length
  let bytes = measure()
  let isMeasured = true
  doc.on('update', (update: Uint8Array) => {
    bytes += update.length
    isMeasured = false
  })
  return {
    fits(more) {
      if (bytes + more > limit && !isMeasured) {
        bytes = measure()
        isMeasured = true
      }
      return bytes + more <= limit
    },
  }
}
