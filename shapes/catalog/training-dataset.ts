import type { ComponentKind } from './kind.ts'

export const trainingDataset: ComponentKind = {
  id: 'training-dataset',
  name: 'Training set',
  synonyms: ['training data', 'dataset', 'snapshot', 'samples', 'labels', 'examples', 'joiner output'],
  code: 'ds',
  group: 'features',
  zone: 'offline',
  purpose: 'Features as they were when served, joined with what came of it; split by time if time matters.',
  outline: 'document',
  mark: [{ path: 'M.4 1h7v10h-7zM.4 4.3h7M.4 7.7h7' }, { rect: [8.9, 1, 2.7, 10, 0.4], fill: 'both' }],
  properties: [
    {
      id: 'rows',
      typical: {
        text: 'ad clicks: 4k requests/s are about 10B a month; a CTR of 1 % gives 100M positives',
        source: 'khangich/machine-learning-interview on GitHub',
      },
    },
    { id: 'positiveRate' },
    { id: 'dateRange' },
    {
      id: 'split',
      typical: { text: 'by time: train on the past, test on what follows', source: 'engineering judgement' },
    },
    { id: 'impressions_day' },
    { id: 'days' },
    { id: 'sampleRate' },
    {
      id: 'negativesKept',
      typical: { text: 'a tenth: a score of 0.1 is then 0.011 in truth', source: 'arithmetic' },
    },
  ],
  figures: ['{rows} rows', '{positiveRate} positive', '{split}'],
  usualLinks: [
    { to: 'training-job', mode: 'batch', label: 'examples' },
    { to: 'data-validation', mode: 'batch', label: 'rows to check' },
    { to: 'offline-eval', mode: 'batch', label: 'test split' },
    { to: 'two-tower', mode: 'batch', label: 'training set' },
    { to: 'model', mode: 'batch', label: 'training set' },
    { to: 'ranker', mode: 'batch', label: 'training set' },
    { to: 'hp-tuner', mode: 'batch', label: 'validation split' },
    { to: 'calibrator', mode: 'batch', label: 'held-out scores' },
    { to: 'drift-monitor', mode: 'batch', label: 'reference' },
  ],
  suspiciousLinks: [
    {
      from: 'kv-store',
      mode: 'batch',
      why: 'Is the training set read from the store that serves? It knows only the present: log what was served.',
    },
  ],
  watchOut: ['A random split of data that depends on time lets the model see the future.'],
}
