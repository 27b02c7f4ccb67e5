import type { ComponentKind } from './kind.ts'

export const trainingDataset: ComponentKind = {
  id: 'training-dataset',
  name: 'Training set',
  synonyms: ['training data', 'dataset', 'snapshot', 'samples', 'labels', 'examples'],
  code: 'ds',
  group: 'features',
  zone: 'offline',
  purpose: 'Features as they were when served, joined with what came of it; split by time if time matters.',
  outline: 'document',
  mark: [
    { path: 'M.6 2h6.6M.6 6h6.6M.6 10h6.6' },
    { circle: [10.2, 2, 1.4], fill: 'solid' },
    { circle: [10.2, 6, 1.1] },
    { circle: [10.2, 10, 1.4], fill: 'solid' },
  ],
  properties: [
    {
      id: 'rows',
      typical: {
        text: 'ad clicks: 10 billion impressions a month at 1 % give 100 million positives',
        source: 'published worked examples',
      },
    },
    { id: 'positiveRate' },
    { id: 'dateRange' },
    {
      id: 'split',
      typical: { text: 'by time: train on the past, test on what follows', source: 'engineering judgement' },
    },
  ],
  figures: ['{rows} rows', '{positiveRate} positive', '{split}'],
  usualLinks: [
    { to: 'training-job', mode: 'batch', label: 'examples' },
    { to: 'offline-eval', mode: 'batch', label: 'test split' },
    { to: 'two-tower', mode: 'batch', label: 'training set' },
    { to: 'model', mode: 'batch', label: 'training set' },
    { to: 'ranker', mode: 'batch', label: 'training set' },
    { to: 'drift-monitor', mode: 'batch', label: 'reference' },
  ],
}
