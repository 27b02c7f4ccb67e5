import { setTimeout as wait } from 'node:timers/promises'
import { boardUpdate, recordDrag } from './boardUpdates.ts'
import { type Contender, startBoth } from './contenders.ts'
import { compareRow, HEAD, say, table } from './figures.ts'
import { gather, type LoadPlan } from './load.ts'

const SHAPES = 200
const SECONDS = 10
const PLAN: LoadPlan = { rooms: 100, people: 2, writers: 2, perSecond: 10 }
const ROOM_IDLE_MS = 1_000
/** The thread that makes snapshots of what was drawn ends 10 s after the last of them. */
const UNTIL_QUIET_MS = 45_000
const MIB = 2 ** 20

interface Memory {
  /** MiB of objects and buffers for a room, after a garbage collection. */
  readonly live: number
  readonly idle: number
  /** Resident memory of the process, MiB: before anybody comes, and after all have left. */
  readonly before: number
  readonly after: number
}

async function measure(contender: Contender): Promise<Memory> {
  const { process } = contender
  const inspector = await process.inspect()
  const board = boardUpdate(SHAPES)
  const drags = [0, 1].map((person) => recordDrag(board, person, PLAN.perSecond * SECONDS))
  // What the first rooms bring along once, code above all, is no room's.
  await visit(contender, { ...PLAN, rooms: 5 })
  const empty = await inspector.usedBytes()
  const before = process.rssBytes()
  const crowd = await gather(contender, PLAN, board, drags)
  await crowd.drag(SECONDS)
  const full = await inspector.usedBytes()
  crowd.leave()
  await wait(UNTIL_QUIET_MS)
  const left = await inspector.usedBytes()
  const after = process.rssBytes()
  inspector.close()
  const perRoom = (bytes: number) => (bytes - empty) / PLAN.rooms / MIB
  return { live: perRoom(full), idle: perRoom(left), before: before / MIB, after: after / MIB }
}

async function visit(contender: Contender, plan: LoadPlan) {
  const board = boardUpdate(SHAPES)
  const drags = [0, 1].map((person) => recordDrag(board, person, plan.perSecond))
  const crowd = await gather(contender, plan, board, drags)
  await crowd.drag(1)
  crowd.leave()
  await wait(2 * ROOM_IDLE_MS)
}

/** What rooms keep of the server's memory, and whether they give it back. */
export async function benchMemory(): Promise<void> {
  const both = await startBoth({ ROOM_IDLE_MS: `${ROOM_IDLE_MS}` })
  const ours = await measure(both.ours)
  const theirs = await measure(both.theirs)
  await Promise.all([both.ours.stop(), both.theirs.stop()])
  const mostAfter = Math.round(Math.max(ours.before * 1.1, ours.before + 30))
  say(
    `\n${PLAN.rooms} rooms of ${SHAPES} shapes, 2 people in each; a room is idle ${ROOM_IDLE_MS} ms after the last left, MiB`,
  )
  say(
    table([
      HEAD,
      compareRow('memory of a live room', ours.live, theirs.live, { ours: 2 }),
      compareRow('memory of an idle room', ours.idle, theirs.idle, { ours: 0.01 }),
      compareRow('the process before anybody came', ours.before, theirs.before),
      compareRow('the process after all have left', ours.after, theirs.after, { ours: mostAfter }),
    ]),
  )
}
