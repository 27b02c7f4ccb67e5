import type { ComponentKind } from './kind.ts'

export const ranker: ComponentKind = {
  id: 'ranker',
  name: 'Ranker',
  synonyms: ['L1', 'L2', 'scorer', 'ranking model', 'heavy ranker', 'light ranker', 'pre-ranker'],
  code: 'rk',
  group: 'models',
  zone: 'online',
  purpose: 'Scores each candidate with features of user, item and both, and sorts.',
  outline: 'trapezoid-down',
  mark: [{ path: 'M.8 2h10.4M.8 6h6.8M.8 10h3.4' }],
  properties: [
    { id: 'itemsIn' },
    {
      id: 'itemsOut',
      typical: {
        text: '500 to 800 after a light ranker; tens after a heavy one',
        source: 'LinkedIn, people you may know; engineering judgement',
      },
    },
    { id: 'stage' },
    { id: 'p99' },
    { id: 'costPerItemUs' },
    { id: 'features' },
    { id: 'loss' },
    { id: 'heads', typical: { text: 'click, watch time, like', source: 'engineering judgement' } },
    { id: 'calibrated' },
    { id: 'replicas' },
  ],
  figures: ['{itemsIn} → {itemsOut}', 'p99 {p99}', '{itemsOut} items'],
  usualLinks: [
    { to: 'reranker', mode: 'sync', label: 'top items' },
    { to: 'feature-store', mode: 'sync', label: 'features' },
    { to: 'prediction-log', mode: 'stream', label: 'features, scores' },
    { to: 'orchestrator', mode: 'sync', label: 'scores' },
    { to: 'model-server', mode: 'sync', label: 'predict' },
    { to: 'fallback', mode: 'sync', label: 'on timeout' },
    { to: 'model-registry', mode: 'batch', label: 'version' },
    { to: 'offline-eval', mode: 'batch', label: 'candidate' },
  ],
}
