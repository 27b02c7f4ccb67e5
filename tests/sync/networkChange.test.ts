import { createDecoder } from 'lib0/decoding'
import { createEncoder } from 'lib0/encoding'
import { afterEach, describe, expect, it, vi } from 'vitest'
import type { WebsocketProvider } from 'y-websocket'
import * as Y from 'yjs'
import { askWhenNetworkChanges } from '../../src/sync/networkChange.ts'
import { aBrowser, guests, light, poll } from './guests.ts'
import { box, id } from './network.ts'

const here = guests()
const STEP_2 = Uint8Array.of(1, 0)
const UPDATE = Uint8Array.of(2, 0)

afterEach(() => void vi.useRealTimers())

/** A connection of which every word is kept, and a network that comes and goes. */
function connection(change: Partial<Pick<WebsocketProvider, 'wsconnected' | 'shouldConnect'>> = {}) {
  vi.useFakeTimers()
  const did: string[] = []
  const read = vi.fn()
  const provider = {
    wsconnected: true,
    shouldConnect: true,
    ...change,
    doc: new Y.Doc(),
    ws: { send: ([type, subtype]: Uint8Array) => void did.push(`asks ${type} ${subtype}`) },
    messageHandlers: [read],
    disconnect: () => void did.push('hangs up'),
    connect: () => void did.push('connects'),
  }
  const network = new EventTarget()
  const stop = askWhenNetworkChanges(provider as unknown as WebsocketProvider, network)
  const hear = (message: Uint8Array) =>
    provider.messageHandlers[0]?.(createEncoder(), createDecoder(message), provider, true, 0)
  return {
    did,
    network,
    provider,
    hear,
    read,
    stop,
    says: (what: string) => network.dispatchEvent(new Event(what)),
  }
}

describe.each(['offline', 'online'])('where the browser says “%s”', (what) => {
  it('a server that answers is left alone', () => {
    const { did, says, hear, read } = connection()
    says(what)
    hear(STEP_2)
    vi.advanceTimersByTime(60_000)
    expect(did).toEqual(['asks 0 0'])
    expect(read).toHaveBeenCalledOnce()
  })

  it('one that says nothing within a second is hung up on, and called anew; what was on its way is no answer', () => {
    const { did, says, hear } = connection()
    says(what)
    hear(UPDATE)
    vi.advanceTimersByTime(999)
    expect(did).toEqual(['asks 0 0'])
    vi.advanceTimersByTime(1)
    expect(did).toEqual(['asks 0 0', 'hangs up', 'connects'])
  })

  it('one that is being waited for is called at once, and one that has refused is not', () => {
    const waiting = connection({ wsconnected: false })
    waiting.says(what)
    expect(waiting.did).toEqual(['hangs up', 'connects'])
    const refused = connection({ wsconnected: false, shouldConnect: false })
    refused.says(what)
    vi.advanceTimersByTime(60_000)
    expect(refused.did).toEqual([])
  })
})

it('a network that comes and goes is one question until it is answered', () => {
  const { did, says, hear } = connection()
  for (const what of ['offline', 'online', 'offline']) says(what)
  expect(did).toEqual(['asks 0 0'])
  hear(STEP_2)
  says('online')
  vi.advanceTimersByTime(60_000)
  expect(did).toEqual(['asks 0 0', 'asks 0 0', 'hangs up', 'connects'])
})

it('asks nothing once the board is closed, nor calls anew', () => {
  const { did, says, stop } = connection()
  says('offline')
  stop()
  says('online')
  vi.advanceTimersByTime(60_000)
  expect(did).toEqual(['asks 0 0'])
})

it('the light says Offline before anything is drawn, and is back as soon as the network is', async () => {
  await here.newRoom()
  const network = new EventTarget()
  const a = await here.join('owner', 'Calm Heron', { browser: { ...aBrowser(), network } })
  await poll(() => light(a)).toBe('server 0')
  here.server.freeze()
  network.dispatchEvent(new Event('offline'))
  await poll(() => light(a)).toBe('server 0 offline')
  a.editor.createShapes([box('one')])
  await poll(() => light(a)).toBe('device 0 offline')
  here.server.thaw()
  network.dispatchEvent(new Event('online'))
  await poll(() => light(a)).toBe('server 0')
  const b = await here.join('editor', 'Brave Otter')
  expect(b.editor.getShape(id('one'))).toBeDefined()
})
