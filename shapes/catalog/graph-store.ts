import type { ComponentKind } from './kind.ts'

export const graphStore: ComponentKind = {
  id: 'graph-store',
  name: 'Graph store',
  synonyms: [
    'graph DB',
    'graph database',
    'Neo4j',
    'adjacency store',
    'social graph',
    'knowledge graph',
    'Neptune',
  ],
  code: 'gr',
  group: 'storage',
  zone: 'offline',
  purpose: 'Keeps who is joined to whom: friends of friends, fraud rings, what was bought together.',
  outline: 'cylinder',
  mark: [
    { circle: [2.2, 3.4, 1.7] },
    { circle: [9.7, 2.3, 1.7] },
    { circle: [7, 9.7, 1.7] },
    { path: 'M3.9 3.1 8 2.6M3.1 4.9 5.8 8.4M9.2 4 7.6 8.1' },
  ],
  properties: [
    { id: 'nodes' },
    { id: 'edges' },
    {
      id: 'degree',
      typical: {
        text: '1,000 friends with 1,000 friends each are 1M candidates',
        source: 'alirezadir/machine-learning-interviews on GitHub',
      },
    },
    {
      id: 'hops',
      typical: { text: '1 or 2 in a request; more ahead of it', source: 'engineering judgement' },
    },
    { id: 'p99' },
  ],
  figures: ['{edges} edges', '{nodes} nodes', 'p99 {p99}'],
  usualLinks: [
    { to: 'batch-job', mode: 'batch', label: 'neighbourhoods' },
    { to: 'candidate-generator', mode: 'sync', label: 'friends of friends' },
    { to: 'encoder', mode: 'batch', label: 'graph' },
    { to: 'feature-store', mode: 'batch', label: 'graph features' },
    { to: 'training-job', mode: 'batch', label: 'graph' },
    { to: 'service', mode: 'sync', label: 'neighbours' },
    { to: 'orchestrator', mode: 'sync', label: 'neighbours' },
    { to: 'ranker', mode: 'sync', label: 'mutual friends' },
    { to: 'model', mode: 'sync', label: 'graph features' },
  ],
  suspiciousLinks: [],
  watchOut: [
    'A walk of several hops in a request needs a limit on hops and on neighbours: one celebrity has millions of them.',
  ],
}
