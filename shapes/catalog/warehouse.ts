import type { ComponentKind } from './kind.ts'

export const warehouse: ComponentKind = {
  id: 'warehouse',
  name: 'Warehouse',
  synonyms: ['data warehouse', 'BigQuery', 'Snowflake', 'Redshift', 'Hive', 'OLAP'],
  code: 'dw',
  group: 'storage',
  zone: 'offline',
  purpose: 'Tables for analysts and batch queries: labels, metrics, reports. Seconds to minutes a query.',
  outline: 'cylinder',
  mark: [{ path: 'M.9 11.2V4.4L6 .9l5.1 3.5v6.8M3.4 11.2V6.4h5.2v4.8M3.4 8.8h5.2' }],
  properties: [
    { id: 'size' },
    { id: 'freshness_h' },
    { id: 'p99', typical: { text: 'seconds to minutes a query', source: 'engineering judgement' } },
  ],
  figures: ['{size}', 'every {freshness_h}'],
  usualLinks: [
    { to: 'batch-job', mode: 'batch', label: 'tables' },
    { to: 'dashboard', mode: 'batch', label: 'metrics' },
    { to: 'training-dataset', mode: 'batch', label: 'labels' },
    { to: 'label-joiner', mode: 'batch', label: 'outcomes' },
    { to: 'feature-store', mode: 'batch', label: 'aggregates' },
    { to: 'data-validation', mode: 'batch', label: 'tables' },
    { to: 'training-job', mode: 'batch', label: 'examples' },
    { to: 'two-tower', mode: 'batch', label: 'training set' },
    { to: 'batch-scorer', mode: 'batch', label: 'items to score' },
    { to: 'offline-eval', mode: 'batch', label: 'outcomes' },
    { to: 'drift-monitor', mode: 'batch', label: 'reference' },
    { to: 'labelling', mode: 'batch', label: 'sample' },
  ],
  suspiciousLinks: [
    {
      from: 'service',
      mode: 'sync',
      why: 'Does a user wait for the warehouse? Its queries take seconds to minutes: copy the result into a key-value store.',
    },
    {
      from: 'ranker',
      mode: 'sync',
      why: 'Does the ranker wait for the warehouse? Put the features into an online store.',
    },
    {
      from: 'model-server',
      mode: 'sync',
      why: 'Does a prediction wait for the warehouse? Put the features into an online store.',
    },
  ],
  watchOut: [],
}
