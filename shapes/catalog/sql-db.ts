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
      typical: { text: 'indexed read 1 to 10 ms; from disk about 5 ms', source: 'common latency tables' },
    },
    { id: 'replicas' },
  ],
  figures: ['{rows} rows', 'p99 {p99}'],
  usualLinks: [
    { to: 'event-stream', mode: 'stream', label: 'changes (CDC)' },
    { to: 'object-store', mode: 'batch', label: 'nightly export' },
    { to: 'warehouse', mode: 'batch', label: 'nightly export' },
    { to: 'cache', mode: 'stream', label: 'invalidation' },
    { to: 'batch-job', mode: 'batch', label: 'tables' },
    { to: 'feature-store', mode: 'batch', label: 'attributes' },
    { to: 'candidate-generator', mode: 'sync', label: 'items' },
    { to: 'item-tower', mode: 'batch', label: 'items' },
    { to: 'two-tower', mode: 'batch', label: 'items' },
  ],
}
