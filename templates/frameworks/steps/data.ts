import type { StepContent } from '../../../src/domain/steps.ts'

export const data: StepContent = {
  name: 'Data preparation',
  short: 'Data',
  goal: 'Show where labels and features come from, and that they exist at prediction time.',
  draw: 'Draw the data flow from events to the training set, and where features are served. Note the split by date.',
  starters: ['card-feature-table', 'card-split', 'event-stream'],
  isProtected: false,
  prompts: [
    {
      id: 'sources',
      ask: 'Which sources are there, and what do they know?',
      note: 'User, item, interaction, context; what may be kept, for how long, with whose consent',
    },
    {
      id: 'labels',
      ask: 'Where do labels come from, and how late?',
      note: 'Natural, by people, by rule; window of the join; a view without a click need not be a negative',
    },
    {
      id: 'features',
      ask: 'Which few features, and why should each predict?',
      note: 'Type, freshness, offline, stream or request time: is it there when the prediction is made?',
    },
    {
      id: 'distributions',
      ask: 'How are the values distributed?',
      note: 'Skew, long tails, log transform; missing values; what changes with the season',
    },
    {
      id: 'outliers',
      ask: 'What about outliers?',
      note: 'Error or rare truth? Clip, transform, drop, or a loss that bears them',
    },
    {
      id: 'normalisation',
      ask: 'What needs normalisation, and fitted on what?',
      note: 'Standardise, min-max; statistics from the training part only; trees need none',
    },
    {
      id: 'buckets',
      ask: 'Which values go into buckets, of equal width or by quantile?',
      note: 'Equal widths leave skewed data in one bucket; quantiles fill them evenly. And how is data batched?',
    },
    {
      id: 'embeddings',
      ask: 'What is turned into embeddings?',
      note: 'Ids of high cardinality, text, images; pretrained or learnt; how new ids start',
    },
    {
      id: 'splits',
      ask: 'How is the data split?',
      note: 'By time, with a gap as long as the label needs; by user where one user must not be on both sides',
    },
    {
      id: 'imbalance',
      ask: 'How imbalanced are the classes, and what do you do about it?',
      note: 'Weights, down-sampling and the correction after it, a metric that bears it',
    },
    {
      id: 'leakage-and-bias',
      ask: 'What could leak, and what is the sample blind to?',
      note: 'Point-in-time joins; position, exposure and sampling bias; cold start',
    },
  ],
  looksFor: [
    'Few features, each with a reason.',
    'Every feature available, and equally computed, when it is served.',
    'Doubts about the labels, and what follows from them.',
    'A split with dates.',
  ],
  mistakes: [
    'A dump of features.',
    'A random split of data that has a time.',
    'Labels taken for perfect, or every non-click for a negative.',
    'Scaling fitted before the split; a feature that knows the target.',
  ],
  artefacts: [
    {
      name: 'Data flow to the training set',
      anyOf: ['training-dataset', 'label-joiner', 'event-stream', 'feature-store'],
    },
    { name: 'Feature table', anyOf: ['feature-table'] },
    { name: 'Split timeline', anyOf: ['split'] },
    { name: 'Class balance', anyOf: ['class-balance'] },
  ],
}
