import type { ComponentKind } from './kind.ts'

export const offlineEval: ComponentKind = {
  id: 'offline-eval',
  name: 'Offline evaluation',
  synonyms: ['evaluation gate', 'validation', 'backtest', 'holdout', 'offline metrics', 'model validation'],
  code: 'ev',
  group: 'training',
  zone: 'offline',
  purpose: 'Decides on held-out data, also by slices, whether a version may go on.',
  outline: 'diamond',
  mark: [
    {
      path: 'M6 .8v10.4M3.2 11.2h5.6M1.6 2.6h8.8M-.1 7.4 1.9 2.6l2 4.8a2 2 0 0 1-4 0M8.1 7.4l2-4.8 2 4.8a2 2 0 0 1-4 0',
    },
  ],
  properties: [
    {
      id: 'metrics',
      typical: {
        text: 'retrieval: recall@k; ranking: nDCG, AUC; probabilities: log loss, calibration',
        source: 'engineering judgement',
      },
    },
    {
      id: 'threshold',
      typical: { text: 'no worse than the running version', source: 'engineering judgement' },
    },
    { id: 'slices', typical: { text: 'new users, countries, platforms', source: 'engineering judgement' } },
  ],
  figures: ['{threshold}', '{metrics} metrics'],
  usualLinks: [
    { to: 'model-registry', mode: 'batch', label: 'approved version' },
    { to: 'experiment-tracker', mode: 'batch', label: 'results' },
    { to: 'alert', mode: 'control', label: 'refused' },
    { to: 'dashboard', mode: 'batch', label: 'metrics' },
    { to: 'ci-cd', mode: 'control', label: 'passed' },
    { to: 'shadow', mode: 'control', label: 'passed' },
    { to: 'ab-platform', mode: 'control', label: 'passed' },
    { to: 'policy', mode: 'control', label: 'thresholds' },
  ],
  suspiciousLinks: [],
  watchOut: [
    'Without this gate a worse version can be promoted.',
    'On the split that training used it measures memory, not skill.',
  ],
}
