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
    'Turns scores into an action: a threshold, an auction, a weighted sum, a bandit. Changes without retraining.',
  outline: 'diamond',
  mark: [
    {
      path: 'M.4 6h3.2c2.2 0 2-4 4.4-4h3M3.6 6c2.2 0 2 4 4.4 4h3M9.4.4 11.2 2 9.4 3.6M9.4 8.4l1.8 1.6-1.8 1.6',
    },
  ],
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
