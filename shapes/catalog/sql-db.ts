import type { ComponentKind } from './kind.ts'

export const sqlDb: ComponentKind = {
  id: 'sql-db',
  name: 'Relational DB',
  synonyms: ['SQL', 'Postgres', 'PostgreSQL', 'MySQL', 'OLTP', 'relational database', 'RDS'],
  code: 'db',
  group: 'storage',
  zone: 'online',
  purpose: 'System of record with transactions: users, items, orders. Training reads a copy, never it.',
  outline: 'cylinder',
  mark: [{ rect: [0.8, 1.4, 10.4, 9.2, 1] }, { path: 'M.8 4.5h10.4M.8 7.6h10.4M4.4 4.5v6.1' }],
  properties: [
    { id: 'rows' },
    { id: 'qps' },
    {
      id: 'p99',
      typical: {
        text: 'indexed read 1 to 10 ms; from disk about 5 ms',
        source: 'latency ladders by leetdezine and crackedjava',
      },
    },
    { id: 'replicas' },
  ],
  figures: ['{rows} rows', 'p99 {p99}'],
  usualLinks: [
    { to: 'event-stream', mode: 'stream', label: 'changes (CDC)' },
    { to: 'search-index', mode: 'stream', label: 'changed items' },
    { to: 'object-store', mode: 'batch', label: 'nightly export' },
    { to: 'warehouse', mode: 'batch', label: 'nightly export' },
    { to: 'cache', mode: 'stream', label: 'invalidation' },
    { to: 'batch-job', mode: 'batch', label: 'tables' },
    { to: 'data-validation', mode: 'batch', label: 'tables' },
    { to: 'feature-store', mode: 'batch', label: 'attributes' },
    { to: 'candidate-generator', mode: 'sync', label: 'items' },
    { to: 'item-tower', mode: 'batch', label: 'items' },
    { to: 'graph-store', mode: 'batch', label: 'edges' },
    { to: 'label-joiner', mode: 'batch', label: 'outcomes' },
    { to: 'two-tower', mode: 'batch', label: 'items' },
  ],
  suspiciousLinks: [
    {
      to: 'training-job',
      mode: 'batch',
      why: 'Does training scan the database that serves users? Train from an export in the lake or the warehouse.',
    },
    {
      to: 'training-dataset',
      mode: 'batch',
      why: 'Is the training set read from the live database? It knows only the present: export snapshots, or log what was served.',
    },
    {
      from: 'ranker',
      mode: 'sync',
      why: 'Does the ranker read the database for each item? Read all features of a request at once, from an online store.',
    },
  ],
  watchOut: [],
}
