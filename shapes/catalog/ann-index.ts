import type { ComponentKind } from './kind.ts'

export const annIndex: ComponentKind = {
  id: 'ann-index',
  name: 'ANN index',
  synonyms: [
    'vector index',
    'vector database',
    'FAISS',
    'ScaNN',
    'HNSW',
    'Milvus',
    'Pinecone',
    'nearest neighbours',
  ],
  code: 'ann',
  group: 'serving',
  zone: 'online',
  purpose:
    'Finds the vectors nearest to a query without looking at all of them. Rebuilt when items or towers change.',
  outline: 'cylinder',
  mark: [
    { circle: [5.6, 6.4, 3.6], dash: '1.5 1.3' },
    { circle: [5.6, 6.4, 1.3], fill: 'solid' },
    { circle: [3.9, 5, 0.85], fill: 'solid' },
    { circle: [7.3, 7.9, 0.85], fill: 'solid' },
    { circle: [10.8, 1.6, 0.95], fill: 'solid' },
    { circle: [1, 1.4, 0.95], fill: 'solid' },
    { circle: [11.2, 10.6, 0.95], fill: 'solid' },
    { circle: [6.6, 0.9, 0.95], fill: 'solid' },
  ],
  smallMark: [
    { circle: [5.8, 6.2, 3.7] },
    { circle: [5.8, 6.2, 1.7], fill: 'solid' },
    { circle: [10.9, 1.5, 1.2], fill: 'solid' },
    { circle: [0.9, 1.2, 1.2], fill: 'solid' },
    { circle: [11, 10.9, 1.2], fill: 'solid' },
  ],
  properties: [
    { id: 'items' },
    { id: 'dim' },
    {
      id: 'bytes',
      typical: {
        text: '4 as float32, 2 as float16, 1 as int8; IVF-PQ needs about 17 times less RAM than HNSW (0.2 against 3.5 GB at 1M × 768)',
        source: 'definition; shivampandey.in on vector search trade-offs',
      },
    },
    {
      id: 'recall',
      typical: { text: 'over 0.95 at 10', source: 'shivampandey.in on vector search trade-offs' },
    },
    {
      id: 'p99',
      typical: {
        text: 'under 50 ms, p50 under 10 ms; in RAG a p95 of 10 to 50 ms',
        source: 'shivampandey.in on vector search trade-offs; systemoverflow.com',
      },
    },
    { id: 'refresh_h' },
    { id: 'version', typical: { text: 'that of the tower that made the vectors', source: 'definition' } },
    { id: 'acl' },
  ],
  figures: ['p99 {p99}', '{items} items', '{version}'],
  usualLinks: [
    { to: 'ranker', mode: 'sync', label: 'candidates' },
    { to: 'candidate-generator', mode: 'sync', label: 'top k' },
    { to: 'orchestrator', mode: 'sync', label: 'top k' },
    { to: 'rules-filter', mode: 'sync', label: 'candidates' },
    { to: 'funnel', mode: 'sync', label: 'candidates' },
    { to: 'reranker', mode: 'sync', label: 'candidates' },
    { to: 'prompt-builder', mode: 'sync', label: 'passages' },
    { to: 'service', mode: 'sync', label: 'top k' },
    { to: 'llm', mode: 'sync', label: 'passages' },
  ],
  suspiciousLinks: [],
  watchOut: [
    'Something must fill it: a tower, an encoder or a store of vectors, in batch or from a stream.',
    'A filter that is applied only after the search can leave nothing of the nearest k.',
    'Its vectors and the query must come from the same version.',
  ],
}
