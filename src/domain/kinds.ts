/** The words of a design: groups, zones, link modes, kinds and properties, by id. The catalog says what each looks like. */

export const GROUP_IDS = [
  'entry',
  'storage',
  'movement',
  'features',
  'training',
  'models',
  'serving',
  'release',
  'observability',
  'llm',
] as const
export type GroupId = (typeof GROUP_IDS)[number]

/** online: in the request path. nearline: streaming, seconds to minutes. offline: batch. ops: release, experiment, observability. */
export const ZONES = ['online', 'nearline', 'offline', 'ops'] as const
export type Zone = (typeof ZONES)[number]

/** sync: request and answer. stream: events. batch: scheduled copy or job. control: deploy, trigger, config. */
export const LINK_MODES = ['sync', 'stream', 'batch', 'control'] as const
export type LinkMode = (typeof LINK_MODES)[number]

/** Every kind that rules, drills and problems may name, in the order lists show them. A board may hold others too. */
export const KIND_IDS = [
  'client',
  'cdn',
  'load-balancer',
  'api-gateway',
  'service',
  'orchestrator',
  'external-system',
  'sql-db',
  'kv-store',
  'object-store',
  'warehouse',
  'cache',
  'search-index',
  'graph-store',
  'embedding-store',
  'event-stream',
  'queue',
  'stream-processor',
  'batch-job',
  'scheduler',
  'data-validation',
  'feature-store',
  'label-joiner',
  'labelling',
  'human-review',
  'training-dataset',
  'training-job',
  'gpu-pool',
  'hp-tuner',
  'experiment-tracker',
  'offline-eval',
  'model-registry',
  'heuristic',
  'model',
  'encoder',
  'query-tower',
  'item-tower',
  'two-tower',
  'candidate-generator',
  'ranker',
  'reranker',
  'rules-filter',
  'calibrator',
  'policy',
  'model-server',
  'ann-index',
  'batch-scorer',
  'fallback',
  'edge-model',
  'ab-platform',
  'shadow',
  'ci-cd',
  'k8s-cluster',
  'prediction-log',
  'drift-monitor',
  'dashboard',
  'alert',
  'chunker',
  'prompt-builder',
  'llm',
  'guardrail',
  'tool',
] as const
