import { appendFileSync, readFileSync, writeFileSync } from 'node:fs'
import * as Y from 'yjs'
import { say } from '../bench/figures.ts'
import { startServer, type TestServer } from '../helpers/startServer.ts'
import { createRoom, until } from '../helpers/syncClient.ts'
import { chance } from '../sync/chance.ts'
import { BAD_FRAMES } from './badFrames.ts'
import { type Act, CLIENTS, type Drawn, isMoved, nextAct, WATCHERS } from './fuzzActs.ts'
import { type FuzzClient, fuzzClient } from './fuzzClient.ts'
import { newcomer } from './newcomer.ts'
import { isRefusal, sendAll, type Target } from './storm.ts'
import { defineTrial } from './trial.ts'

interface FuzzResult {
  readonly acts: number
  readonly restarts: number
  /** Updates that were acknowledged, or shown to somebody. */
  readonly promised: number
  readonly broken: readonly string[]
}

/** The acts of a seed, as many as asked for. */
export function* actsOf(seed: number, steps: number): Generator<Act> {
  const pick = chance(seed)
  for (let step = 0; step < steps; step++) yield nextAct(pick, step)
}

/** The acts of a trace that a run has written. */
export const actsIn = (file: string): Act[] =>
  readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as Act)

interface World {
  readonly server: TestServer
  readonly target: Target
  readonly clients: readonly FuzzClient[]
  /** All that was acknowledged, or shown to somebody. */
  readonly promised: Y.Doc
  readonly broken: string[]
}

/** Does one act after another over real sockets, then has everybody agree. Each act is in the trace before it is done. */
export async function fuzzRun(acts: Iterable<Act>, trace?: string): Promise<FuzzResult> {
  const server = await startServer({ env: { SNAPSHOT_EVERY_ROWS: '5', ROOM_IDLE_MS: '20' } })
  if (trace !== undefined) writeFileSync(trace, '')
  const count = { acts: 0, restarts: 0, promised: 0 }
  try {
    const { room, tokens } = await createRoom(server.url)
    const target = { url: `${server.wsUrl}/sync/${room}/board`, tokens }
    const promised = new Y.Doc()
    const onPromised = (update: Uint8Array) => {
      count.promised += 1
      Y.applyUpdate(promised, update)
    }
    const clients = Array.from({ length: CLIENTS }, (_, n) => {
      const role = n < CLIENTS - WATCHERS ? 'editor' : 'observer'
      return fuzzClient(`${target.url}?acks=1&token=${tokens[role]}`, n + 1, onPromised)
    })
    const world: World = { server, target, clients, promised, broken: [] }
    for (const { join } of clients) await join()
    for (const act of acts) {
      if (trace !== undefined) appendFileSync(trace, `${JSON.stringify(act)}\n`)
      await perform(world, act)
      await new Promise((resolve) => setImmediate(resolve))
      count.acts += 1
      if (act.act === 'restart') count.restarts += 1
    }
    await agree(world)
    return { ...count, broken: world.broken }
  } finally {
    await server.stop()
  }
}

const drawing = ({ doc }: FuzzClient) => ({ map: doc.getMap('map'), list: doc.getArray<number>('list') })

async function perform(world: World, act: Act): Promise<unknown> {
  if (act.act === 'wait') return new Promise((resolve) => setTimeout(resolve, act.ms))
  if (act.act === 'settle') return Promise.all(world.clients.map(({ settle }) => settle()))
  if (act.act === 'restart') return restart(world, act.signal)
  if (act.act === 'bad frames') return sendBad(world, act.kind, act.seed)
  const client = world.clients[act.client]
  if (!client) throw new RangeError(`There is no client ${act.client}.`)
  if (isMoved(act)) return client[act.act]()
  return client.doc.transact(() => draw(client, act))
}

