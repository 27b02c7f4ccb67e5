import * as Y from 'yjs'
import { say } from '../bench/figures.ts'
import { rawClient } from '../helpers/rawClient.ts'
import { startServer } from '../helpers/startServer.ts'
import { createRoom, until } from '../helpers/syncClient.ts'
import { chance } from '../sync/chance.ts'
import { drawer } from './drawing.ts'
import { INSPECTABLE, inspectorOf, memoryOf } from './memory.ts'
import { newcomer } from './newcomer.ts'
import { defineTrial } from './trial.ts'

interface SoakOptions {
  readonly minutes: number
  readonly speed: number
  readonly seed: number
  readonly onSample?: (minute: number, mib: number) => void
  /** How often memory is looked at. */
  readonly sampleEveryMs?: number
}

interface SoakResult {
  readonly edits: number
  /** MiB that the process holds: before, most while they drew, after everybody has left. */
  readonly memory: { readonly before: number; readonly peak: number; readonly after: number }
  /** MiB in use after a collection of garbage. */
  readonly used: { readonly before: number; readonly after: number }
  /** Bytes of the board, as it is sent and as it is kept. */
  readonly bytes: { readonly sent: number; readonly kept: number }
  readonly broken: readonly string[]
}

const WARM_UP_MS = 3_000
const MINUTE_MS = 60_000

/** Two people draw for a long time, faster than people can. */
export async function soakRun(options: SoakOptions): Promise<SoakResult> {
  const { minutes, speed, seed, onSample = () => {}, sampleEveryMs = MINUTE_MS } = options
  const server = await startServer({
    env: { ROOM_IDLE_MS: '1000', MESSAGES_PER_SECOND: String(500 * speed), ...INSPECTABLE },
  })
  try {
    const { room, tokens } = await createRoom(server.url)
    const url = `${server.wsUrl}/sync/${room}/board`
    const people = await Promise.all([1, 2].map(() => rawClient(`${url}?acks=1&token=${tokens.editor}`)))
    for (const person of people) {
      person.ask()
      await until(person.hasAnswer)
    }
    const drawers = people.map((person, n) => drawer(person, `p${n}`, chance(seed + n), speed))
    await wait(WARM_UP_MS)
    const inspector = await inspectorOf(server)
    const usedBefore = await inspector.usedMib()
    const before = memoryOf(server.pid())
    const endsAt = Date.now() + minutes * MINUTE_MS
    let peak = before
    for (let sample = 1; Date.now() < endsAt; sample++) {
      await wait(Math.min(sampleEveryMs, Math.max(1, endsAt - Date.now())))
      const now = memoryOf(server.pid())
      peak = Math.max(peak, now)
      onSample((sample * sampleEveryMs) / MINUTE_MS, now)
    }
    for (const { stop } of drawers) stop()
    const edits = drawers.reduce((sum, drawn) => sum + drawn.edits(), 0)
    await until(() => people.every((person, n) => person.acked() === drawers[n]?.edits()), 60_000)
    const board = await newcomer(url, tokens.observer ?? '')
    const [first] = people
    const isSame = first && Y.equalSnapshots(Y.snapshot(first.doc), Y.snapshot(board))
    for (const person of people) person.leave()
    const { used, isBack } = await inspector.settledUsed(usedBefore)
    const after = memoryOf(server.pid())
    inspector.close()
    return {
      edits,
      memory: { before, peak, after },
      used: { before: usedBefore, after: used },
      bytes: { sent: Y.encodeStateAsUpdate(board).length, kept: Y.encodeStateAsUpdateV2(board).length },
      broken: [
        ...(isSame ? [] : ['A newcomer gets another board than those who drew have.']),
        ...(isBack ? [] : [`${used.toFixed(1)} MiB stay in use, from ${usedBefore.toFixed(1)} MiB.`]),
      ],
    }
  } finally {
    await server.stop()
  }
}

const wait = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms))

export const soak = defineTrial({
  name: 'soak',
  proves: 'a long session does not fill the server’s memory',
  numbers: {
    minutes: { usual: 9, least: 1, most: 600, what: 'how long they draw' },
    speed: { usual: 10, least: 1, most: 50, what: 'times as fast as people' },
    seed: { usual: 1, least: 0, most: 2 ** 31 - 1, what: 'decides what they draw' },
  },
  async run(options) {
    say('Memory of the server while two people draw')
    const onSample = (minute: number, mib: number) =>
      say(`  minute ${String(minute).padStart(3)}   ${mib.toFixed(0).padStart(5)} MiB`)
    const { edits, memory, used, bytes, broken } = await soakRun({ ...options, onSample })
    const [before, peak, after] = [memory.before, memory.peak, memory.after].map((mib) => mib.toFixed(0))
    const kib = (size: number) => `${(size / 1024).toFixed(0)} KiB`
    say(`${edits} edits, as of ${options.minutes * options.speed} minutes of drawing`)
    say(
      `In use after a collection, MiB: ${used.before.toFixed(1)} when warm, ${used.after.toFixed(1)} at the end`,
    )
    say(`The process, MiB: ${before} when warm, ${peak} at most, ${after} after everybody has left`)
    say(`The board: ${kib(bytes.sent)} as it is sent, ${kib(bytes.kept)} as it is kept`)
    return broken
  },
})
