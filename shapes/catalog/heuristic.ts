import type { ComponentKind } from './kind.ts'

export const heuristic: ComponentKind = {
  id: 'heuristic',
  name: 'Heuristic',
  synonyms: [
    'baseline',
    'rules',
    'popularity',
    'popular list',
    'last seen',
    'most popular',
    'simple model',
    'rules model',
  ],
  code: 'hx',
  group: 'models',
  zone: 'offline',
  purpose: 'The simplest thing that could work, without learning: the baseline that every model has to beat.',
  outline: 'hexagon-dashed',
  mark: [
    { circle: [1.8, 1.8, 0.95], fill: 'solid' },
    { path: 'M1.8 4.6v6.2M5.4 10.8V3.4c0-1.7.9-2.5 2.7-2.2M3.8 5h4M10 10.7h.8' },
  ],
  properties: [
    {
      id: 'metrics',
      typical: {
        text: 'often half of what the final model gains',
        source: 'quoted in Chip Huyen’s machine learning systems design booklet',
      },
    },
    { id: 'p99' },
    { id: 'version' },
  ],
  figures: ['p99 {p99}', '{version}'],
  usualLinks: [
    { to: 'fallback', mode: 'batch', label: 'popular list' },
    { to: 'offline-eval', mode: 'batch', label: 'baseline' },
    { to: 'kv-store', mode: 'batch', label: 'list' },
    { to: 'orchestrator', mode: 'sync', label: 'popular list' },
    { to: 'service', mode: 'sync', label: 'popular list' },
    { to: 'candidate-generator', mode: 'sync', label: 'popular items' },
    { to: 'rules-filter', mode: 'sync', label: 'popular items' },
  ],
  suspiciousLinks: [],
  watchOut: ['As the only model it is fine, if somebody says so and says what would make learning worth it.'],
}
