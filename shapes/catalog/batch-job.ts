import type { ComponentKind } from './kind.ts'

export const batchJob: ComponentKind = {
  id: 'batch-job',
  name: 'Batch job',
  synonyms: ['ETL', 'Spark', 'dbt', 'Beam', 'MapReduce', 'nightly job', 'pipeline'],
  code: 'bj',
  group: 'movement',
  zone: 'offline',
  purpose: 'Computes over much data on a schedule: features, labels, aggregates, exports.',
  outline: 'process',
  mark: [{ circle: [6, 6, 5.2] }, { path: 'M6 2.8V6l2.4 1.6' }],
  properties: [
    { id: 'freshness_h', typical: { text: '1 to 24', source: 'engineering judgement' } },
    { id: 'duration_h' },
    { id: 'schedule' },
  ],
  figures: ['every {freshness_h}', 'takes {duration_h}'],
  usualLinks: [
    { to: 'feature-store', mode: 'batch', label: 'features' },
    { to: 'training-dataset', mode: 'batch', label: 'rows' },
    { to: 'warehouse', mode: 'batch', label: 'tables' },
    { to: 'kv-store', mode: 'batch', label: 'results' },
    { to: 'object-store', mode: 'batch', label: 'files' },
    { to: 'two-tower', mode: 'batch', label: 'training set' },
    { to: 'training-job', mode: 'batch', label: 'examples' },
    { to: 'item-tower', mode: 'batch', label: 'item features' },
    { to: 'ann-index', mode: 'batch', label: 'vectors' },
    { to: 'batch-scorer', mode: 'batch', label: 'features' },
    { to: 'offline-eval', mode: 'batch', label: 'outcomes' },
    { to: 'dashboard', mode: 'batch', label: 'metrics' },
    { to: 'drift-monitor', mode: 'batch', label: 'statistics' },
  ],
}
