import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createAccess, readSecret } from '../../server/access.ts'
import { type RoomFacts, SERVER_AUTHOR } from '../../server/log/log.ts'
import { sqliteStorage } from '../../server/log/sqlite.ts'
import { boardFromTemplate } from '../../server/seed.ts'
import { findTemplate } from '../../templates/index.ts'
import { median, say, table } from '../bench/figures.ts'
import { rawClient } from '../helpers/rawClient.ts'
import { startServer } from '../helpers/startServer.ts'
import { until } from '../helpers/syncClient.ts'
import { INSPECTABLE, inspectorOf, memoryOf } from './memory.ts'
import { defineTrial } from './trial.ts'

interface RoomsResult {
  readonly startMs: number
  /** MiB, before anybody came. */
  readonly memory: number
  /** ms until somebody has the board. */
  readonly openMs: number
  /** MiB, with a hundred boards open and after everybody has left. */
  readonly open: number
  readonly left: number
  /** MiB in use after a collection of garbage: when warm, with those boards open, after everybody has left. */
  readonly used: { readonly before: number; readonly open: number; readonly left: number }
  /** Whether no more is in use than before, give or take a tenth. */
  readonly isBack: boolean
}

const OPENED = 100
/** By so much two starts on the same folder differ. */
const NOISE_MIB = 10

/** A data folder with so many rooms, each with the board that a template begins with. */
async function writeRooms(dataDir: string, count: number): Promise<string[]> {
  const storage = sqliteStorage(join(dataDir, 'drillboard.sqlite'))
  const update = seedUpdate()
  const names = Array.from({ length: count }, (_, n) => `room-${n}`)
  try {
    await Promise.all(
      names.map(async (room) => {
        await storage.index.add(factsOf(room))
        await storage.log.append(`${room}/board`, [{ at: 1, author: SERVER_AUTHOR, update }])
      }),
    )
  } finally {
    await storage.close()
  }
  return names
}

const factsOf = (room: string): RoomFacts => ({
  room,
  mode: 'free',
  template: 'seven-steps',
  problem: null,
  framework: null,
  slot: null,
  generations: { owner: 1, editor: 1, observer: 1 },
  createdAt: 1,
})

function seedUpdate(): Uint8Array {
  const template = findTemplate('seven-steps')
  if (!template) throw new Error('There is no template “seven-steps”.')
  return boardFromTemplate({ template, title: 'A board', app: '0' })
}

/** Starts a server on so many rooms; opens one, then a hundred together, and leaves them. */
export async function roomsRun(count: number): Promise<RoomsResult> {
  const dataDir = await mkdtemp(join(tmpdir(), 'drillboard-rooms-'))
  const names = await writeRooms(dataDir, count)
  const startedAt = performance.now()
  const server = await startServer({
    dataDir,
    env: { ROOM_IDLE_MS: '500', MAX_ROOMS: '1000000', ...INSPECTABLE },
  })
  const startMs = performance.now() - startedAt
  try {
    const access = createAccess(readSecret(join(dataDir, 'secret')))
    const enter = async (room: string) => {
      const token = await access.issue(factsOf(room), 'editor')
      const client = await rawClient(`${server.wsUrl}/sync/${room}/board?acks=1&token=${token}`)
      client.ask()
      await until(client.hasAnswer)
      return client
    }
    const memory = memoryOf(server.pid())
    const askedAt = performance.now()
    const first = await enter(names[0] ?? '')
    const openMs = performance.now() - askedAt
    const inspector = await inspectorOf(server)
    const usedBefore = await inspector.usedMib()
    const others = await Promise.all(names.slice(1, OPENED).map(enter))
    const open = memoryOf(server.pid())
    const usedOpen = await inspector.usedMib()
    for (const { leave } of [first, ...others]) leave()
    const { used, isBack } = await inspector.settledUsed(usedBefore)
    inspector.close()
    const inUse = { before: usedBefore, open: usedOpen, left: used }
    return { startMs, memory, openMs, open, left: memoryOf(server.pid()), used: inUse, isBack }
  } finally {
    await server.stop()
    await rm(dataDir, { recursive: true, force: true })
  }
}

export const rooms = defineTrial({
  name: 'rooms',
  proves: 'rooms on disk cost nothing until they are opened, and leave memory when everybody has left',
  numbers: {
    rooms: { usual: 10_000, least: 100, most: 1_000_000, what: 'rooms on disk' },
    rounds: { usual: 3, least: 1, most: 20, what: 'starts with and without them, in turn' },
  },
  async run({ rooms: count, rounds }) {
    const few: RoomsResult[] = []
    const many: RoomsResult[] = []
    for (let round = 0; round < rounds; round++) {
      few.push(await roomsRun(OPENED))
      many.push(await roomsRun(count))
    }
    const of = (results: readonly RoomsResult[], key: 'startMs' | 'memory' | 'openMs' | 'open' | 'left') =>
      median(results.map((result) => result[key]))
    const inUse = (results: readonly RoomsResult[]) =>
      (['before', 'open', 'left'] as const)
        .map((when) => median(results.map(({ used }) => used[when])).toFixed(0))
        .join(', ')
    const row = (name: string, results: readonly RoomsResult[]) => [
      name,
      ...(['startMs', 'memory', 'openMs', 'open', 'left'] as const).map((key) => of(results, key).toFixed(0)),
      inUse(results),
    ]
    say(
      table([
        [
          ...['rooms on disk', 'start, ms', 'memory, MiB', 'open one, ms'],
          ...[`${OPENED} open, MiB`, 'all left, MiB', 'in use: one, all, none'],
        ],
        row(String(OPENED), few),
        row(String(count), many),
      ]),
    )
    const slower = of(many, 'startMs') > 1.5 * of(few, 'startMs') + 500
    const larger = of(many, 'memory') > of(few, 'memory') + NOISE_MIB
    return [
      ...(slower ? ['Rooms that nobody opens make the start slower.'] : []),
      ...(larger ? ['Rooms that nobody opens cost memory.'] : []),
      ...([...few, ...many].every(({ isBack }) => isBack)
        ? []
        : ['Rooms that everybody left stay in memory.']),
    ]
  },
})
