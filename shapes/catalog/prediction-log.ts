import type { ComponentKind } from './kind.ts'

export const predictionLog: ComponentKind = {
  id: 'prediction-log',
  name: 'Prediction log',
  synonyms: ['served features', 'feature log', 'impression log', 'inference log', 'serving log'],
  code: 'plog',
  group: 'observability',
  zone: 'nearline',
  purpose:
    "What the model saw and said at serving time: features, score, version, position, propensity. Tomorrow's training data.",
  outline: 'document-stack',
  mark: [
    { circle: [1.2, 2, 1], fill: 'solid' },
    { circle: [1.2, 6, 1], fill: 'solid' },
    { circle: [1.2, 10, 1], fill: 'solid' },
    { path: 'M4 2h7.4M4 6h5.4M4 10h7.4' },
  ],
  properties: [
    {
      id: 'fields',
      typical: {
        text: 'features, score, version, position, propensity',
        source: 'Google, Rules of ML, no. 29; systemoverflow.com',
      },
    },
    { id: 'sampleRate' },
    { id: 'retention_h' },
    { id: 'events' },
  ],
  figures: ['{sampleRate} sample', '{events}', 'kept {retention_h}'],
  usualLinks: [
    { to: 'training-dataset', mode: 'batch', label: 'features, outcomes' },
    { to: 'label-joiner', mode: 'stream', label: 'impressions' },
    { to: 'drift-monitor', mode: 'stream', label: 'features, scores' },
    { to: 'object-store', mode: 'batch', label: 'history' },
    { to: 'dashboard', mode: 'batch', label: 'metrics' },
    { to: 'batch-job', mode: 'batch', label: 'features, outcomes' },
    { to: 'training-job', mode: 'batch', label: 'features, outcomes' },
    { to: 'two-tower', mode: 'batch', label: 'training set' },
    { to: 'labelling', mode: 'batch', label: 'sample' },
    { to: 'human-review', mode: 'stream', label: 'sample to audit' },
    { to: 'data-validation', mode: 'batch', label: 'rows to check' },
    { to: 'calibrator', mode: 'batch', label: 'scores, outcomes' },
    { to: 'warehouse', mode: 'batch', label: 'history' },
    { to: 'offline-eval', mode: 'batch', label: 'outcomes' },
    { to: 'ab-platform', mode: 'batch', label: 'metrics' },
  ],
  suspiciousLinks: [],
  watchOut: [
    'Where features change fast and nothing logs them as served, training sees values that the model never saw.',
  ],
}
