import type { DesignNode } from '../design.ts'
import { type Calls, circleMissing, subjectOf } from './calls.ts'
import { withoutNoise } from './formula.ts'
import { postOrder } from './graph.ts'
import {
  assumed,
  compute,
  counted,
  derived,
  drawn,
  drawnOr,
  hasFigure,
  type Quantity,
  type Subject,
} from './quantity.ts'
import { PEAK_FACTOR, peakRate } from './requestRate.ts'

/** What answers a share of the requests itself, if its hit rate is written on it. */
const CACHES: readonly string[] = ['cache', 'cdn']

/**
 * Requests a second at every node on a call path: the sum of what its callers pass on, unless the node says
 * itself. A cache passes on what it does not hit.
 *
 * 20 k at the client are 20 k at what it calls, and 40 k at a store that two of them read.
 */
export function callRates(calls: Calls): Map<string, Quantity> {
  const order = postOrder(
    calls.roots.map(({ id }) => id),
    (id) => calls.of(id).map(({ to }) => to),
  ).toReversed()
  const inCircle = new Map(calls.circles.flatMap((circle) => circle.map((id) => [id, circle] as const)))
  const roots = new Set(calls.roots.map(({ id }) => id))
  const coming = new Map<string, Quantity[]>()
  const rates = new Map<string, Quantity>()
  for (const id of order) {
    const node = calls.nodes.get(id)
    if (!node) continue
    const circle = inCircle.get(id)
    const summed = circle ? circleMissing(circle, calls) : sum(coming.get(id) ?? [])
    const rate = roots.has(id) ? rootRate(subjectOf(node)) : drawnOr(subjectOf(node), 'qps', summed)
    rates.set(id, rate)
    const passed = passedOn(node, rate)
    for (const { to } of calls.of(id)) {
      const parts = coming.get(to)
      if (parts) parts.push(passed)
      else coming.set(to, [passed])
    }
  }
  return rates
}

/** What a client sends at the peak: as it says, or from its users. */
function rootRate(client: Subject): Quantity {
  if (hasFigure(client, 'qps') || !hasUsers(client)) return drawn(client, 'qps')
  return compute(peakRate, {
    dau: drawn(client, 'dau'),
    requests_day: drawn(client, 'requests_day'),
    peakFactor: peakFactorOf(client),
  })
}

export function hasUsers(client: Subject): boolean {
  return hasFigure(client, 'dau') || hasFigure(client, 'requests_day')
}

export function peakFactorOf(client: Subject): Quantity {
  return drawnOr(client, 'peakFactor', assumed(PEAK_FACTOR, `The peak is ${PEAK_FACTOR} times the average.`))
}

function passedOn(node: DesignNode, rate: Quantity): Quantity {
  const subject = subjectOf(node)
  if (!CACHES.includes(node.kind) || !hasFigure(subject, 'hitRate')) return rate
  const hits = drawn(subject, 'hitRate')
  const known = rate.value !== null && hits.value !== null
  return derived(known ? withoutNoise((rate.value ?? 0) * (1 - (hits.value ?? 0))) : null, [rate, hits])
}

function sum(parts: readonly Quantity[]): Quantity {
  const values = parts.map(({ value }) => value).filter((value) => value !== null)
  const isKnown = parts.length > 0 && values.length === parts.length
  return counted(derived(isKnown ? withoutNoise(values.reduce((a, b) => a + b)) : null, parts))
}