function draw(client: FuzzClient, act: Drawn) {
  const { map, list } = drawing(client)
  if (act.act === 'set') map.set(act.key, act.value)
  if (act.act === 'delete') map.delete(act.key)
  if (act.act === 'insert') list.insert(act.at % (list.length + 1), [act.value])
  if (act.act === 'cut' && list.length > 0) list.delete(act.at % list.length, 1)
  if (act.act !== 'set in') return
  const inner = map.get(act.key)
  if (inner instanceof Y.Map) inner.set(act.leaf, act.value)
  else map.set(act.key, new Y.Map([[act.leaf, act.value]]))
}

/** A stranger with an editor's link sends what the seed says, over a connection of their own. */
async function sendBad({ target, clients, broken }: World, kind: string, seed: number) {
  const board = clients[0]?.doc ?? new Y.Doc()
  const made = BAD_FRAMES[kind]?.(chance(seed), { board, people: clients.map(({ doc }) => doc.clientID) })
  if (!made) throw new RangeError(`There are no bad frames “${kind}”.`)
  const { role, frames, code } = made
  const url = `${target.url}?acks=1&token=${target.tokens[role]}`
  const got = await sendAll(url, code === null ? [...frames, Uint8Array.of(77)] : frames)
  // Which of them depends on what the server has of the board by now.
  if (!isRefusal(got)) broken.push(`“${kind}” of seed ${seed} ended with ${got}.`)
}

/** Whoever was there comes again; before that, a newcomer must find all that was promised. */
async function restart(world: World, signal: 'SIGTERM' | 'SIGKILL') {
  const { server, clients } = world
  const wereIn = clients.filter(({ isIn }) => isIn())
  if (signal === 'SIGKILL') await server.kill()
  else if ((await server.terminate()) !== 0)
    world.broken.push('A server that was asked to stop did not end with 0.')
  // What had arrived before the end counts as seen.
  for (const client of clients) await client.leave()
  await server.restart()
  await expectPromised(world)
  for (const { join } of wereIn) await join()
}

async function expectPromised({ target, promised, broken }: World): Promise<Y.Doc> {
  const later = await newcomer(target.url, target.tokens.observer ?? '')
  const before = Y.snapshot(later)
  Y.applyUpdate(later, Y.encodeStateAsUpdate(promised))
  if (!Y.equalSnapshots(before, Y.snapshot(later)))
    broken.push('Something that was acknowledged or seen is gone.')
  return later
}

/** Everybody comes, and in the end everybody has the same. */
async function agree(world: World) {
  const { clients, broken } = world
  for (const client of clients) if (!client.isIn()) await client.join()
  await Promise.all(clients.map(({ settle }) => settle()))
  const differing = () => {
    const [first, ...others] = clients.map(({ doc }) => Y.snapshot(doc))
    return others.filter((other) => first && !Y.equalSnapshots(first, other)).length
  }
  await until(() => differing() === 0, 30_000).catch(() =>
    broken.push(`${differing()} clients differ from the first.`),
  )
  const later = await expectPromised(world)
  const [first] = clients
  if (first && !Y.equalSnapshots(Y.snapshot(first.doc), Y.snapshot(later))) {
    broken.push('A newcomer gets another board than the others have.')
  }
  if (clients.some(({ doc }) => doc.store.pendingStructs))
    broken.push('A client waits for edits that never come.')
  for (const { leave } of clients) await leave()
}

export const fuzz = defineTrial({
  name: 'fuzz',
  proves: 'whatever people do and however the server ends, all agree and keep what was promised',
  numbers: {
    steps: { usual: 1_000, least: 1, most: 10_000_000, what: 'acts; every 60th restarts the server' },
    seed: { usual: 1, least: 0, most: 2 ** 31 - 1, what: 'decides the acts' },
  },
  files: { trace: 'writes every act to it before it is done', replay: 'does the acts of a trace instead' },
  async run({ steps, seed, trace, replay }) {
    const acts = replay === undefined ? actsOf(seed, steps) : actsIn(replay)
    const { broken, ...count } = await fuzzRun(acts, trace)
    say(`${count.acts} acts, ${count.restarts} restarts, ${count.promised} updates acknowledged or seen`)
    return broken
  },
})
