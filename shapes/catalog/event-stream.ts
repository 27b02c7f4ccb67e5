import type { ComponentKind } from './kind.ts'

export const eventStream: ComponentKind = {
  id: 'event-stream',
  name: 'Event stream',
  synonyms: ['Kafka', 'Kinesis', 'Pub/Sub', 'event log', 'event bus', 'log', 'topic', 'Redpanda'],
  code: 'es',
  group: 'movement',
  zone: 'nearline',
  purpose: 'Ordered record of events that many readers consume at their own pace and can read again.',
  outline: 'pipe',
  mark: [
    { circle: [1.2, 6, 1.2], fill: 'solid' },
    { circle: [4.6, 6, 1.2], fill: 'solid' },
    { path: 'M7.2 6h4.2M9.4 3.8 11.6 6 9.4 8.2' },
  ],
  properties: [
    {
      id: 'events',
      typical: {
        text: '100k to 1M messages of 1 kB a second and cluster; one Kafka-compatible node: 550k/s, 540 MB/s',
        source: 'klite.dev stress test',
      },
    },
    { id: 'eventBytes', typical: { text: '1 kB', source: 'engineering judgement' } },
    { id: 'retention_h', typical: { text: '24 to 168', source: 'engineering judgement' } },
    { id: 'partitions' },
    {
      id: 'p99',
      typical: { text: '3 to 10 ms from writer to reader', source: 'C-Pro/brokers-bench on GitHub' },
    },
  ],
  figures: ['{events}', 'kept {retention_h}'],
  usualLinks: [
    { to: 'stream-processor', mode: 'stream', label: 'events' },
    { to: 'object-store', mode: 'batch', label: 'hourly' },
    { to: 'label-joiner', mode: 'stream', label: 'outcomes' },
    { to: 'prediction-log', mode: 'stream', label: 'events' },
    { to: 'drift-monitor', mode: 'stream', label: 'events' },
    { to: 'batch-job', mode: 'batch', label: 'events' },
    { to: 'warehouse', mode: 'batch', label: 'events' },
    { to: 'chunker', mode: 'stream', label: 'documents' },
    { to: 'search-index', mode: 'stream', label: 'changed items' },
    { to: 'graph-store', mode: 'stream', label: 'new edges' },
    { to: 'encoder', mode: 'stream', label: 'new items' },
    { to: 'data-validation', mode: 'batch', label: 'events' },
    { to: 'queue', mode: 'stream', label: 'tasks' },
    { to: 'training-dataset', mode: 'batch', label: 'outcomes' },
    { to: 'service', mode: 'stream', label: 'events' },
  ],
  suspiciousLinks: [
    {
      from: 'service',
      mode: 'sync',
      why: 'What does the service wait for? A stream has no answer: write the event and go on.',
    },
    {
      from: 'orchestrator',
      mode: 'sync',
      why: 'Does the request wait for the stream? Write the event and go on.',
    },
    {
      from: 'client',
      mode: 'sync',
      why: 'Does the device wait for the stream? It sends events and goes on.',
    },
  ],
  watchOut: [],
}
