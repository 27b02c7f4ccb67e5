import type { ComponentKind } from './kind.ts'

export const service: ComponentKind = {
  id: 'service',
  name: 'Service',
  synonyms: ['microservice', 'app server', 'backend', 'application'],
  code: 'sv',
  group: 'entry',
  zone: 'online',
  purpose: 'Ordinary application code in the request path: profiles, orders, catalogue.',
  outline: 'process',
  mark: [{ path: 'M1.2 2.4 4.8 6 1.2 9.6M6 9.6h5.2' }],
  properties: [
    { id: 'qps' },
    { id: 'p99', typical: { text: '5 to 50 ms', source: 'engineering judgement' } },
    {
      id: 'replicas',
      typical: { text: 'requests/s × latency ÷ (concurrency × utilisation)', source: "Little's law" },
    },
  ],
  figures: ['p99 {p99}', '{qps}', '{replicas} replicas'],
  usualLinks: [
    { to: 'sql-db', mode: 'sync', label: 'read, write' },
    { to: 'cache', mode: 'sync', label: 'lookup' },
    { to: 'kv-store', mode: 'sync', label: 'lookup' },
    { to: 'orchestrator', mode: 'sync', label: 'request' },
    { to: 'model-server', mode: 'sync', label: 'predict' },
    { to: 'event-stream', mode: 'stream', label: 'events' },
  ],
}
