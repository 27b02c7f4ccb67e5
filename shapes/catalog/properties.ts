import type { PropertyType } from '../../src/domain/propertyType.ts'
import type { NumberRule } from '../../src/domain/units.ts'

export type Property = PropertyType & {
  /** As the inspector shows it. */
  readonly label: string
}

function number(label: string, unit: NumberRule['unit'], limits: Omit<NumberRule, 'unit'> = {}) {
  return { label, type: 'number', rule: { unit, ...limits } } as const
}

function share(label: string) {
  return number(label, 'share', { max: 1 })
}

function text(label: string) {
  return { label, type: 'text' } as const
}

function flag(label: string) {
  return { label, type: 'flag' } as const
}

function list(label: string) {
  return { label, type: 'list' } as const
}

function choice(label: string, choices: readonly string[]) {
  return { label, type: 'choice', choices } as const
}

const WHOLE = { whole: true }
/** How many there are of something that is there. */
const SOME = { min: 1, whole: true }
/** Binary vectors keep one bit of each value. */
const ONE_BIT = { min: 0.125 }

/** Every property by its id. Ids are part of stored boards and of exported designs: they never change. */
const properties = {
  // Load and latency
  qps: number('Requests', 'per second'),
  p99: number('Latency p99', 'ms'),
  replicas: number('Replicas', 'count', SOME),
  sla: number('Latency target', 'ms'),
  fanOut: number('Calls per request', 'count', WHOLE),
  rateLimit: number('Rate limit', 'per second'),
  platform: text('Platform'),
  dau: number('Daily users', 'count', WHOLE),
  requests_day: number('Requests per user', 'per day'),
  algorithm: text('Algorithm'),
  auth: text('Who may call'),
  quota: number('Quota', 'per second'),
  peakFactor: number('Peak over average', 'times', { min: 1 }),
  concurrency: number('Concurrency', 'count', SOME),
  // Stored data
  rows: number('Rows', 'count', WHOLE),
  size: number('Size', 'bytes'),
  shards: number('Shards', 'count', SOME),
  nodes: number('Nodes', 'count', WHOLE),
  edges: number('Edges', 'count', WHOLE),
  degree: number('Edges of a node', 'count'),
  hops: number('Hops at most', 'count', SOME),
  valueBytes: number('Size of a value', 'bytes'),
  partition: text('Partitioned by'),
  format: text('Format'),
  hitRate: share('Hit rate'),
  key: text('Key'),
  ttl: number('Time to live', 's'),
  // Movement
  events: number('Events', 'per second'),
  eventBytes: number('Size of an event', 'bytes'),
  partitions: number('Partitions', 'count', SOME),
  retention_h: number('Retention', 'hours'),
  depth: number('Longest queue', 'count', WHOLE),
  deadLetter: flag('Dead letter queue'),
  window: text('Window'),
  lag_s: number('Lag', 's'),
  stateSize: number('State', 'bytes'),
  schedule: text('Starts'),
  duration_h: number('Duration', 'hours'),
  freshness_h: number('Hours between runs', 'hours'),
  retries: number('Retries', 'count', WHOLE),
  gate: flag('Gated by checks'),
  checks: list('Checks'),
  onFailure: choice('On failure', ['stop', 'quarantine', 'warn']),
  // Features, labels, data sets, training
  mode: choice('Serves', ['online', 'offline', 'both']),
  features: list('Features'),
  entities: list('Entities'),
  featureGroups: number('Feature groups', 'count', SOME),
  window_h: number('Waits for outcomes', 'hours'),
  delay_h: number('Outcome comes after', 'hours'),
  labels_day: number('Labels', 'per day'),
  labelCost: number('US$ per label', 'count'),
  agreement: share('Agreement'),
  inflow_day: number('Cases in', 'per day'),
  capacity_day: number('Cases decided', 'per day'),
  items_day: number('Items checked', 'per day'),
  bandShare: share('Share of unsure'),
  reviewers: number('Reviewers', 'count', SOME),
  cases_day: number('One reviewer decides', 'per day'),
  answer_h: number('Decided within', 'hours'),
  positiveRate: share('Share of positives'),
  negativesKept: share('Negatives kept'),
  impressions_day: number('Impressions', 'per day'),
  days: number('Days of data', 'count', SOME),
  dateRange: text('Dates'),
  split: text('Split'),
  cost: text('Cost of a run'),
  metrics: list('Metrics'),
  slices: list('Slices'),
  threshold: text('Threshold'),
  version: text('Version'),
  lifecycle: choice('Stage', ['candidate', 'staging', 'production', 'archived']),
  lineage: text('Lineage'),
  gpus: number('GPUs', 'count', SOME),
  gpuType: text('Type'),
  utilisation: share('Utilisation'),
  trials: number('Trials', 'count', SOME),
  budget: text('Budget'),
  searchMethod: text('Search'),
  runs: number('Training runs', 'count', WHOLE),
  // Models
  task: choice('Task', ['classification', 'regression', 'ranking', 'retrieval', 'generation']),
  loss: text('Loss'),
  params: number('Parameters', 'count', WHOLE),
  calibrated: flag('Calibrated'),
  calibration: choice('Method', ['Platt', 'isotonic', 'temperature']),
  ece: share('Calibration error'),
  dim: number('Dimension', 'count', SOME),
  bytes: number('Bytes per value', 'bytes', ONE_BIT),
  precomputed: flag('Computed ahead'),
  source: text('Source'),
  itemsIn: number('Items in', 'count', WHOLE),
  itemsOut: number('Items out', 'count', WHOLE),
  recall: share('Recall'),
  costPerItemUs: number('Cost per item', 'µs'),
  lanes: number('Lanes side by side', 'count', SOME),
  stage: choice('Stage', ['light', 'heavy']),
  adds: flag('Adds items'),
  heads: list('Predicts'),
  rules: list('Rules'),
  combines: choice('Decides by', ['threshold', 'auction', 'weighted-sum', 'bandit']),
  costMatrix: text('Cost of each error'),
  // Serving
  items: number('Items', 'count', WHOLE),
  codeBytes: number('Quantised vector', 'bytes', ONE_BIT),
  refresh_h: number('Hours between rebuilds', 'hours'),
  acl: flag('Filters by access rights'),
  batch: number('Batch size', 'count', SOME),
  ram: number('Memory', 'bytes'),
  trigger: text('Takes over when'),
  quality: text('What is lost'),
  // Release and observability
  hpaMetric: text('Scales by'),
  unit: text('Unit of assignment'),
  trafficSplit: text('Traffic split'),
  baseRate: share('Rate today'),
  effect: share('Change to see'),
  duration_d: number('Days', 'count', { min: 1 }),
  mirrored: share('Share mirrored'),
  guardrails: list('Guardrail metrics'),
  canary: flag('Canary release'),
  tests: list('Tests'),
  fields: list('Logged fields'),
  sampleRate: share('Share logged'),
  signals: list('Signals'),
  charts: list('Charts'),
  owner: text('Who reacts'),
  action: text('Action'),
  // LLM and RAG
  chunkTokens: number('Tokens in a chunk', 'count', SOME),
  overlapTokens: number('Overlap in tokens', 'count', WHOLE),
  promptTokens: number('Tokens in the prompt', 'count', SOME),
  passages: number('Passages', 'count', WHOLE),
  contextTokens: number('Context window', 'count', SOME),
  ttft: number('First token after', 'ms'),
  tokens_s: number('Tokens', 'per second'),
  tokenPrice: number('US$ per 1k tokens', 'count'),
  policies: list('Policies'),
  guards: choice('Checks', ['input', 'output', 'both']),
  sideEffects: flag('Changes something'),
  confirmed: flag('Confirmed first'),
} as const satisfies Readonly<Record<string, Property>>

export type PropertyId = keyof typeof properties

/** The property of that id; undefined for one that this version does not know. */
export function findProperty(id: string): Property | undefined {
  return Object.hasOwn(properties, id) ? properties[id as PropertyId] : undefined
}
