import * as decoding from 'lib0/decoding'
import * as encoding from 'lib0/encoding'

/** The wire format of y-websocket, and two messages of our own for clients that ask for them. */

const SYNC = 0
const AWARENESS = 1
const AUTH = 2
const QUERY_AWARENESS = 3
const ACK = 100
const CLOCK = 101

const STEP_1 = 0
const STEP_2 = 1
const UPDATE = 2

/** Why a connection ends. y-websocket takes 4400 to 4499 as final. */
export const CLOSE = {
  malformed: 4400,
  noAccess: 4401,
  roleMayNot: 4403,
  noSuchRoom: 4404,
  tooOld: 4409,
  tooLarge: 4413,
  trouble: 4500,
  tooMany: 4529,
} as const
/** What a client is told that knows less than the board. */
export const TOO_OLD = [CLOSE.tooOld, 'This page is older than the board. Reload it.'] as const
export type CloseCode = (typeof CLOSE)[keyof typeof CLOSE]

/** What one client says about itself; `state` is JSON, `null` when it leaves. */
export interface PresenceState {
  readonly client: number
  readonly clock: number
  readonly state: string
}

export type Frame =
  | { readonly type: 'state-vector'; readonly stateVector: Uint8Array }
  | { readonly type: 'update'; readonly update: Uint8Array }
  | { readonly type: 'presence'; readonly states: readonly PresenceState[] }
  | { readonly type: 'query-presence' }
  | { readonly type: 'nothing' }

/** Reads a client's message. @throws where it is none */
export function readFrame(bytes: Uint8Array): Frame {
  const decoder = decoding.createDecoder(bytes)
  const type = decoding.readVarUint(decoder)
  switch (type) {
    case SYNC:
      return readSync(decoder)
    case AWARENESS:
      return { type: 'presence', states: readPresence(decoding.readVarUint8Array(decoder)) }
    case AUTH:
      return { type: 'nothing' }
    case QUERY_AWARENESS:
      return { type: 'query-presence' }
    default:
      throw new Error(`No message has type ${type}.`)
  }
}

function readSync(decoder: decoding.Decoder): Frame {
  const step = decoding.readVarUint(decoder)
  const bytes = decoding.readVarUint8Array(decoder)
  if (step === STEP_1) return { type: 'state-vector', stateVector: bytes }
  if (step === STEP_2 || step === UPDATE) return { type: 'update', update: bytes }
  throw new Error(`No sync message has type ${step}.`)
}

function readPresence(bytes: Uint8Array): PresenceState[] {
  const decoder = decoding.createDecoder(bytes)
  const count = decoding.readVarUint(decoder)
  const states: PresenceState[] = []
  for (let i = 0; i < count; i++) {
    const client = decoding.readVarUint(decoder)
    const clock = decoding.readVarUint(decoder)
    const state = decoding.readVarString(decoder)
    JSON.parse(state)
    states.push({ client, clock, state })
  }
  return states
}

const message = (write: (encoder: encoding.Encoder) => void) => encoding.encode(write)

function sync(step: number, bytes: Uint8Array): Uint8Array {
  return message((encoder) => {
    encoding.writeVarUint(encoder, SYNC)
    encoding.writeVarUint(encoder, step)
    encoding.writeVarUint8Array(encoder, bytes)
  })
}

export const stateVectorMessage = (stateVector: Uint8Array) => sync(STEP_1, stateVector)
export const answerMessage = (update: Uint8Array) => sync(STEP_2, update)
export const updateMessage = (update: Uint8Array) => sync(UPDATE, update)

export function presenceMessage(states: readonly PresenceState[]): Uint8Array {
  const body = message((encoder) => {
    encoding.writeVarUint(encoder, states.length)
    for (const { client, clock, state } of states) {
      encoding.writeVarUint(encoder, client)
      encoding.writeVarUint(encoder, clock)
      encoding.writeVarString(encoder, state)
    }
  })
  return message((encoder) => {
    encoding.writeVarUint(encoder, AWARENESS)
    encoding.writeVarUint8Array(encoder, body)
  })
}

/** How many of the connection's updates are durable so far. */
export function ackMessage(count: number): Uint8Array {
  return message((encoder) => {
    encoding.writeVarUint(encoder, ACK)
    encoding.writeVarUint(encoder, count)
  })
}

/** The server's time, ms since 1970. */
export function clockMessage(now: number): Uint8Array {
  return message((encoder) => {
    encoding.writeVarUint(encoder, CLOCK)
    encoding.writeFloat64(encoder, now)
  })
}
