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
    { id: 'itemsIn' },
    {
      id: 'itemsOut',
      typical: {
        text: 'hundreds from each source; a few thousand in all',
        source: 'Instagram Explore, 2023; LinkedIn, people you may know',
      },
    },
    { id: 'recall' },
    { id: 'p99' },
    { id: 'costPerItemUs' },
  ],
  figures: ['{itemsIn} → {itemsOut}', '{itemsOut} items', 'p99 {p99}'],
  usualLinks: [
    { to: 'ranker', mode: 'sync', label: 'candidates' },
    { to: 'ann-index', mode: 'sync', label: 'top k' },
    { to: 'reranker', mode: 'sync', label: 'candidates' },
    { to: 'feature-store', mode: 'sync', label: 'features' },
    { to: 'query-tower', mode: 'sync', label: 'context' },
    { to: 'two-tower', mode: 'sync', label: 'context' },
    { to: 'kv-store', mode: 'sync', label: 'ready candidates' },
    { to: 'orchestrator', mode: 'sync', label: 'candidates' },
    { to: 'prediction-log', mode: 'stream', label: 'candidates' },
  ],
}
