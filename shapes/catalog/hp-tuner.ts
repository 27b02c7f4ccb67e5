import type { ComponentKind } from './kind.ts'

export const hpTuner: ComponentKind = {
  id: 'hp-tuner',
  name: 'Tuner',
  synonyms: [
    'hyper-parameter search',
    'hyper-parameter tuning',
    'hyperparameter optimisation',
    'Optuna',
    'Ray Tune',
    'Vizier',
    'grid search',
    'Bayesian optimisation',
    'HPO',
  ],
  code: 'hp',
  group: 'training',
  zone: 'offline',
  purpose: 'Tries settings of a training run within a budget and keeps the best on the validation split.',
  outline: 'process',
  mark: [
    { path: 'M2 .8v10.4M6 .8v10.4M10 .8v10.4' },
    { circle: [2, 3.4, 1.6], fill: 'solid' },
    { circle: [6, 8.2, 1.6], fill: 'solid' },
    { circle: [10, 4.8, 1.6], fill: 'solid' },
  ],
  properties: [
    { id: 'trials' },
    { id: 'budget' },
    {
      id: 'searchMethod',
      typical: { text: 'random or Bayesian, with early stopping', source: 'engineering judgement' },
    },
    { id: 'metrics' },
  ],
  figures: ['{trials} trials', '{budget}'],
  usualLinks: [
    { to: 'training-job', mode: 'control', label: 'settings to try' },
    { to: 'experiment-tracker', mode: 'control', label: 'trials' },
    { to: 'two-tower', mode: 'control', label: 'settings to try' },
    { to: 'gpu-pool', mode: 'control', label: 'trials' },
    { to: 'model-registry', mode: 'batch', label: 'best settings' },
    { to: 'dashboard', mode: 'batch', label: 'trials' },
  ],
  suspiciousLinks: [
    {
      from: 'offline-eval',
      why: 'Is it the test split that the search looks at? Tune on a validation split; a test set that was tuned on measures nothing.',
    },
  ],
  watchOut: ['A search that sees the test split reports a figure that production will not reach.'],
}
