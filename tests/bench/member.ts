import * as decoding from 'lib0/decoding'
import * as encoding from 'lib0/encoding'
import { WebSocket } from 'ws'
import * as Y from 'yjs'

const SYNC = 0
const STEP_1 = 0
const STEP_2 = 1
const UPDATE = 2
const ACK = 100

/** Updates that a message holds: of whom, and which of their clocks. */
interface Heard {
  readonly client: number
  readonly clock: number
  readonly structs: number
}

/** A connection to a room, as thin as can be: what a client of Yjs' own would cost is not the server's. */
export interface Member {
  send(frame: Uint8Array): void
  onUpdate(hear: (heard: Heard) => void): void
  leave(): void
}

export async function join(url: string): Promise<Member> {
  const socket = await open(url)
  return {
    send: (frame) => socket.send(frame),
    onUpdate(hear) {
      socket.on('message', (data: Buffer) => {
        if (data[0] === SYNC && data[1] === UPDATE) hear(heardIn(data))
      })
    },
    leave: () => socket.terminate(),
  }
}

function open(url: string): Promise<WebSocket> {
  return new Promise((resolve, reject) => {
    const socket = new WebSocket(url, { perMessageDeflate: false })
    socket.once('open', () => resolve(socket))
    socket.once('error', reject)
  })
}

function heardIn(data: Uint8Array): Heard {
  const decoder = decoding.createDecoder(data)
  // Both kinds of message, the length of the update, the number of people in it.
  for (let i = 0; i < 4; i++) decoding.readVarUint(decoder)
  const structs = decoding.readVarUint(decoder)
  return { client: decoding.readVarUint(decoder), clock: decoding.readVarUint(decoder), structs }
}

/** Puts an update into a room; answers when the server has told that it has it. */
export async function putUpdate(url: string, update: Uint8Array): Promise<void> {
  const socket = await open(url)
  const told = new Promise((resolve) => {
    socket.on('message', (data: Buffer) => {
      // Ours acknowledges; the other sends everything back to whoever sent it.
      if (data[0] === ACK || (data[0] === SYNC && data[1] === UPDATE)) resolve(null)
    })
  })
  socket.send(updateFrame(update))
  await told
  socket.close()
}

export const updateFrame = (update: Uint8Array) => syncFrame(UPDATE, update)

function syncFrame(step: number, bytes: Uint8Array): Uint8Array {
  return encoding.encode((encoder) => {
    encoding.writeVarUint(encoder, SYNC)
    encoding.writeVarUint(encoder, step)
    encoding.writeVarUint8Array(encoder, bytes)
  })
}

export interface ColdJoin {
  /** From connecting until the client has the whole board, ms. */
  readonly ms: number
  readonly bytes: number
  readonly records: number
}

/** Opens a room as somebody does who has nothing of it yet. */
export async function coldJoin(url: string, map: string): Promise<ColdJoin> {
  const doc = new Y.Doc()
  const startedAt = performance.now()
  const socket = await open(url)
  const answer = new Promise<Buffer>((resolve) => {
    socket.on('message', (data: Buffer) => {
      if (data[0] === SYNC && data[1] === STEP_2) resolve(data)
    })
  })
  socket.send(syncFrame(STEP_1, Y.encodeStateVector(doc)))
  const data = await answer
  const decoder = decoding.createDecoder(data)
  decoder.pos = 2
  Y.applyUpdate(doc, decoding.readVarUint8Array(decoder))
  const ms = performance.now() - startedAt
  socket.close()
  return { ms, bytes: data.length, records: doc.getMap(map).size }
}
