import * as Y from 'yjs'
import { META } from '../src/document/names.ts'
import { type BoardSchema, isOlder } from '../src/document/schemaAge.ts'
import type { Grant } from './access.ts'
import { createEditor, type Size, trackSize } from './edits.ts'
import { type Author, type Entry, type RoomLog, SERVER_AUTHOR } from './log/log.ts'
import { createPresence } from './presence.ts'
import {
  answerMessage,
  CLOSE,
  type CloseCode,
  type Frame,
  type PresenceState,
  presenceMessage,
  stateVectorMessage,
  TOO_OLD,
  updateMessage,
} from './protocol.ts'
import { openWriter, type Writer } from './writer.ts'

/** Somebody's connection to a room's document, as the room sees it. */
export interface Peer {
  readonly author: Author
  /** What lets them in. */
  readonly grant: Grant
  /** What they know of records; null where they did not say. */
  readonly schema: BoardSchema | null
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
  /** How many entries of its log no snapshot holds. */
  newEntries(): number
  noteSnapshot(): void
  /** Ends the connections for whose grants a reason is given. */
  cut(whyClosed: (grant: Grant) => string | null): void
  /** Ends every connection and forgets the document. */
  close(code: number, reason: string): void
}

export class RoomFull extends Error {
  override readonly name = 'RoomFull'
}

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
  const takeEdit = createEditor(writer, size)
  const answerSoon = createAnswerer(writer)
  let schema = schemaOf(writer.doc)

  // Nobody sees an edit before this: it comes from the log.
  const unsubscribe = log.subscribe(name, 0, (entries) => {
    turnOutOlder()
    broadcast(peers, entries)
  })

  /** Somebody who knows more may have brought the board to a newer form. */
  function turnOutOlder() {
    const next = schemaOf(writer.doc)
    if (next === schema) return
    schema = next
    for (const peer of peers) if (isOlder(peer.schema, next)) peer.close(...TOO_OLD)
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
    schema: () => schemaOf(writer.doc),
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
      if (frame.type === 'update') takeEdit(peer, frame.update)
      if (frame.type === 'presence') hear(peer, frame.states)
      if (frame.type === 'query-presence') peer.send(presenceMessage(presence.all()))
      if (frame.type === 'state-vector') answerSoon(peer, frame.stateVector)
    },
    echo: (peer) => peer.send(presenceMessage(presence.spokenBy(peer))),
    write: (change) => serverWrite(writer, size, change),
    read: (look) => serverRead(writer, look),
    idle: writer.idle,
    newEntries: writer.newEntries,
    noteSnapshot: writer.noteSnapshot,
    cut(whyClosed) {
      for (const peer of peers) {
        const reason = whyClosed(peer.grant)
        if (reason !== null) peer.close(CLOSE.noAccess, reason)
      }
    },
    close(code, reason) {
      unsubscribe()
      for (const peer of peers) peer.close(code as CloseCode, reason)
      peers.clear()
      writer.doc.destroy()
    },
  }
  return room
}

const schemaOf = (doc: Y.Doc): unknown => doc.getMap(META).get('schema')

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

/** Whoever asks again before the answer gets one for all: for each the whole document is walked through. */
function createAnswerer(writer: Writer) {
  const asked = new WeakMap<Peer, Uint8Array>()
  return (peer: Peer, stateVector: Uint8Array) => {
    const isAsked = asked.has(peer)
    asked.set(peer, stateVector)
    if (isAsked) return
    whenSettled(writer, peer, (doc) => {
      answer(doc, peer, asked.get(peer) ?? stateVector)
      asked.delete(peer)
    })
  }
}

function answer(doc: Y.Doc, peer: Peer, stateVector: Uint8Array) {
  try {
    peer.send(answerMessage(Y.encodeStateAsUpdate(doc, stateVector)))
  } catch {
    peer.close(CLOSE.malformed, 'That is no state vector.')
  }
}

function serverRead<T>(writer: Writer, look: (doc: Y.Doc) => T): Promise<T> {
  return new Promise((resolve, reject) => {
    const settle = (doc: Y.Doc) => {
      try {
        resolve(look(doc))
      } catch (error) {
        reject(error)
      }
    }
    writer.add({ author: SERVER_AUTHOR, apply: () => {}, settle, fail: reject })
  })
}

function serverWrite<T>(writer: Writer, size: Size | null, change: (doc: Y.Doc) => T): Promise<T> {
  return new Promise((resolve, reject) => {
    let settle = () => {}
    writer.add({
      author: SERVER_AUTHOR,
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
