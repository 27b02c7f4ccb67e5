import type { ComponentKind } from './kind.ts'

export const kvStore: ComponentKind = {
  id: 'kv-store',
  name: 'Key-value store',
  synonyms: ['KV', 'Redis', 'DynamoDB', 'Cassandra', 'Bigtable', 'wide column', 'NoSQL'],
  code: 'kv',
  group: 'storage',
  zone: 'online',
  purpose: 'Reads one key in about a millisecond: results computed ahead, counters, online features.',
  outline: 'cylinder',
  mark: [{ circle: [3.2, 6, 2.5] }, { path: 'M5.7 6h5.7v2.6M8.9 6v2.1' }],
  properties: [
    { id: 'rows' },
    { id: 'key' },
    { id: 'valueBytes' },
    {
      id: 'p99',
      typical: {
        text: 'in memory 0.1 to 1 ms; DoorDash aimed at a p99.9 of 50 ms for batches of feature reads',
        source:
          'latency ladders by leetdezine and crackedjava; DoorDash engineering blog on its feature store',
      },
    },
    { id: 'ttl' },
    {
      id: 'qps',
      typical: {
        text: 'DoorDash: over 130M HMGET/s',
        source: 'DoorDash engineering blog on its feature store',
      },
    },
    { id: 'replicas' },
  ],
  figures: ['p99 {p99}', '{rows} keys', 'TTL {ttl}'],
  usualLinks: [
    { to: 'orchestrator', mode: 'sync', label: 'ready results' },
    { to: 'service', mode: 'sync', label: 'values' },
    { to: 'object-store', mode: 'batch', label: 'backup' },
    { to: 'model-server', mode: 'sync', label: 'features' },
    { to: 'candidate-generator', mode: 'sync', label: 'ready candidates' },
    { to: 'prompt-builder', mode: 'sync', label: 'chunk texts' },
    { to: 'rules-filter', mode: 'sync', label: 'seen items' },
    { to: 'fallback', mode: 'sync', label: 'last results' },
  ],
  suspiciousLinks: [],
  watchOut: ['As system of record without a backup, it loses what cannot be computed again.'],
}
