import * as Y from 'yjs'
import { say, table } from '../bench/figures.ts'
import { rawClient } from '../helpers/rawClient.ts'
import { startServer, type TestServer } from '../helpers/startServer.ts'
import { callApi, createRoom, type NewRoom } from '../helpers/syncClient.ts'
import { chance } from '../sync/chance.ts'
import { forgeriesFor } from './forgeries.ts'
import { newcomer } from './newcomer.ts'
import { defineTrial } from './trial.ts'

interface ForgedOptions {
  readonly count: number
  readonly seed: number
}

interface ForgedResult {
  /** By token and way in: tries. */
  readonly tries: ReadonlyMap<string, number>
  /** By token and way in, with what the server answered. */
  readonly accepted: readonly string[]
  /** What is not as it was. */
  readonly changed: readonly string[]
}

/** Tries to write with a token. Answers the close code or HTTP status. */
type WayIn = (server: TestServer, made: NewRoom, token: string) => Promise<number>

const REFUSALS = [401, 403, 4401, 4403]

const WAYS_IN: Readonly<Record<string, WayIn>> = {
  'board, token in the address': ({ wsUrl }, { room }, token) =>
    write(`${wsUrl}/sync/${room}/board?token=${encodeURIComponent(token)}`),
  'board, token as subprotocol': ({ wsUrl }, { room }, token) =>
    write(`${wsUrl}/sync/${room}/board`, ['drillboard', ...(token ? [token] : [])]),
  'run over a socket': ({ wsUrl }, { room }, token) =>
    write(`${wsUrl}/sync/${room}/run?token=${encodeURIComponent(token)}`),
  'an event of the run': ({ url }, { room }, token) =>
    status(url, 'POST', `/api/rooms/${room}/events`, { type: 'start' }, token),
  'a new link': ({ url }, { room }, token) =>
    status(url, 'POST', `/api/rooms/${room}/links/editor`, {}, token),
  'a link taken back': ({ url }, { room }, token) =>
    status(url, 'DELETE', `/api/rooms/${room}/links/observer`, undefined, token),
  'another title': ({ url }, { room }, token) =>
    status(url, 'PATCH', `/api/rooms/${room}`, { title: 'Forged' }, token),
}

async function write(url: string, protocols?: string[]): Promise<number> {
  const client = await rawClient(url, protocols)
  client.edit((doc) => doc.getMap('forged').set('a', 1))
  client.edit((doc) => doc.getArray('events').push([{ type: 'finish' }]))
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<number>((resolve) => {
    timer = setTimeout(resolve, 30_000, 0)
  })
  const code = await Promise.race([client.closed.then((closed) => closed.code), late])
  clearTimeout(timer)
  client.socket.terminate()
  return code
}

async function status(...[url, method, path, body, token]: Required<Parameters<typeof callApi>>) {
  return (await callApi(url, method, path, body, token)).status
}

/** All that a room is, as its owner sees it. */
async function wholeRoom(server: TestServer, { room, tokens }: NewRoom) {
  const owner = tokens.owner ?? ''
  const docOf = (doc: string) => newcomer(`${server.wsUrl}/sync/${room}/${doc}`, owner)
  const { body } = await callApi(server.url, 'GET', `/api/rooms/${room}/links`, undefined, owner)
  return { board: Y.snapshot(await docOf('board')), run: Y.snapshot(await docOf('run')), links: body }
}

const LANES = 8

/** Forged writes of every kind over every way in. */
export async function forgedRun({ count, seed }: ForgedOptions): Promise<ForgedResult> {
  const server = await startServer()
  try {
    const made = await createRoom(server.url, { template: 'seven-steps' })
    const pick = chance(seed)
    const forgeries = Object.entries(await forgeriesFor(server, made))
    const attempts = forgeries.flatMap((forgery) =>
      Object.entries(WAYS_IN).map((way) => [forgery, way] as const),
    )
    const before = await wholeRoom(server, made)
    const tries = new Map<string, number>()
    const accepted: string[] = []
    let begun = 0
    const lane = async () => {
      for (let n = begun++; n < count; n = begun++) {
        const [[token, forge], [way, enter]] = attempts[n % attempts.length] ?? never()
        const answer = await enter(server, made, await forge(pick))
        tries.set(`${token}|${way}`, (tries.get(`${token}|${way}`) ?? 0) + 1)
        if (!REFUSALS.includes(answer)) accepted.push(`${token}, ${way}: ${answer}`)
      }
    }
    await Promise.all(Array.from({ length: LANES }, lane))
    const after = await wholeRoom(server, made)
    const same = {
      board: Y.equalSnapshots(before.board, after.board),
      run: Y.equalSnapshots(before.run, after.run),
      links: JSON.stringify(before.links) === JSON.stringify(after.links),
    }
    const changed = Object.entries(same).flatMap(([what, isSame]) => (isSame ? [] : [what]))
    return { tries, accepted, changed }
  } finally {
    await server.stop()
  }
}

function never(): never {
  throw new Error('No attempt is left.')
}

export const forged = defineTrial({
  name: 'forged',
  proves: 'a forged, expired, replaced or weaker token writes nothing, over any way in',
  numbers: {
    count: { usual: 10_000, least: 105, most: 1_000_000, what: 'forged writes' },
    seed: { usual: 1, least: 0, most: 2 ** 31 - 1, what: 'decides what is forged where' },
  },
  async run(options) {
    const { tries, accepted, changed } = await forgedRun(options)
    const names = [...new Set([...tries.keys()].map((key) => key.split('|')[0] ?? ''))]
    const sum = (name: string) =>
      [...tries].reduce((all, [key, times]) => all + (key.startsWith(`${name}|`) ? times : 0), 0)
    const lost = (name: string) => accepted.filter((what) => what.startsWith(`${name}, `)).length
    const rows = names.map((name) => [name, String(sum(name)), String(lost(name))])
    say(table([['token', 'tries', 'accepted'], ...rows]))
    say(`Each over ${Object.keys(WAYS_IN).length} ways in: ${Object.keys(WAYS_IN).join('; ')}.`)
    return [
      ...[...new Set(accepted)].map((what) => `Not refused: ${what}`),
      ...changed.map((what) => `The room’s ${what} changed.`),
    ]
  },
})
