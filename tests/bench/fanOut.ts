import { boardUpdate, recordDrag } from './boardUpdates.ts'
import { startBoth } from './contenders.ts'
import { compareRow, HEAD, median, type Reach, say, table } from './figures.ts'
import { gather, type LoadPlan, type Round } from './load.ts'

const ROUNDS = 3
const ROUND_S = 6
const WARM_UP_S = 3
const SHAPES = 200

export const MANY_ROOMS: LoadPlan = { rooms: 200, people: 2, writers: 2, perSecond: 10 }
const ONE_ROOM: LoadPlan = { rooms: 1, people: 10, writers: 1, perSecond: 30 }

type Rounds = Record<'ours' | 'theirs', Round[]>

async function measure(plan: LoadPlan): Promise<Rounds> {
  const both = await startBoth()
  const board = boardUpdate(SHAPES)
  const steps = plan.perSecond * (WARM_UP_S + ROUNDS * ROUND_S)
  const drags = Array.from({ length: plan.writers }, (_, person) => recordDrag(board, person, steps))
  const crowds = {
    ours: await gather(both.ours, plan, board, drags),
    theirs: await gather(both.theirs, plan, board, drags),
  }
  const rounds: Rounds = { ours: [], theirs: [] }
  for (const who of ['ours', 'theirs'] as const) await crowds[who].drag(WARM_UP_S)
  for (let round = 0; round < ROUNDS; round++) {
    for (const who of ['ours', 'theirs'] as const) rounds[who].push(await crowds[who].drag(ROUND_S))
  }
  for (const who of ['ours', 'theirs'] as const) {
    crowds[who].leave()
    await both[who].stop()
  }
  return rounds
}

interface Reaches {
  readonly p99: Reach
  readonly cpu?: Reach
}

function report({ ours, theirs }: Rounds, { p99, cpu }: Reaches) {
  const row = (name: string, key: keyof Round, reach?: Reach) =>
    compareRow(
      name,
      median(ours.map((round) => round[key])),
      median(theirs.map((round) => round[key])),
      reach,
    )
  say(
    table([
      HEAD,
      row('from one person to the other, p50, ms', 'p50'),
      row('p95, ms', 'p95'),
      row('p99, ms', 'p99', p99),
      row("the server's CPU per update, µs", 'cpuPerUpdate', cpu),
    ]),
  )
}

/** How long an edit takes from one client to the next, and what it costs the server. */
export async function benchFanOut(): Promise<void> {
  say(`\n200 rooms × 2 people × 10 edits a second; median of ${ROUNDS} rounds`)
  report(await measure(MANY_ROOMS), { p99: { ours: 5 }, cpu: { ratio: 1.4 } })
  say(`\n1 room, 10 people, one drags at 30 edits a second; median of ${ROUNDS} rounds`)
  report(await measure(ONE_ROOM), { p99: { ours: 5 } })
}
