import { rawClient } from '../helpers/rawClient.ts'
import type { TestServer } from '../helpers/startServer.ts'
import { createRoom, until } from '../helpers/syncClient.ts'
import { sendAll, type Target } from './storm.ts'

const MIB = 2 ** 20

/** A frame of so many MiB. Answers the code that ended its sender's connection; 1006: hung up amid sending. */
export const sendLarge = ({ url, tokens }: Target, mib: number) =>
  sendAll(`${url}?token=${tokens.editor}`, [new Uint8Array(mib * MIB)])

export interface Connects {
  readonly letIn: number
  /** Asked to come again later. */
  readonly refused: number
  readonly other: readonly number[]
}

/** Opens connections, evenly over the time, and leaves again as soon as it is told anything. */
export async function connectMany({ url, tokens }: Target, count: number, overMs: number): Promise<Connects> {
  const codes: (number | null)[] = []
  const startedAt = performance.now()
  const all: Promise<void>[] = []
  while (all.length < count) {
    const due = Math.min(count, ((performance.now() - startedAt) / overMs) * count)
    while (all.length < due) all.push(visit(`${url}?acks=1&token=${tokens.observer}`, codes))
    await new Promise((resolve) => setTimeout(resolve, 2))
  }
  await Promise.all(all)
  return {
    letIn: codes.filter((code) => code === null).length,
    refused: codes.filter((code) => code === 4529).length,
    other: codes.filter((code): code is number => code !== null && code !== 4529),
  }
}

async function visit(url: string, codes: (number | null)[]) {
  const { socket, types, closed, leave } = await rawClient(url, [], { keeps: false })
  const heard = new Promise<null>((resolve) => {
    if (types.length > 0) resolve(null)
    else socket.once('message', () => resolve(null))
  })
  codes.push(await Promise.race([heard, closed.then(({ code }) => code)]))
  leave()
  await closed
}

/** Somebody reads nothing while another sends `mib`. Answers the code that ended the reader, and whether the writer stayed. */
export async function stallReader(server: TestServer, mib: number) {
  const { room, tokens } = await createRoom(server.url)
  const url = `${server.wsUrl}/sync/${room}/board?acks=1&token=`
  const [writer, reader] = [await rawClient(url + tokens.editor), await rawClient(url + tokens.observer)]
  reader.socket.pause()
  const text = 'x'.repeat(MIB / 2)
  for (let n = 1; n <= 2 * mib; n++) {
    writer.edit((doc) => doc.getMap('x').set('k', text + n))
    await until(() => writer.acked() === n)
  }
  reader.socket.resume()
  const { code } = await reader.closed
  const stayed = writer.socket.readyState === writer.socket.OPEN
  writer.leave()
  await writer.closed
  return { code, stayed }
}
