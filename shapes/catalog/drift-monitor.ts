import type { ComponentKind } from './kind.ts'

export const driftMonitor: ComponentKind = {
  id: 'drift-monitor',
  name: 'Drift monitor',
  synonyms: ['data drift', 'quality monitor', 'model monitoring', 'PSI', 'Evidently', 'skew detection'],
  code: 'dm',
  group: 'observability',
  zone: 'ops',
  purpose: 'Compares what comes in and goes out now with what training saw, and does something about it.',
  outline: 'process',
  mark: [
    { path: 'M.2 10.6C2.8 10.6 2.6 1.6 4.4 1.6s1.6 9 4.2 9' },
    { path: 'M4 10.6c2.4 0 2.2-6.4 3.9-6.4s1.5 6.4 3.9 6.4', dash: '1.6 1.3' },
  ],
  properties: [
    {
      id: 'signals',
      typical: { text: 'features, scores, calibration, outcome rate', source: 'engineering judgement' },
    },
    {
      id: 'threshold',
      typical: {
        text: 'PSI under 0.1 stable, 0.1 to 0.25 moderate, over 0.25 major',
        source: 'Alibaba PAI documentation on PSI; a convention, not a law',
      },
    },
    { id: 'window' },
    { id: 'action', typical: { text: 'alert, retrain, roll back', source: 'engineering judgement' } },
  ],
  figures: ['{threshold}', '{window}'],
  usualLinks: [
    { to: 'alert', mode: 'control', label: 'drift' },
    { to: 'training-job', mode: 'control', label: 'retrain' },
    { to: 'dashboard', mode: 'batch', label: 'drift' },
    { to: 'scheduler', mode: 'control', label: 'retrain' },
    { to: 'human-review', mode: 'stream', label: 'sample to audit' },
    { to: 'policy', mode: 'control', label: 'thresholds' },
    { to: 'labelling', mode: 'batch', label: 'drifted slices' },
    { to: 'ci-cd', mode: 'control', label: 'roll back' },
    { to: 'fallback', mode: 'control', label: 'switch on' },
  ],
  suspiciousLinks: [],
  watchOut: ['If nothing leaves it, drift is seen by whoever looks, and nobody looks at night.'],
}
