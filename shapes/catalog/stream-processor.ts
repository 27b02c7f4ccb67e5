import type { ComponentKind } from './kind.ts'

export const streamProcessor: ComponentKind = {
  id: 'stream-processor',
  name: 'Stream processor',
  synonyms: ['Flink', 'Spark Streaming', 'Kafka Streams', 'Beam', 'real-time aggregation'],
  code: 'sp',
  group: 'movement',
  zone: 'nearline',
  purpose: 'Turns events into counters and features within seconds. The batch twin must compute the same.',
  outline: 'process',
  mark: [{ path: 'M.4 4q1.3-2.4 2.6 0t2.6 0 2.6 0M.4 8.4q1.3-2.4 2.6 0t2.6 0 2.6 0M9.2 3.4 11.7 6.2 9.2 9' }],
  properties: [
    { id: 'window', typical: { text: '5 min, 1 h, sliding', source: 'engineering judgement' } },
    { id: 'lag_s', typical: { text: 'seconds', source: 'engineering judgement' } },
    { id: 'events' },
  ],
  figures: ['lag {lag_s}', 'window {window}'],
  usualLinks: [
    { to: 'feature-store', mode: 'stream', label: 'fresh features' },
    { to: 'kv-store', mode: 'stream', label: 'counters' },
    { to: 'object-store', mode: 'batch', label: 'history' },
    { to: 'ann-index', mode: 'stream', label: 'new items' },
    { to: 'cache', mode: 'stream', label: 'fresh values' },
    { to: 'event-stream', mode: 'stream', label: 'aggregates' },
    { to: 'drift-monitor', mode: 'stream', label: 'statistics' },
    { to: 'dashboard', mode: 'stream', label: 'live counters' },
    { to: 'alert', mode: 'control', label: 'threshold' },
  ],
}
