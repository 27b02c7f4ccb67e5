import type { ComponentKind } from './kind.ts'

export const embeddingStore: ComponentKind = {
  id: 'embedding-store',
  name: 'Embedding store',
  synonyms: ['embedding table', 'vector store', 'embeddings', 'item vectors', 'user vectors', 'vector table'],
  code: 'emb',
  group: 'storage',
  zone: 'offline',
  purpose: 'Keeps the vectors that an encoder made, by id and version, for indexes and as features.',
  outline: 'cylinder',
  mark: [
    { path: 'M2.8 .8H.8v10.4h2M9.2 .8h2v10.4h-2' },
    { circle: [4.2, 3, 0.95], fill: 'solid' },
    { circle: [7.8, 3, 0.95], fill: 'solid' },
    { circle: [4.2, 6, 0.95], fill: 'solid' },
    { circle: [7.8, 6, 0.95], fill: 'solid' },
    { circle: [4.2, 9, 0.95], fill: 'solid' },
    { circle: [7.8, 9, 0.95], fill: 'solid' },
  ],
  properties: [
    { id: 'items', typical: { text: '100M of 128 dimensions at 4 bytes are 51.2 GB', source: 'arithmetic' } },
    { id: 'dim' },
    { id: 'bytes', typical: { text: '4 as float32, 2 as float16, 1 as int8', source: 'definition' } },
    {
      id: 'version',
      typical: { text: 'that of the tower or encoder that made the vectors', source: 'definition' },
    },
    { id: 'refresh_h' },
  ],
  figures: ['{items} vectors', 'd {dim}', '{version}'],
  usualLinks: [
    { to: 'ann-index', mode: 'batch', label: 'vectors' },
    { to: 'feature-store', mode: 'batch', label: 'vectors' },
    { to: 'ranker', mode: 'sync', label: 'vectors' },
    { to: 'batch-job', mode: 'batch', label: 'vectors' },
    { to: 'kv-store', mode: 'batch', label: 'vectors' },
    { to: 'training-job', mode: 'batch', label: 'vectors' },
    { to: 'candidate-generator', mode: 'sync', label: 'vectors' },
    { to: 'batch-scorer', mode: 'batch', label: 'vectors' },
  ],
  suspiciousLinks: [],
  watchOut: ['Vectors of one version cannot be compared with a query that another version encoded.'],
}
