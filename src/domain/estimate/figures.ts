import type { NumberRule } from '../units.ts'

interface Figure {
  readonly rule: NumberRule
  /** As a sentence calls it: “Ranker” has no <name>. */
  readonly name: string
}

function figure(name: string, unit: NumberRule['unit'], limits: Omit<NumberRule, 'unit'> = {}): Figure {
  return { name, rule: { unit, ...limits } }
}

const SHARE = { max: 1 }

/** Every figure that an estimate starts from, by the property or the field of a card that it is written in. */
export const FIGURES = {
  sla: figure('latency target', 'ms'),
  p99: figure('p99', 'ms'),
  qps: figure('requests a second', 'per second'),
  hitRate: figure('hit rate', 'share', SHARE),
  dau: figure('daily users', 'count'),
  requests_day: figure('requests per user and day', 'per day'),
  peakFactor: figure('peak factor', 'times'),
  replicas: figure('replicas', 'count'),
  concurrency: figure('requests at once', 'count'),
  utilisation: figure('utilisation', 'share', SHARE),
  itemsIn: figure('items in', 'count'),
  itemsOut: figure('items out', 'count'),
  recall: figure('recall', 'share', SHARE),
  costPerItemUs: figure('cost per item', 'µs'),
  lanes: figure('lanes', 'count'),
  items: figure('items', 'count'),
  dim: figure('dimension', 'count'),
  bytes: figure('bytes per value', 'bytes'),
  codeBytes: figure('size of a code', 'bytes'),
  m: figure('links of a vector', 'count'),
  featureGroups: figure('feature groups', 'count'),
  events: figure('events a second', 'per second'),
  eventBytes: figure('size of an event', 'bytes'),
  retention_d: figure('days kept', 'days'),
  impressions_day: figure('impressions a day', 'per day'),
  days: figure('days of data', 'count'),
  sampleRate: figure('share that is kept', 'share', SHARE),
  rows: figure('rows', 'count'),
  positiveRate: figure('share of positives', 'share', SHARE),
  negativesKept: figure('share of negatives kept', 'share', SHARE),
  score: figure('score of the model', 'share', SHARE),
  baseRate: figure('rate before the change', 'share', SHARE),
  effect: figure('smallest change to see', 'share', SHARE),
  arms: figure('arms', 'count'),
  users_day: figure('people a day', 'per day'),
  tp: figure('true positives', 'count'),
  fp: figure('false positives', 'count'),
  fn: figure('false negatives', 'count'),
  tn: figure('true negatives', 'count'),
  costFp: figure('cost of a false positive', 'count'),
  costFn: figure('cost of a false negative', 'count'),
  items_day: figure('items a day', 'per day'),
  bandShare: figure('share of unsure cases', 'share', SHARE),
  inflow_day: figure('cases in a day', 'per day'),
  capacity_day: figure('cases decided a day', 'per day'),
  reviewers: figure('reviewers', 'count'),
  cases_day: figure('cases of a reviewer a day', 'per day'),
} as const satisfies Readonly<Record<string, Figure>>

export type FigureId = keyof typeof FIGURES
