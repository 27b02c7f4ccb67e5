import * as decoding from 'lib0/decoding'
import * as encoding from 'lib0/encoding'
import { WebSocket } from 'ws'
import * as Y from 'yjs'

export interface Load {
  readonly pairs: number
  readonly perSecond: number
  readonly seconds: number
}

export interface Measured {
  readonly updates: number
  /** ms from sending until the other has it, sorted. */
  readonly latencies: readonly number[]
}

/** Two people in each room; one drags a shape, the other watches. */
export async function drag(roomUrls: readonly string[], load: Load): Promise<Measured> {
  const latencies: number[] = []
  const couples = await Promise.all(roomUrls.map((url) => couple(url, latencies)))
  const every = 1000 / load.perSecond
  let updates = 0
  const timers = couples.map(({ move }, n) => {
    // Spread over the interval, as people are.
    const start = (n / couples.length) * every
    return setTimeout(() => {
      const timer = setInterval(() => {
        move()
        updates += 1
      }, every)
      setTimeout(() => clearInterval(timer), load.seconds * 1000)
    }, start)
  })
  await new Promise((resolve) => setTimeout(resolve, (load.seconds + 1.5) * 1000))
  for (const timer of timers) clearTimeout(timer)
  for (const { leave } of couples) leave()
  return { updates, latencies: latencies.sort((a, b) => a - b) }
}

async function couple(url: string, latencies: number[]) {
  const [writer, watcher] = await Promise.all([open(url), open(url)])
  const doc = new Y.Doc()
  const shape = doc.getMap('shape')
  doc.on('update', (update: Uint8Array) => writer.send(updateFrame(update)))
  const sent: number[] = []
  watcher.on('message', (data: Buffer) => {
    if (isUpdate(data)) latencies.push(performance.now() - (sent.shift() ?? Number.NaN))
  })
  let x = 0
  return {
    move() {
      x += 1
      sent.push(performance.now())
      doc.transact(() => {
        shape.set('x', x)
        shape.set('y', x / 2)
      })
    },
    leave() {
      writer.close()
      watcher.close()
    },
  }
}

function open(url: string): Promise<WebSocket> {
  return new Promise((resolve, reject) => {
    const socket = new WebSocket(url)
    socket.on('open', () => resolve(socket))
    socket.on('error', reject)
  })
}

function updateFrame(update: Uint8Array): Uint8Array {
  const encoder = encoding.createEncoder()
  encoding.writeVarUint(encoder, 0)
  encoding.writeVarUint(encoder, 2)
  encoding.writeVarUint8Array(encoder, update)
  return encoding.toUint8Array(encoder)
}

function isUpdate(data: Buffer): boolean {
  const decoder = decoding.createDecoder(data)
  return decoding.readVarUint(decoder) === 0 && decoding.readVarUint(decoder) === 2
}
