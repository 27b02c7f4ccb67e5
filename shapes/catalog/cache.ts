import type { ComponentKind } from './kind.ts'

export const cache: ComponentKind = {
  id: 'cache',
  name: 'Cache',
  synonyms: ['memcached', 'Redis cache', 'semantic cache', 'response cache', 'in-memory cache', 'Redis'],
  code: 'ca',
  group: 'storage',
  zone: 'online',
  purpose:
    'Keeps recent answers in memory, in front of something slower. Say the key, the time to live and what empties it.',
  outline: 'rounded',
  mark: [{ path: 'M7.2 .7 2.2 7h3.3l-.7 4.3L9.8 5H6.5z' }],
  properties: [
    { id: 'hitRate' },
    {
      id: 'key',
      typical: {
        text: 'all that the answer depends on: user, context, model version',
        source: 'engineering judgement',
      },
    },
    { id: 'ttl' },
    { id: 'size' },
    {
      id: 'p99',
      typical: {
        text: 'a hit over the network 0.5 to 1 ms; RAM itself 100 ns',
        source: 'latency ladders by leetdezine and crackedjava',
      },
    },
  ],
  figures: ['TTL {ttl}', 'hit {hitRate}', 'p99 {p99}'],
  usualLinks: [
    { to: 'sql-db', mode: 'sync', label: 'on a miss' },
    { to: 'kv-store', mode: 'sync', label: 'on a miss' },
    { to: 'model-server', mode: 'sync', label: 'on a miss' },
    { to: 'llm', mode: 'sync', label: 'on a miss' },
    { to: 'feature-store', mode: 'sync', label: 'on a miss' },
    { to: 'service', mode: 'sync', label: 'on a miss' },
    { to: 'search-index', mode: 'sync', label: 'on a miss' },
  ],
  suspiciousLinks: [],
  watchOut: [
    'Without a time to live or something that empties it, it answers with what is no longer true.',
    'A key that lacks the user or the context gives one person the answer of another.',
  ],
}
