import { groupBy } from '../groupBy.ts'
import { formatCount, formatNumber, formatWhole } from '../units.ts'
import type { Estimate } from './estimator.ts'
import { FIGURES } from './figures.ts'
import type { Input } from './quantity.ts'

/** How people call what can be reckoned from a board. */
export const ESTIMATE_WORDS: Readonly<Record<string, string>> = {
  'average-request-rate': 'Requests, average',
  'peak-request-rate': 'Requests, peak',
  'call-path-latency': 'Call path p99',
  'latency-headroom': 'Headroom',
  'request-rate': 'Requests reaching it',
  'replicas-needed': 'Replicas needed',
  'stage-reduction': 'Narrows',
  'stage-cut': 'Items dropped',
  'recall-bound': 'Recall at most',
  'scoring-time': 'Scoring a request',
  'busy-cores': 'Busy cores',
  'feature-reads': 'Rows read',
  'vector-memory': 'Vectors, raw',
  'hnsw-memory': 'HNSW index',
  'pq-memory': 'PQ index',
  'stream-volume': 'Stream volume',
  'stored-volume': 'Kept of the stream',
  'training-rows': 'Training rows',
  'positive-rows': 'Positive rows',
  'true-positive-rate': 'True rate',
  'corrected-score': 'Score corrected',
  precision: 'Precision',
  recall: 'Recall',
  f1: 'F1',
  accuracy: 'Accuracy',
  'error-cost': 'Cost of errors',
  'sample-size-per-arm': 'People per arm',
  'experiment-days': 'Runs for at least',
  'review-inflow': 'Cases a day',
  'review-load': 'Load of reviewers',
  'reviewers-needed': 'Reviewers needed',
}

const PERCENTAGES: readonly string[] = ['latency-headroom', 'stage-cut']
/** Counted one by one, and so written out: 760,000 users. */
const COUNTED: Readonly<Record<string, string>> = {
  'busy-cores': '',
  'replicas-needed': '',
  'reviewers-needed': '',
  'sample-size-per-arm': ' users',
}

/** A figure as it is shown everywhere: `51.2 GB`, `38.5 %`, `760,000 users`; undefined is said as “–”. */
export function estimateText({ name, value, unit }: Pick<Estimate, 'name' | 'value' | 'unit'>): string {
  if (value === null) return '–'
  if (PERCENTAGES.includes(name)) return `${percent(value)} %`
  const counted = COUNTED[name]
  return counted === undefined ? formatNumber(value, unit) : `${formatWhole(value)}${counted}`
}

/** Next to all is not all: 0.9999 is 99.99. */
function percent(share: number): string {
  const shown = Number((share * 100).toPrecision(3))
  return String(shown === 100 && share < 1 ? Number((share * 100).toPrecision(6)) : shown)
}

/** The latency of a call path beside its target: “123 of 200 ms”. */
export function latencyText(latency: Pick<Estimate, 'name' | 'value' | 'unit'>, sla: number | null): string {
  if (latency.value === null || sla === null) return estimateText(latency)
  return `${formatCount(latency.value)} of ${formatNumber(sla, 'ms')}`
}

/**
 * What a figure was worked out from, part by part: “Ranker: items in 10k, cost per item 5 µs”. A part that is
 * the only one need not be named.
 */
export function inputTexts(inputs: readonly Input[], { isNamed }: { readonly isNamed: boolean }): string[] {
  const parts = [...groupBy(inputs, ({ at, label }) => JSON.stringify([at, label])).values()]
  return parts.map((ofPart) => {
    const figures = ofPart.map(inputText).join(', ')
    return parts.length > 1 || isNamed ? `${ofPart[0]?.label}: ${figures}` : figures
  })
}

function inputText({ property, value }: Input): string {
  const figure = Object.hasOwn(FIGURES, property) ? FIGURES[property as keyof typeof FIGURES] : undefined
  return `${figure?.name ?? property} ${formatNumber(value, figure?.rule.unit ?? 'count')}`
}
