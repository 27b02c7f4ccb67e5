import type { StepContent } from '../../../src/domain/steps.ts'

export const model: StepContent = {
  name: 'Model development',
  short: 'Model',
  goal: 'From a baseline over options to one design that you can explain.',
  draw: 'Draw a baseline, the options you compared and the model you chose, with inputs, layers and loss.',
  starters: ['card-options', 'card-training', 'two-tower'],
  isProtected: false,
  prompts: [
    {
      id: 'baseline',
      ask: 'What is the simplest baseline that could work?',
      note: 'A rule, popularity, logistic regression: what it gets, and where it fails',
    },
    {
      id: 'algorithms',
      ask: 'Which algorithms are options, and what does each cost?',
      note: 'Two or more: quality, latency, cost, data they need, how well one can explain and update them',
    },
    {
      id: 'choice',
      ask: 'Which one do you take, and why this one?',
      note: 'Options first, then the choice with its reason; then stay with it. Does it fit the latency agreed?',
    },
    {
      id: 'architecture',
      ask: 'What is inside: layers, activations, skip connections, normalisation, dropout?',
      note: 'Between “a neural net” and “4 layers of 1,024”: what each part is there for',
    },
    {
      id: 'losses',
      ask: 'Which loss does it minimise?',
      note: 'Cross-entropy, pairwise, sampled softmax with the logQ correction, focal; weights of classes and of heads',
    },
    {
      id: 'negatives',
      ask: 'Which negatives does it learn from?',
      note: 'In-batch, random, hard; what was shown and passed over',
    },
    {
      id: 'optimisers',
      ask: 'Which optimiser, with which learning rate?',
      note: 'SGD with momentum, Adam, AdamW; warm-up, decay, early stopping',
    },
    {
      id: 'batch-size',
      ask: 'Which batch size, and what does it change?',
      note: 'Memory, noise of the gradient, learning rate; with in-batch negatives also how many there are',
    },
    {
      id: 'hyper-parameters',
      ask: 'How do you tune hyper-parameters?',
      note: 'Random or Bayesian search, within a budget, on the validation part and never on the test',
    },
    {
      id: 'calibration',
      ask: 'Do its scores have to be probabilities?',
      note: 'Calibrate where scores enter an auction, a threshold by cost or a weighted sum',
    },
    {
      id: 'training-plan',
      ask: 'How is it trained, and how often again?',
      note: 'From scratch or fine-tuned, on how many GPUs, with checkpoints; cadence; distilled or quantised to serve',
    },
  ],
  looksFor: [
    'Options, then reasons.',
    'Signs that you have built such a thing before.',
    'One design, kept to and explained to its parts.',
  ],
  mistakes: [
    'The newest paper first; architecture by buzzword.',
    'No baseline, or no loss.',
    'Three models discussed and none chosen.',
    'The latency agreed in the first step forgotten.',
  ],
  artefacts: [
    { name: 'Options card', anyOf: ['options'] },
    {
      name: 'Model diagram',
      anyOf: [
        'two-tower',
        'layer-stack',
        'funnel',
        'model',
        'encoder',
        'ranker',
        'candidate-generator',
        'llm',
      ],
    },
    { name: 'Training pipeline', anyOf: ['training', 'training-job'] },
  ],
}
