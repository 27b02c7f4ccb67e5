import type { ComponentKind } from './kind.ts'

export const queryTower: ComponentKind = {
  id: 'query-tower',
  name: 'Query tower',
  synonyms: ['user tower', 'user encoder', 'query encoder'],
  code: 'qt',
  group: 'models',
  zone: 'online',
  purpose: 'The half of a two-tower model that runs on each request: user and context in, one vector out.',
  outline: 'trapezoid-up',
  mark: [{ circle: [6, 3.5, 2.5] }, { path: 'M1.3 11.4c.2-2.9 2-4.5 4.7-4.5s4.5 1.6 4.7 4.5' }],
  properties: [
    {
      id: 'dim',
      typical: {
        text: '32 at Airbnb; 64 to 256 is usual',
        source: 'Airbnb engineering blog on listing embeddings; engineering judgement',
      },
    },
    { id: 'features', typical: { text: 'user and context only', source: 'engineering judgement' } },
    { id: 'p99', typical: { text: 'one forward pass, 5 to 10 ms', source: 'engineering judgement' } },
    { id: 'precomputed' },
    { id: 'version' },
    { id: 'replicas' },
  ],
  figures: ['d {dim}', 'p99 {p99}', '{version}'],
  usualLinks: [
    { to: 'ann-index', mode: 'sync', label: 'vector, top k' },
    { to: 'feature-store', mode: 'sync', label: 'user features' },
    { to: 'kv-store', mode: 'batch', label: 'vectors computed ahead' },
    { to: 'embedding-store', mode: 'batch', label: 'user vectors' },
    { to: 'candidate-generator', mode: 'sync', label: 'user vector' },
    { to: 'model-registry', mode: 'batch', label: 'version' },
    { to: 'prediction-log', mode: 'stream', label: 'vector, version' },
  ],
  suspiciousLinks: [],
  watchOut: [
    'Offline only, it knows nothing of this session: serve it online, or say that vectors computed ahead are enough.',
    'Its dimension must be that of the item tower, or their dot product does not exist.',
  ],
}
