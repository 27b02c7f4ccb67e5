import type { ComponentKind } from './kind.ts'

export const trainingJob: ComponentKind = {
  id: 'training-job',
  name: 'Training job',
  synonyms: ['training pipeline', 'trainer', 'retraining', 'fit', 'Kubeflow', 'Vertex training', 'SageMaker'],
  code: 'tr',
  group: 'training',
  zone: 'offline',
  purpose: 'Fits a new version of the model on a schedule or a trigger, from a data set it can name.',
  outline: 'process',
  mark: [
    { circle: [6, 6, 3.6] },
    { circle: [6, 6, 1.2] },
    {
      path: 'M9.7 6L11.4 6M8.62 8.62L9.82 9.82M6 9.7L6 11.4M3.38 8.62L2.18 9.82M2.3 6L0.6 6M3.38 3.38L2.18 2.18M6 2.3L6 0.6M8.62 3.38L9.82 2.18',
    },
  ],
  properties: [
    {
      id: 'freshness_h',
      typical: {
        text: '1 to 24; for ads several times a day',
        source: 'khangich/machine-learning-interview on GitHub',
      },
    },
    { id: 'duration_h' },
    { id: 'cost' },
    { id: 'schedule' },
    {
      id: 'gate',
      typical: { text: 'yes: data checks before, evaluation after', source: 'engineering judgement' },
    },
  ],
  figures: ['every {freshness_h}', 'takes {duration_h}'],
  usualLinks: [
    { to: 'offline-eval', mode: 'batch', label: 'candidate' },
    { to: 'model-registry', mode: 'batch', label: 'new version' },
    { to: 'experiment-tracker', mode: 'control', label: 'run' },
    { to: 'ann-index', mode: 'batch', label: 'item vectors' },
    { to: 'embedding-store', mode: 'batch', label: 'vectors' },
    { to: 'hp-tuner', mode: 'batch', label: 'result' },
    { to: 'calibrator', mode: 'batch', label: 'scores to fit' },
    { to: 'gpu-pool', mode: 'control', label: 'asks for GPUs' },
    { to: 'object-store', mode: 'batch', label: 'checkpoints' },
    { to: 'dashboard', mode: 'batch', label: 'training curves' },
    { to: 'alert', mode: 'control', label: 'failed' },
  ],
  suspiciousLinks: [
    {
      to: 'model-server',
      why: 'Who decided that this version may serve? Evaluate it, register it, and deploy from the registry: then it can be named and rolled back.',
    },
    {
      to: 'ci-cd',
      why: 'Is a new version deployed without an evaluation? Put a gate and the registry between.',
    },
  ],
  watchOut: ['A training job without a data set that it can name cannot be repeated.'],
}
