import type { ComponentKind } from './kind.ts'

export const fallback: ComponentKind = {
  id: 'fallback',
  name: 'Fallback',
  synonyms: [
    'backup',
    'degraded mode',
    'default list',
    'popular list',
    'circuit breaker',
    'smaller model',
    'cached result',
  ],
  code: 'fb',
  group: 'serving',
  zone: 'online',
  purpose:
    'What users get if the model is slow or down: something simpler or older, not from the store that failed.',
  outline: 'process-dashed',
  mark: [
    { circle: [6, 6, 5.2] },
    { circle: [6, 6, 2.1] },
    { path: 'M7.49 7.48L9.68 9.68M4.52 7.49L2.32 9.68M4.52 4.52L2.32 2.32M7.49 4.52L9.68 2.32' },
  ],
  properties: [
    {
      id: 'trigger',
      typical: { text: 'timeout, error rate, circuit open', source: 'engineering judgement' },
    },
    {
      id: 'quality',
      typical: {
        text: 'primary, then a simpler model, then cached results, then a fixed list',
        source: 'cruxible.dev on fallback ladders',
      },
    },
    { id: 'p99', typical: { text: '2 to 5 ms', source: 'engineering judgement' } },
  ],
  figures: ['p99 {p99}'],
  usualLinks: [
    { to: 'cache', mode: 'sync', label: 'last results' },
    { to: 'kv-store', mode: 'sync', label: 'popular list' },
    { to: 'heuristic', mode: 'sync', label: 'popular list' },
    { to: 'orchestrator', mode: 'sync', label: 'popular list' },
    { to: 'service', mode: 'sync', label: 'popular list' },
    { to: 'prediction-log', mode: 'stream', label: 'what was shown' },
    { to: 'alert', mode: 'control', label: 'took over' },
  ],
  suspiciousLinks: [],
  watchOut: ['A fallback that reads the store whose failure calls it fails with it.'],
}
