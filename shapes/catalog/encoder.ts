import type { ComponentKind } from './kind.ts'

export const encoder: ComponentKind = {
  id: 'encoder',
  name: 'Encoder',
  synonyms: [
    'embedding model',
    'text encoder',
    'image encoder',
    'CLIP',
    'BERT',
    'sentence transformer',
    'video encoder',
  ],
  code: 'enc',
  group: 'models',
  zone: 'online',
  purpose: 'Turns text, an image or a video into a vector. The same version must encode queries and items.',
  outline: 'hexagon',
  mark: [
    { rect: [0.4, 3.6, 4, 4.8, 0.5] },
    { path: 'M5.6 6h1.6' },
    { rect: [8.4, 0.7, 3, 10.6, 0.5] },
    { path: 'M8.4 3.4h3M8.4 6h3M8.4 8.7h3' },
  ],
  properties: [
    { id: 'dim', typical: { text: '256 to 768', source: 'engineering judgement' } },
    {
      id: 'p99',
      typical: {
        text: '20 to 100 ms for a query through a hosted API',
        source: 'systemoverflow.com',
      },
    },
    { id: 'version' },
    { id: 'replicas' },
  ],
  figures: ['d {dim}', 'p99 {p99}', '{version}'],
  usualLinks: [
    { to: 'ann-index', mode: 'sync', label: 'vector' },
    { to: 'model', mode: 'sync', label: 'vector' },
    { to: 'embedding-store', mode: 'batch', label: 'vectors' },
    { to: 'object-store', mode: 'batch', label: 'vectors' },
    { to: 'feature-store', mode: 'batch', label: 'vectors' },
    { to: 'kv-store', mode: 'batch', label: 'vectors' },
    { to: 'two-tower', mode: 'batch', label: 'content vectors' },
    { to: 'ranker', mode: 'sync', label: 'vectors' },
    { to: 'model-registry', mode: 'batch', label: 'version' },
  ],
  suspiciousLinks: [],
  watchOut: [
    'Queries and items that different versions encoded cannot be compared: rebuild the index with every new version.',
  ],
}
