import type { ComponentKind } from './kind.ts'

export const experimentTracker: ComponentKind = {
  id: 'experiment-tracker',
  name: 'Experiment tracker',
  synonyms: [
    'MLflow',
    'Weights & Biases',
    'W&B',
    'run tracker',
    'training runs',
    'Neptune.ai',
    'TensorBoard',
  ],
  code: 'et',
  group: 'training',
  zone: 'offline',
  purpose:
    'Remembers every training run: code, data, settings, curves, results. So that a result can be found and repeated.',
  outline: 'document-stack',
  mark: [
    { path: 'M4 .8h4M4.8 .8v3.7L1.3 9.9c-.4.8 0 1.4.8 1.4h7.8c.8 0 1.2-.6.8-1.4L7.2 4.5V.8M3.1 7.7h5.8' },
  ],
  properties: [
    { id: 'runs' },
    {
      id: 'metrics',
      typical: { text: 'training and validation loss, the primary metric', source: 'engineering judgement' },
    },
  ],
  figures: ['{runs} runs', '{metrics} metrics'],
  usualLinks: [
    { to: 'model-registry', mode: 'batch', label: 'chosen run' },
    { to: 'dashboard', mode: 'batch', label: 'training curves' },
    { to: 'offline-eval', mode: 'batch', label: 'candidates' },
    { to: 'hp-tuner', mode: 'batch', label: 'results so far' },
  ],
  suspiciousLinks: [],
  watchOut: [],
}
