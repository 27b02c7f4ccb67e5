import * as Y from 'yjs'
import { quantile, say, table } from '../bench/figures.ts'
import { startServer, type TestServer } from '../helpers/startServer.ts'
import { createRoom, type NewRoom } from '../helpers/syncClient.ts'
import type { Scene } from './badFrames.ts'
import { connectMany, sendLarge, stallReader } from './heavyLoads.ts'
import { memoryOf, settled } from './memory.ts'
import { newcomer } from './newcomer.ts'
import { type Pair, startPair } from './pair.ts'
import { storm, type Tally, type Target } from './storm.ts'
import { defineTrial } from './trial.ts'

interface FramesOptions {
  readonly count: number
  readonly seed: number
  /** Connects at a thousand a second. */
  readonly connects: number
  /** Gaps are told phase by phase. */
  readonly onPhase?: (phase: string, gaps: readonly number[]) => void
}

interface FramesResult {
  readonly tallies: ReadonlyMap<string, Tally>
  /** MiB. */
  readonly memory: Readonly<Record<'before' | 'peak' | 'after' | 'afterHeavy', number>>
  readonly broken: readonly string[]
}

const LARGE_MIB = 17
const HUGE_MIB = 200
const UNREAD_MIB = 60
const ROOM_FOR_ALL = { CONNECTIONS_PER_ROOM: '10000', ROOM_IDLE_MS: '1000' }

const targetOf = ({ wsUrl }: TestServer, { room, tokens }: NewRoom): Target => ({
  url: `${wsUrl}/sync/${room}/board`,
  tokens,
})

/** Bad frames of every class and heavy loads, while two people draw on the same board. */
export async function framesRun({ onPhase = () => {}, ...options }: FramesOptions): Promise<FramesResult> {
  const server = await startServer({ env: ROOM_FOR_ALL })
  let pair: Pair | undefined
  try {
    const target = targetOf(server, await createRoom(server.url))
    pair = await startPair(target.url, target.tokens.editor ?? '')
    return await underFire({ server, target, pair, onPhase, ...options })
  } finally {
    pair?.leave()
    await server.stop()
  }
}

type Fire = Required<FramesOptions> & { server: TestServer; target: Target; pair: Pair }

async function underFire({
  server,
  target,
  pair,
  count,
  seed,
  connects,
  onPhase,
}: Fire): Promise<FramesResult> {
  const broken: string[] = []
  const phase = async <T>(name: string, act: () => Promise<T>) => {
    const result = await act()
    onPhase(name, await pair.gaps())
    return result
  }
  await phase('alone', () => drawn(pair, 100))
  const scene: Scene = { board: await newcomer(target.url, target.tokens.observer ?? ''), people: pair.ids }
  // What the first of their kind cost once, such as compiled code, stays.
  await phase('warm-up', () => storm(target, scene, Math.ceil(count / 20), seed + 1))
  const before = memoryOf(server.pid())
  const tallies = await phase('bad frames', () => storm(target, scene, count, seed))
  const peakOfFrames = memoryOf(server.pid())
  const { after, isBack } = await settled(server.pid(), before)
  broken.push(...wrongIn(tallies))
  const peak = Math.max(peakOfFrames, await heavy({ server, target, connects, broken, phase }))

  const board = await pair.finish()
  if (pair.closed.length > 0) broken.push(`The pair was disconnected: ${pair.closed.join(', ')}`)
  const later = await newcomer(target.url, target.tokens.observer ?? '')
  if (!Y.equalSnapshots(Y.snapshot(board), Y.snapshot(later))) {
    broken.push('A newcomer gets another board than the pair has.')
  }
  if (!isBack) broken.push(`Memory stays at ${after.toFixed(0)} MiB, from ${before.toFixed(0)} MiB.`)
  const afterHeavy = memoryOf(server.pid())
  return { tallies, memory: { before, peak, after, afterHeavy }, broken }
}

interface Heavy {
  readonly server: TestServer
  readonly target: Target
  readonly connects: number
  readonly broken: string[]
  readonly phase: <T>(name: string, act: () => Promise<T>) => Promise<T>
}

