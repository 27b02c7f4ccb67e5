import type { ComponentKind } from './kind.ts'

export const orchestrator: ComponentKind = {
  id: 'orchestrator',
  name: 'Recommendation service',
  synonyms: [
    'orchestrator',
    'mixer',
    'blender',
    'search service',
    'scoring service',
    'feed service',
    'aggregator',
  ],
  code: 'or',
  group: 'entry',
  zone: 'online',
  purpose:
    'Runs one request through retrieval, features, ranking and rules, within its latency target, with a fallback.',
  outline: 'process-bold',
  mark: [
    { circle: [6, 6, 1.8], fill: 'solid' },
    { path: 'M4.8 4.8 3 3M7.2 4.8 9 3M4.8 7.2 3 9M7.2 7.2 9 9' },
    { circle: [2, 2, 1.3] },
    { circle: [10, 2, 1.3] },
    { circle: [2, 10, 1.3] },
    { circle: [10, 10, 1.3] },
  ],
  properties: [
    {
      id: 'sla',
      typical: {
        text: 'feeds and ads: p95 of 100 to 200 ms from end to end',
        source: 'published system overviews',
      },
    },
    { id: 'qps' },
    { id: 'p99', typical: { text: 'own work 5 to 20 ms', source: 'engineering judgement' } },
    { id: 'replicas' },
    { id: 'fanOut' },
  ],
  figures: ['SLA {sla}', 'p99 {p99}', '{qps}'],
  usualLinks: [
    { to: 'feature-store', mode: 'sync', label: 'features' },
    { to: 'candidate-generator', mode: 'sync', label: 'candidates' },
    { to: 'query-tower', mode: 'sync', label: 'context' },
    { to: 'ann-index', mode: 'sync', label: 'top k' },
    { to: 'ranker', mode: 'sync', label: 'score' },
    { to: 'funnel', mode: 'sync', label: 'request' },
    { to: 'model-server', mode: 'sync', label: 'predict' },
    { to: 'fallback', mode: 'sync', label: 'on timeout' },
    { to: 'ab-platform', mode: 'sync', label: 'variant' },
    { to: 'prediction-log', mode: 'stream', label: 'served features, scores' },
  ],
}
