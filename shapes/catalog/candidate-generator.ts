import type { ComponentKind } from './kind.ts'

export const candidateGenerator: ComponentKind = {
  id: 'candidate-generator',
  name: 'Candidate generator',
  synonyms: ['retrieval', 'recall', 'L0', 'CG', 'retrieval source', 'matching'],
  code: 'cg',
  group: 'models',
  zone: 'online',
  purpose: 'Finds hundreds to thousands of possible items among millions, fast; what it misses is lost.',
  outline: 'trapezoid-down',
  mark: [
    { circle: [0.9, 1.6, 1.1], fill: 'solid' },
    { circle: [4.3, 1.6, 1.1], fill: 'solid' },
    { circle: [7.7, 1.6, 1.1], fill: 'solid' },
    { circle: [11.1, 1.6, 1.1], fill: 'solid' },
    { circle: [3, 5.8, 1.1], fill: 'solid' },
    { circle: [6, 5.8, 1.1], fill: 'solid' },
    { circle: [9, 5.8, 1.1], fill: 'solid' },
    { circle: [6, 10.2, 1.5], fill: 'solid' },
  ],
  properties: [
    {
      id: 'source',
      typical: {
        text: 'two-tower, co-visits, graph walk, popular, followed',
        source: 'engineering judgement',
      },
    },
    {
      id: 'itemsIn',
      typical: {
        text: 'Instagram Explore: billions',
        source: 'engineering.fb.com on Instagram Explore, 2023',
      },
    },
    {
      id: 'itemsOut',
      typical: {
        text: 'hundreds from each source; a few thousand in all',
        source:
          'engineering.fb.com on Instagram Explore, 2023; frutik.github.io on LinkedIn, people you may know',
      },
    },
    {
      id: 'recall',
      typical: {
        text: 'LinkedIn measures it at 3,000 to 5,000 candidates',
        source: 'frutik.github.io on LinkedIn, people you may know',
      },
    },
    { id: 'p99' },
    { id: 'costPerItemUs' },
    { id: 'replicas' },
    {
      id: 'lanes',
      typical: { text: '10,000 items of 20 µs: 200 ms on one lane, 25 ms on 8', source: 'arithmetic' },
    },
  ],
  figures: ['{itemsIn} → {itemsOut}', '{itemsOut} items', 'p99 {p99}'],
  usualLinks: [
    { to: 'ranker', mode: 'sync', label: 'candidates' },
    { to: 'rules-filter', mode: 'sync', label: 'candidates' },
    { to: 'ann-index', mode: 'sync', label: 'top k' },
    { to: 'search-index', mode: 'sync', label: 'query' },
    { to: 'reranker', mode: 'sync', label: 'candidates' },
    { to: 'feature-store', mode: 'sync', label: 'features' },
    { to: 'query-tower', mode: 'sync', label: 'context' },
    { to: 'two-tower', mode: 'sync', label: 'context' },
    { to: 'kv-store', mode: 'sync', label: 'ready candidates' },
    { to: 'graph-store', mode: 'sync', label: 'friends of friends' },
    { to: 'embedding-store', mode: 'sync', label: 'vectors' },
    { to: 'orchestrator', mode: 'sync', label: 'candidates' },
    { to: 'prediction-log', mode: 'stream', label: 'candidates' },
  ],
  suspiciousLinks: [],
  watchOut: [
    'A single source serves a new product badly: new users and items have no history. Add popular, fresh or content-based items.',
  ],
}