/** Answers the most memory that was seen, MiB. */
async function heavy({ server, target, connects, broken, phase }: Heavy): Promise<number> {
  const peaks: number[] = []
  const expect = (what: string, isSo: boolean) => {
    peaks.push(memoryOf(server.pid()))
    if (!isSo) broken.push(what)
  }
  const large = await phase(`${LARGE_MIB} MiB frames`, async () => {
    const codes: (number | string)[] = []
    for (let n = 0; n < 5; n++) codes.push(await sendLarge(target, LARGE_MIB))
    return codes
  })
  expect(
    `A frame of ${LARGE_MIB} MiB ended with ${large}.`,
    large.every((code) => code === 4413),
  )
  const huge = await phase(`a ${HUGE_MIB} MiB frame`, () => sendLarge(target, HUGE_MIB))
  expect(`A frame of ${HUGE_MIB} MiB ended with ${huge}.`, [4413, 1006].includes(Number(huge)))
  const stalled = await phase(`a reader with ${UNREAD_MIB} MiB unread`, () => stallReader(server, UNREAD_MIB))
  expect(`A reader that stalls ended with ${stalled.code}.`, stalled.code === 1006 && stalled.stayed)
  const elsewhere = targetOf(server, await createRoom(server.url))
  const roomy = await phase(`${connects} connects in ${connects / 1000} s`, () =>
    connectMany(elsewhere, connects, connects),
  )
  // A machine that is busy turns some away before the server hears of them: 1006.
  const ends = [...new Set(roomy.other)]
  const isHeard = roomy.letIn > 0.9 * connects && ends.every((code) => code === 1006)
  expect(`Of ${connects} connects, ${roomy.letIn} were let in; others ended with ${ends}.`, isHeard)
  return Math.max(...peaks)
}

/** The same connects where no more than 30 a second are allowed: who is already there is not disturbed. */
export async function limitedConnects(count: number) {
  const server = await startServer({ env: { CONNECTS_PER_SECOND: '30' } })
  let pair: Pair | undefined
  try {
    const target = targetOf(server, await createRoom(server.url))
    pair = await startPair(target.url, target.tokens.editor ?? '')
    const connects = await connectMany(target, count, count)
    const gaps = await pair.gaps()
    await pair.finish()
    return { ...connects, gaps, pairClosed: pair.closed }
  } finally {
    pair?.leave()
    await server.stop()
  }
}

async function drawn(pair: Pair, edits: number) {
  while ((await pair.count()) < edits) await new Promise((resolve) => setTimeout(resolve, 100))
}

function wrongIn(tallies: ReadonlyMap<string, Tally>): string[] {
  return [...tallies].flatMap(([name, { wrong }]) =>
    [...wrong].map(([code, times]) => `“${name}” ended ${times} times with ${code}.`),
  )
}

export const frames = defineTrial({
  name: 'frames',
  proves: 'bad frames end their sender’s connection, leave the board whole and disturb nobody else',
  numbers: {
    count: { usual: 100_000, least: 100, most: 10_000_000, what: 'bad frames' },
    seed: { usual: 1, least: 0, most: 2 ** 31 - 1, what: 'decides what is in them' },
    connects: { usual: 5_000, least: 100, most: 10_000, what: 'connects, a thousand a second' },
  },
  async run({ count, seed, connects }) {
    say('The pair meanwhile: ms from an edit until the other has it')
    const { tallies, memory, broken } = await framesRun({ count, seed, connects, onPhase: sayPhase })
    const rows = [...tallies].map(([name, { frames: sent, refused, harmless, wrong }]) =>
      [name, sent, refused, harmless, [...wrong.values()].reduce((a, b) => a + b, 0)].map(String),
    )
    say(table([['class', 'frames', 'refused', 'harmless', 'wrong'], ...rows]))
    const { before, peak, after, afterHeavy } = memory
    const [was, most, is, last] = [before, peak, after, afterHeavy].map((mib) => mib.toFixed(0))
    say(
      `Memory of the server, MiB: ${was} before, ${most} at most, ${is} after the bad frames, ${last} at the end`,
    )
    const { letIn, refused, other, gaps, pairClosed } = await limitedConnects(connects)
    sayPhase(`${connects} connects, 30 a second`, gaps)
    say(
      `Of ${connects} connects in ${connects / 1000} s where 30 a second are allowed: ${letIn} let in, ${refused} told to come again`,
    )
    return [
      ...broken,
      ...(other.length > 0 ? [`Connects ended with ${[...new Set(other)]}.`] : []),
      ...(pairClosed.length > 0 ? [`Connects of others disconnected the pair: ${pairClosed}`] : []),
    ]
  },
})

function sayPhase(phase: string, gaps: readonly number[]) {
  const at = (share: number) => quantile(gaps, share).toFixed(1)
  say(
    `  ${phase.padEnd(32)} ${String(gaps.length).padStart(6)} edits   median ${at(0.5)}   p99 ${at(0.99)}   longest ${Math.max(...gaps).toFixed(0)}`,
  )
}
