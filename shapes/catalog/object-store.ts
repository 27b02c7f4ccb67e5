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
    { id: 'retention_h' },
  ],
  figures: ['{size}', 'by {partition}'],
  usualLinks: [
    { to: 'batch-job', mode: 'batch', label: 'raw events' },
    { to: 'training-dataset', mode: 'batch', label: 'snapshot' },
    { to: 'training-job', mode: 'batch', label: 'files' },
    { to: 'warehouse', mode: 'batch', label: 'load' },
    { to: 'feature-store', mode: 'batch', label: 'history' },
    { to: 'two-tower', mode: 'batch', label: 'training set' },
    { to: 'item-tower', mode: 'batch', label: 'items' },
    { to: 'encoder', mode: 'batch', label: 'items' },
    { to: 'batch-scorer', mode: 'batch', label: 'items to score' },
    { to: 'offline-eval', mode: 'batch', label: 'test set' },
  ],
}
