import type { StepContent } from '../../../src/domain/steps.ts'

export const evaluate: StepContent = {
  name: 'Evaluation',
  short: 'Evaluate',
  goal: 'Show how you would know that it works: offline, online and for the business.',
  draw: 'List a metric per stage, draw the offline gate and the experiment that decides.',
  starters: ['card-metrics', 'card-experiment', 'offline-eval'],
  isProtected: false,
  prompts: [
    {
      id: 'offline-metrics',
      ask: 'Which offline metrics, for each stage?',
      note: 'Precision, recall, F1, PR-AUC; RMSE for amounts; MAP, nDCG, recall@k for lists; accuracy only where classes are even',
    },
    {
      id: 'confusion-matrix',
      ask: 'What does the confusion matrix say at your threshold?',
      note: 'Threshold by the cost of each error, not by habit',
    },
    {
      id: 'loss-curves',
      ask: 'What would you look for in the training loss curves?',
      note: 'Training against validation: underfitting, overfitting, a learning rate that is off',
    },
    {
      id: 'offline-protocol',
      ask: 'How is it tested offline?',
      note: 'Back-test by time, the baseline in the same table, a gate it has to pass',
    },
    {
      id: 'slices',
      ask: 'For whom could it be worse?',
      note: 'New users, small countries, languages, rare items; calibration in each',
    },
    {
      id: 'online-metrics',
      ask: 'Which online metrics decide, and which guard?',
      note: 'One primary; latency, errors, complaints, revenue as guardrails',
    },
    {
      id: 'shadow-and-ab',
      ask: 'Shadow or A/B test: which first, and what does each tell?',
      note: 'A shadow shows plumbing, latency and scores at no risk; only an A/B test shows what users do. Gate → shadow → canary → A/B',
    },
    {
      id: 'experiment',
      ask: 'How is the experiment set up?',
      note: 'Unit, split, smallest effect worth finding, duration; novelty and network effects; interleaving for rankers',
    },
    {
      id: 'business-link',
      ask: 'How does the metric lead back to the business problem?',
      note: 'Offline → online → what the business counts; what you do if offline and online disagree',
    },
  ],
  looksFor: [
    'Metrics that follow from the framing.',
    'A threshold and a trade-off chosen by cost.',
    'A safe order of release: offline gate, shadow, canary, A/B test.',
  ],
  mistakes: [
    'Accuracy where 1 % are positive.',
    'One metric for all stages.',
    '“We A/B test”, with no unit and no guardrail.',
    'Shadow taken for an A/B test; no slices.',
  ],
  artefacts: [
    { name: 'Metric table', anyOf: ['metrics'] },
    { name: 'Confusion matrix', anyOf: ['confusion'] },
    { name: 'Experiment', anyOf: ['experiment', 'ab-platform', 'shadow'] },
    { name: 'Offline gate', anyOf: ['offline-eval'] },
  ],
}
