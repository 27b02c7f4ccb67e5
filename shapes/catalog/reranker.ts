import type { ComponentKind } from './kind.ts'

export const reranker: ComponentKind = {
  id: 'reranker',
  name: 'Re-ranker',
  synonyms: ['diversity', 'fairness', 'MMR', 'cross-encoder', 'final ranking', 'blending'],
  code: 'rr',
  group: 'models',
  zone: 'online',
  purpose: 'Looks at the short list as a whole: diversity, freshness, fairness, business goals.',
  outline: 'trapezoid-down',
  mark: [
    { path: 'M.4 2h4M.4 6h4M.4 10h4M7.2 10V1.8M5.6 3.6 7.2 1.8l1.6 1.8M10.4 2v8.2M8.9 8.4l1.5 1.8 1.5-1.8' },
  ],
  properties: [
    { id: 'itemsIn' },
    { id: 'itemsOut' },
    {
      id: 'p99',
      typical: {
        text: 'a cross-encoder over 50 documents: 50 to 150 ms',
        source: 'systemoverflow.com',
      },
    },
    {
      id: 'adds',
      typical: { text: 'yes, if it may bring in items that the ranker did not score', source: 'definition' },
    },
    { id: 'costPerItemUs' },
    { id: 'replicas' },
    {
      id: 'lanes',
      typical: { text: '10,000 items of 20 µs: 200 ms on one lane, 25 ms on 8', source: 'arithmetic' },
    },
  ],
  figures: ['{itemsIn} → {itemsOut}', 'p99 {p99}'],
  usualLinks: [
    { to: 'prediction-log', mode: 'stream', label: 'what was shown' },
    { to: 'orchestrator', mode: 'sync', label: 'final list' },
    { to: 'prompt-builder', mode: 'sync', label: 'top passages' },
    { to: 'feature-store', mode: 'sync', label: 'features' },
    { to: 'service', mode: 'sync', label: 'final list' },
    { to: 'policy', mode: 'sync', label: 'final list' },
    { to: 'event-stream', mode: 'stream', label: 'impressions' },
  ],
  suspiciousLinks: [
    {
      to: 'ranker',
      mode: 'sync',
      why: 'Is the list re-ordered before it is ranked? The re-ranker looks at the short list that the ranker leaves.',
    },
  ],
  watchOut: [],
}
