import type { Design } from '../design.ts'
import { type CallPath, callPaths } from './callPath.ts'
import { readCalls } from './calls.ts'
import { latencyTarget } from './latencyTarget.ts'

/** What a latency budget shows of a design. */
export interface SlowestPath {
  /** What is waited for, from the first on; ms for all its times together, null where no p99 is written. */
  readonly hops: readonly { readonly label: string; readonly times: number; readonly p99: number | null }[]
  /** ms: what the hops with a p99 add up to. */
  readonly known: number
  /** ms */
  readonly sla: number | null
  /** What keeps the sum from being known, a sentence each. */
  readonly missing: readonly string[]
}

export const NO_PATH: SlowestPath = { hops: [], known: 0, sla: null, missing: [] }

/** The call path of a design that takes longest by what is known of it. */
export function slowestPath(design: Design): SlowestPath {
  const found = callPaths(design, readCalls(design)).map((path) => ({ path, known: knownLatency(path) }))
  const [slowest] = found.sort((a, b) => b.known - a.known)
  if (!slowest) return NO_PATH
  const { path, known } = slowest
  return {
    hops: path.hops.map(({ label, times, each }) => ({
      label,
      times,
      p99: each.value === null || each.missing.length > 0 ? null : countable(each.value * times),
    })),
    known,
    sla: latencyTarget(design, path.reached).value,
    missing: path.latency.missing.map(({ why }) => why),
  }
}

function countable(ms: number): number | null {
  return Number.isFinite(ms) ? ms : null
}

function knownLatency({ hops }: CallPath): number {
  const sum = hops.reduce((ms, { each, times }) => ms + (each.value ?? 0) * times, 0)
  return Number.isFinite(sum) ? Number(sum.toPrecision(15)) : 0
}
