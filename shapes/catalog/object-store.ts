import type { ComponentKind } from './kind.ts'

export const objectStore: ComponentKind = {
  id: 'object-store',
  name: 'Data lake',
  synonyms: ['lake', 'object store', 'S3', 'GCS', 'HDFS', 'blob storage', 'bucket'],
  code: 'lake',
  group: 'storage',
  zone: 'offline',
  purpose:
    'Cheap files for everything that happened: raw events, snapshots, vectors, checkpoints. Not for the request path.',
  outline: 'cylinder',
  mark: [{ path: 'M.4 4.4q1.4-2.6 2.8 0t2.8 0 2.8 0 2.8 0M.4 8.6q1.4-2.6 2.8 0t2.8 0 2.8 0 2.8 0' }],
  properties: [
    { id: 'size' },
    { id: 'partition', typical: { text: 'by day and hour of the event', source: 'engineering judgement' } },
    { id: 'format', typical: { text: 'Parquet, ORC, Avro', source: 'engineering judgement' } },
    { id: 'p99', typical: { text: '10 to 100 ms to the first byte', source: 'engineering judgement' } },
    { id: 'retention_h' },
  ],
  figures: ['{size}', 'by {partition}'],
  usualLinks: [
    { to: 'batch-job', mode: 'batch', label: 'raw events' },
    { to: 'training-dataset', mode: 'batch', label: 'snapshot' },
    { to: 'label-joiner', mode: 'batch', label: 'impressions, outcomes' },
    { to: 'training-job', mode: 'batch', label: 'files' },
    { to: 'warehouse', mode: 'batch', label: 'load' },
    { to: 'data-validation', mode: 'batch', label: 'raw events' },
    { to: 'feature-store', mode: 'batch', label: 'history' },
    { to: 'two-tower', mode: 'batch', label: 'training set' },
    { to: 'item-tower', mode: 'batch', label: 'items' },
    { to: 'encoder', mode: 'batch', label: 'items' },
    { to: 'batch-scorer', mode: 'batch', label: 'items to score' },
    { to: 'labelling', mode: 'batch', label: 'sample' },
    { to: 'chunker', mode: 'batch', label: 'documents' },
    { to: 'offline-eval', mode: 'batch', label: 'test set' },
    { to: 'graph-store', mode: 'batch', label: 'edges' },
  ],
  suspiciousLinks: [
    {
      from: 'service',
      mode: 'sync',
      why: 'Does a request wait for the lake? Its first byte alone takes 10 to 100 ms: copy what is served into an online store.',
    },
    {
      from: 'ranker',
      mode: 'sync',
      why: 'Does the ranker read files for each request? Put the features into an online store.',
    },
    {
      from: 'model-server',
      mode: 'sync',
      why: 'Does each prediction read files? Load the model once, and features from an online store.',
    },
  ],
  watchOut: [],
}
