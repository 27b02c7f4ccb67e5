import { boardUpdate, recordDrag } from './boardUpdates.ts'
import { startBoth, startRelay } from './contenders.ts'
import { compareRow, HEAD, median, type Reach, say, table } from './figures.ts'
import { gather, type LoadPlan, type Round } from './load.ts'

const ROUNDS = 3
const ROUND_S = 6
const WARM_UP_S = 3
const SHAPES = 200

export const MANY_ROOMS: LoadPlan = { rooms: 200, people: 2, writers: 2, perSecond: 10 }
const ONE_ROOM: LoadPlan = { rooms: 1, people: 10, writers: 1, perSecond: 30 }

const NAMES = ['ours', 'theirs', 'relay'] as const
type Rounds = Record<(typeof NAMES)[number], Round[]>

async function measure(plan: LoadPlan): Promise<Rounds> {
  const [both, relay] = await Promise.all([startBoth(), startRelay()])
  const all = { ...both, relay }
  const board = boardUpdate(SHAPES)
  const steps = plan.perSecond * (WARM_UP_S + ROUNDS * ROUND_S)
  const drags = Array.from({ length: plan.writers }, (_, person) => recordDrag(board, person, steps))
  const crowds = {
    ours: await gather(all.ours, plan, board, drags),
    theirs: await gather(all.theirs, plan, board, drags),
    relay: await gather(all.relay, plan, board, drags),
  }
  const rounds: Rounds = { ours: [], theirs: [], relay: [] }
  for (const name of NAMES) await crowds[name].drag(WARM_UP_S)
  for (let round = 0; round < ROUNDS; round++) {
    for (const name of NAMES) rounds[name].push(await crowds[name].drag(ROUND_S))
  }
  for (const name of NAMES) {
    crowds[name].leave()
    await all[name].stop()
  }
  return rounds
}

interface Reaches {
  readonly p99: Reach
  readonly cpu?: Reach
}

function report({ ours, theirs, relay }: Rounds, { p99, cpu }: Reaches) {
  const of = (rounds: readonly Round[], key: keyof Round) => median(rounds.map((round) => round[key]))
  const row = (name: string, key: keyof Round, reach?: Reach) =>
    compareRow(name, of(ours, key), of(theirs, key), reach)
  const bare = of(relay, 'p99')
  say(
    table([
      HEAD,
      row('from one person to the other, p50, ms', 'p50'),
      row('p95, ms', 'p95'),
      row('p99, ms', 'p99'),
      compareRow(
        `beyond a relay that does nothing (${bare.toFixed(2)}), p99, ms`,
        of(ours, 'p99') - bare,
        of(theirs, 'p99') - bare,
        p99,
      ),
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
