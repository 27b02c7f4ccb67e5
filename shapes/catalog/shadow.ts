import type { ComponentKind } from './kind.ts'

export const shadow: ComponentKind = {
  id: 'shadow',
  name: 'Shadow deployment',
  synonyms: [
    'dark launch',
    'shadow mode',
    'shadow model',
    'mirrored traffic',
    'traffic mirroring',
    'challenger',
  ],
  code: 'sh',
  group: 'release',
  zone: 'ops',
  purpose:
    'A new version gets copies of real requests and nobody sees its answers: tests latency, errors and scores.',
  outline: 'process-ghost',
  mark: [{ circle: [6, 6, 4.9] }, { path: 'M6 1.1a4.9 4.9 0 0 1 0 9.8z', fill: 'both' }],
  properties: [
    {
      id: 'mirrored',
      typical: {
        text: 'any share: users notice nothing',
        source: 'saipien and juicytalk on rollout strategies',
      },
    },
    { id: 'duration_d' },
    { id: 'version' },
  ],
  figures: ['{mirrored} mirrored', '{version}', '{duration_d} days'],
  usualLinks: [
    { to: 'prediction-log', mode: 'stream', label: 'shadow scores' },
    { to: 'drift-monitor', mode: 'stream', label: 'shadow scores' },
    { to: 'dashboard', mode: 'stream', label: 'latency, errors' },
    { to: 'feature-store', mode: 'sync', label: 'features' },
    { to: 'offline-eval', mode: 'batch', label: 'shadow scores' },
    { to: 'ab-platform', mode: 'control', label: 'passed' },
    { to: 'ci-cd', mode: 'control', label: 'passed' },
    { to: 'alert', mode: 'control', label: 'errors' },
  ],
  suspiciousLinks: [
    {
      to: 'client',
      why: 'Why does an answer of the shadow reach users? A shadow only logs; to test what users do, use an experiment.',
    },
    {
      to: 'orchestrator',
      mode: 'sync',
      why: 'Does the request wait for the shadow’s answer? Mirror the request and log the answer apart.',
    },
    {
      to: 'api-gateway',
      mode: 'sync',
      why: 'Does the shadow’s answer go back to the caller? It must end in the log.',
    },
  ],
  watchOut: [],
}
