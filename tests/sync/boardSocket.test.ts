import { describe, expect, it } from 'vitest'
import { boardSocket, MAX_MESSAGE_BYTES } from '../../src/sync/boardSocket.ts'

const STEP_1 = new Uint8Array([0, 0, 1])
const ANSWER = new Uint8Array([0, 1, 1])
const UPDATE = new Uint8Array([0, 2, 1])
const AWARENESS = new Uint8Array([1, 1])

function open(readonly = false) {
  const wire: Uint8Array[] = []
  const calls = { opened: 0, sent: 0, tooLarge: [] as number[] }
  class Wire {
    send(data: Uint8Array) {
      wire.push(data)
    }
  }
  const Socket = boardSocket({
    readonly,
    base: Wire as unknown as typeof WebSocket,
    opened: () => {
      calls.opened += 1
    },
    sent: () => {
      calls.sent += 1
    },
    tooLarge: (bytes) => calls.tooLarge.push(bytes),
  })
  return { socket: new Socket('ws://x'), wire, calls }
}

describe('the socket of a board', () => {
  it('counts messages with edits, and no others', () => {
    const { socket, wire, calls } = open()
    for (const message of [STEP_1, AWARENESS, ANSWER, UPDATE]) socket.send(message)
    expect(wire).toEqual([STEP_1, AWARENESS, ANSWER, UPDATE])
    expect(calls).toMatchObject({ opened: 1, sent: 2 })
  })

  it('keeps an update back until the answer, which holds it too', () => {
    const { socket, wire } = open()
    for (const message of [STEP_1, UPDATE, ANSWER]) socket.send(message)
    expect(wire).toEqual([STEP_1, ANSWER])
  })

  it('sends nothing of the document where one may only read', () => {
    const { socket, wire } = open(true)
    for (const message of [STEP_1, ANSWER, UPDATE, AWARENESS]) socket.send(message)
    expect(wire).toEqual([STEP_1, AWARENESS])
  })

  it('keeps back an edit over the limit, says so once, and sends no edit after it', () => {
    const { socket, wire, calls } = open()
    const large = new Uint8Array(MAX_MESSAGE_BYTES + 1)
    large.set([0, 2])
    for (const message of [ANSWER, large, large, UPDATE]) socket.send(message)
    expect(wire).toEqual([ANSWER])
    expect(calls.tooLarge).toEqual([MAX_MESSAGE_BYTES + 1])
  })
})
