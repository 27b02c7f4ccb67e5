import type { ComponentKind } from './kind.ts'

export const policy: ComponentKind = {
  id: 'policy',
  name: 'Policy',
  synonyms: [
    'decision',
    'threshold',
    'action policy',
    'auction',
    'bandit',
    'decision layer',
    'business logic',
  ],
  code: 'pol',
  group: 'models',
  zone: 'online',
  purpose:
    'Turns scores into what is done: who is blocked, which ad wins, what is tried. Changes without retraining.',
  outline: 'diamond',
  mark: [{ path: 'M-.4 6h2.6M5.4 2.6 2.2 6l3.2 3.4M7.2 2.2l1.6 1.6L12 .4M7.8 8l3.2 3.2M11 8l-3.2 3.2' }],
  properties: [
    {
      id: 'combines',
      typical: {
        text: 'a layer of its own at DoorDash, apart from the prediction',
        source: 'DoorDash engineering blog on ETAs, 2024',
      },
    },
    {
      id: 'threshold',
      typical: { text: 'where the expected costs of both errors are equal', source: 'engineering judgement' },
    },
    { id: 'costMatrix' },
    { id: 'p99', typical: { text: '1 to 5 ms', source: 'engineering judgement' } },
    { id: 'replicas' },
  ],
  figures: ['{threshold}', '{combines}', 'p99 {p99}'],
  usualLinks: [
    { to: 'orchestrator', mode: 'sync', label: 'action' },
    { to: 'service', mode: 'sync', label: 'action' },
    { to: 'queue', mode: 'stream', label: 'unsure cases' },
    { to: 'human-review', mode: 'stream', label: 'unsure cases' },
    { to: 'prediction-log', mode: 'stream', label: 'action, propensity' },
    { to: 'tool', mode: 'sync', label: 'approved call' },
    { to: 'external-system', mode: 'stream', label: 'action' },
    { to: 'kv-store', mode: 'batch', label: 'decisions' },
    { to: 'ab-platform', mode: 'batch', label: 'eligible' },
    { to: 'event-stream', mode: 'stream', label: 'decisions' },
    { to: 'client', mode: 'sync', label: 'action' },
  ],
  suspiciousLinks: [],
  watchOut: ['A threshold hard-wired in the model needs a new model for every change of costs.'],
}
