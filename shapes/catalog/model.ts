import type { ComponentKind } from './kind.ts'

export const model: ComponentKind = {
  id: 'model',
  name: 'Model',
  synonyms: [
    'predictor',
    'classifier',
    'regressor',
    'GBDT',
    'XGBoost',
    'neural network',
    'DNN',
    'logistic regression',
  ],
  code: 'm',
  group: 'models',
  zone: 'online',
  purpose: 'Turns features into a prediction. Name its task, its loss and what it costs to run.',
  outline: 'hexagon',
  mark: [
    { path: 'M1.8 2 10 4M1.8 2 10 8.2M1.8 6 10 4M1.8 6 10 8.2M1.8 10 10 4M1.8 10 10 8.2', faint: true },
    { circle: [1.6, 1.9, 1.45], fill: 'solid' },
    { circle: [1.6, 6, 1.45], fill: 'solid' },
    { circle: [1.6, 10.1, 1.45], fill: 'solid' },
    { circle: [10.3, 3.9, 1.45], fill: 'solid' },
    { circle: [10.3, 8.3, 1.45], fill: 'solid' },
  ],
  properties: [
    { id: 'task' },
    { id: 'loss' },
    { id: 'features' },
    {
      id: 'p99',
      typical: {
        text: 'BERT-base on a V100: about 5 ms, 600 requests a second; card fraud: under 100 ms with over 1,000 signals',
        source: 'Salesforce AI, Triton benchmark; Stripe, Radar',
      },
    },
    { id: 'replicas' },
    { id: 'params' },
    { id: 'calibrated' },
    { id: 'version' },
  ],
  figures: ['p99 {p99}', '{params} parameters', '{version}'],
  usualLinks: [
    { to: 'service', mode: 'sync', label: 'prediction' },
    { to: 'orchestrator', mode: 'sync', label: 'score' },
    { to: 'prediction-log', mode: 'stream', label: 'features, scores' },
  ],
}
