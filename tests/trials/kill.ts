import { say, table } from '../bench/figures.ts'
import { startServer, type TestServer } from '../helpers/startServer.ts'
import { createRoom } from '../helpers/syncClient.ts'
import { chance } from '../sync/chance.ts'
import { newcomer } from './newcomer.ts'
import { defineTrial } from './trial.ts'
import { editsIn, gather } from './writers.ts'

interface KillOptions {
  readonly rounds: number
  readonly perSecond: number
  readonly seed: number
  /** SIGTERM asks the server to stop; SIGKILL does not ask. */
  readonly signal?: 'SIGKILL' | 'SIGTERM'
}

interface KillCounts {
  readonly rounds: number
  readonly sent: number
  readonly seen: number
  readonly acked: number
  /** Edits that were seen or acknowledged and are gone. */
  readonly lost: readonly string[]
  /** Exit codes other than 0 of a server that was asked to stop. */
  readonly badExits: readonly (number | null)[]
}

const WRITERS = 2
const LONGEST_ROUND_MS = 1_000
/** Nobody is read more slowly: the rate is the trial's. */
const UNBRAKED = { MESSAGES_PER_SECOND: '100000' }

/** Ends a server at random moments amid writing, and looks each time what it kept. */
export async function killRounds(options: KillOptions): Promise<KillCounts> {
  const { rounds, perSecond, seed, signal = 'SIGKILL' } = options
  const pick = chance(seed)
  const server = await startServer({ env: UNBRAKED })
  const total = {
    rounds,
    sent: 0,
    seen: 0,
    acked: 0,
    lost: [] as string[],
    badExits: [] as (number | null)[],
  }
  try {
    const { room, tokens } = await createRoom(server.url)
    const url = `${server.wsUrl}/sync/${room}/board`
    const promised = new Set<string>()
    for (let round = 0; round < rounds; round++) {
      const crowd = await gather(url, tokens.editor ?? '', WRITERS, String(round))
      const writing = crowd.write(perSecond)
      await new Promise((resolve) => setTimeout(resolve, 20 + pick(LONGEST_ROUND_MS)))
      const code = await end(server, signal)
      writing.stop()
      await crowd.closed
      const { seen, acked } = crowd.promised()
      for (const key of [...seen, ...acked]) promised.add(key)
      total.sent += crowd.sent()
      total.seen += seen.size
      total.acked += acked.size
      if (signal === 'SIGTERM' && code !== 0) total.badExits.push(code)
      await server.restart()
      // What earlier rounds promised must be there too.
      const kept = new Set(editsIn(await newcomer(url, tokens.observer ?? '')))
      total.lost = [...promised].filter((key) => !kept.has(key))
      if (total.lost.length > 0) break
    }
  } finally {
    await server.stop()
  }
  return total
}

async function end(server: TestServer, signal: 'SIGKILL' | 'SIGTERM'): Promise<number | null> {
  if (signal === 'SIGTERM') return server.terminate()
  await server.kill()
  return null
}

/** Of every 110 rounds, the burst gets 10 and the two rates share the rest. */
const MIX = [
  [100, 50],
  [1_000, 50],
  [8_000, 10],
] as const
const MIXED_ROUNDS = 110

export const kill = defineTrial({
  name: 'kill',
  proves: 'what was acknowledged, or seen by somebody else, survives kill -9',
  numbers: {
    rounds: { usual: MIXED_ROUNDS, least: 1, most: 10_000, what: 'how often the server is killed' },
    rate: { usual: 0, least: 0, most: 100_000, what: 'edits a second; 0: 100, 1,000 and bursts of 8,000' },
    seed: { usual: 1, least: 0, most: 2 ** 31 - 1, what: 'decides the moments' },
  },
  async run({ rounds, rate, seed }) {
    const share = (part: number) => Math.max(1, Math.round((rounds * part) / MIXED_ROUNDS))
    const parts =
      rate > 0 ? [[rate, rounds] as const] : MIX.map(([each, part]) => [each, share(part)] as const)
    const rows = [['edits a second', 'kills', 'sent', 'seen by others', 'acknowledged', 'lost']]
    let lost = 0
    let promised = 0
    for (const [perSecond, times] of parts) {
      const counts = await killRounds({ rounds: times, perSecond, seed })
      rows.push([perSecond, times, counts.sent, counts.seen, counts.acked, counts.lost.length].map(String))
      lost += counts.lost.length
      promised += counts.seen + counts.acked
    }
    say(table(rows))
    return [
      ...(lost > 0 ? [`${lost} edits that were acknowledged or seen are gone.`] : []),
      ...(promised === 0 ? ['Nothing was acknowledged or seen, so nothing was tried.'] : []),
    ]
  },
})
