import type { ComponentKind } from './kind.ts'

export const featureStore: ComponentKind = {
  id: 'feature-store',
  name: 'Feature store',
  synonyms: ['Feast', 'Tecton', 'online features', 'offline features', 'feature platform'],
  code: 'fs',
  group: 'features',
  zone: 'online',
  purpose:
    'One definition of each feature, served twice: fast by key when scoring, as of a time when training.',
  outline: 'cylinder-split',
  mark: [{ path: 'M7 1.5c-1.7-.8-2.7.1-3 1.9L2.9 9.8c-.2 1.2-.9 1.7-1.9 1.3M1.8 4.8h4.4M7 6l4 5M11 6l-4 5' }],
  properties: [
    { id: 'mode' },
    { id: 'features' },
    { id: 'entities' },
    { id: 'freshness_h' },
    {
      id: 'qps',
      typical: {
        text: 'DoorDash: over 20M reads/s of billions of records in 2020, for 900k predictions/s',
        source: 'DoorDash engineering blog on its feature store',
      },
    },
    {
      id: 'p99',
      typical: {
        text: '5 to 20 ms for the online reads of a request',
        source: 'engineering judgement',
      },
    },
    { id: 'featureGroups', typical: { text: '1 to 5 rows of an item', source: 'engineering judgement' } },
  ],
  figures: ['p99 {p99}', '{mode}', '{features} features'],
  usualLinks: [
    { to: 'training-dataset', mode: 'batch', label: 'features as of the event' },
    { to: 'data-validation', mode: 'batch', label: 'features to check' },
    { to: 'model-server', mode: 'sync', label: 'features' },
    { to: 'ranker', mode: 'sync', label: 'features' },
    { to: 'orchestrator', mode: 'sync', label: 'features' },
    { to: 'drift-monitor', mode: 'batch', label: 'statistics' },
    { to: 'funnel', mode: 'sync', label: 'features' },
    { to: 'two-tower', mode: 'sync', label: 'user features' },
    { to: 'query-tower', mode: 'sync', label: 'user features' },
    { to: 'model', mode: 'sync', label: 'features' },
    { to: 'service', mode: 'sync', label: 'features' },
    { to: 'item-tower', mode: 'batch', label: 'item features' },
    { to: 'training-job', mode: 'batch', label: 'features' },
    { to: 'batch-scorer', mode: 'batch', label: 'features' },
    { to: 'rules-filter', mode: 'sync', label: 'attributes' },
    { to: 'policy', mode: 'sync', label: 'features' },
    { to: 'reranker', mode: 'sync', label: 'features' },
    { to: 'calibrator', mode: 'sync', label: 'context' },
  ],
  suspiciousLinks: [],
  watchOut: [
    'An online model that reads the offline side waits for seconds or reads yesterday’s values.',
    'If training computes a feature from another definition than serving, the model meets values that it never learned.',
  ],
}
