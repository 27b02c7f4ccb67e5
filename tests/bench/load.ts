import { setTimeout as wait } from 'node:timers/promises'
import { until } from '../helpers/syncClient.ts'
import { CLOCKS_PER_STEP, type Drag } from './boardUpdates.ts'
import type { Contender } from './contenders.ts'
import { quantile } from './figures.ts'
import { join, type Member, updateFrame } from './member.ts'

export interface LoadPlan {
  readonly rooms: number
  readonly people: number
  /** How many of the people in a room drag. */
  readonly writers: number
  readonly perSecond: number
}

export interface Round {
  readonly p50: number
  readonly p95: number
  readonly p99: number
  /** µs of the server's CPU, without what it takes for the same connections at rest. */
  readonly cpuPerUpdate: number
}

/** People in rooms of a server, each with a drag to go on with. */
export interface Crowd {
  /** Drags for a while, all spread evenly over the interval, as people are. */
  drag(seconds: number): Promise<Round>
  leave(): void
}

interface Writer {
  readonly frames: readonly Uint8Array[]
  readonly member: Member
  next: number
  /** When each step that not all have heard yet was sent. */
  readonly sentAt: number[]
}

const REST_MS = 2_000
const SETTLE_MS = 500

/** `drags`: by person; the same in every room, since rooms know nothing of each other. */
export async function gather(
  contender: Contender,
  plan: LoadPlan,
  board: Uint8Array,
  drags: readonly Drag[],
): Promise<Crowd> {
  const { process } = contender
  const paths = await contender.makeRooms(plan.rooms, board)
  const frames = drags.map(({ updates }) => updates.map(updateFrame))
  const writers: Writer[] = []
  const members: Member[] = []
  let latencies: number[] = []
  for (const path of paths) {
    const here = await Promise.all(Array.from({ length: plan.people }, () => join(process.wsUrl + path)))
    members.push(...here)
    const writing = here
      .slice(0, plan.writers)
      .map((member, n): Writer => ({ member, frames: frames[n] ?? [], next: 0, sentAt: [] }))
    writers.push(...writing)
    for (const member of here) {
      listen(member, writing, drags, (ms) => latencies.push(ms))
    }
  }
  await wait(SETTLE_MS)

  async function drag(seconds: number): Promise<Round> {
    const atRest = await cpuAtRest(contender)
    latencies = []
    const [before, from] = [process.cpuMs(), performance.now()]
    const sent = await send(writers, plan.perSecond, seconds)
    await until(() => latencies.length === sent * (plan.people - 1))
    const used = process.cpuMs() - before - atRest * (performance.now() - from)
    const [p50 = 0, p95 = 0, p99 = 0] = [0.5, 0.95, 0.99].map((share) => quantile(latencies, share))
    return { p50, p95, p99, cpuPerUpdate: (1000 * used) / sent }
  }

  return {
    drag,
    leave() {
      for (const member of members) member.leave()
    },
  }
}

/** The server's CPU while nobody does anything, ms a ms. */
async function cpuAtRest({ process }: Contender): Promise<number> {
  const [before, from] = [process.cpuMs(), performance.now()]
  await wait(REST_MS)
  return (process.cpuMs() - before) / (performance.now() - from)
}

/** Notes how long each step of the others took. One message may hold several. */
function listen(
  member: Member,
  writing: readonly Writer[],
  drags: readonly Drag[],
  note: (ms: number) => void,
) {
  const heardUpTo = writing.map(() => 0)
  member.onUpdate(({ client, clock, structs }) => {
    const person = drags.findIndex((drag) => drag.client === client)
    const writer = writing[person]
    // Theirs sends a person's own updates back as well.
    if (!writer || writer.member === member) return
    const now = performance.now()
    const end = (clock + structs) / CLOCKS_PER_STEP
    for (let step = heardUpTo[person] ?? 0; step < end; step++)
      note(now - (writer.sentAt[step] ?? Number.NaN))
    heardUpTo[person] = end
  })
}

async function send(writers: readonly Writer[], perSecond: number, seconds: number): Promise<number> {
  const every = 1000 / perSecond
  const startsAt = performance.now()
  const total = writers.length * perSecond * seconds
  let sent = 0
  while (sent < total) {
    // In turn, each at their place in the interval.
    const due = Math.min(total, ((performance.now() - startsAt) / every) * writers.length)
    for (; sent < due; sent++) step(writers[sent % writers.length])
    await wait(1)
  }
  return sent
}

function step(writer: Writer | undefined) {
  const frame = writer?.frames[writer.next]
  if (!writer || !frame) throw new Error('The drag has no more steps.')
  writer.sentAt[writer.next] = performance.now()
  writer.next += 1
  writer.member.send(frame)
}
