import type { StepContent } from '../../../src/domain/steps.ts'

export const monitor: StepContent = {
  name: 'Monitoring',
  short: 'Monitor',
  goal: 'Notice and react when the data, the model or the system changes.',
  draw: 'Draw monitors for data drift and model drift, and join each to what it sets off.',
  starters: ['card-monitor-matrix', 'drift-monitor', 'alert'],
  isProtected: true,
  prompts: [
    {
      id: 'data-drift',
      ask: 'How do you notice data drift?',
      note: 'Features against a reference window: PSI below 0.1 counts as stable, above 0.25 as a major shift (a convention)',
    },
    {
      id: 'model-drift',
      ask: 'How do you notice model drift?',
      note: 'Predictions, calibration and outcomes. What moved: inputs (covariate), classes (label) or their relation (concept)',
    },
    {
      id: 'automation',
      ask: 'What happens by itself? Nobody watches around the clock.',
      note: 'Signal → threshold → action, with an owner: alert, roll back, fall back, retrain',
    },
    {
      id: 'system-health',
      ask: 'Are the system and its data well?',
      note: 'Latency, errors, load; nulls, schema, freshness; training and serving computing the same',
    },
    {
      id: 'before-labels',
      ask: 'What do you watch before labels arrive?',
      note: 'Proxies, distribution of scores, a small sample that people check',
    },
    {
      id: 'retraining',
      ask: 'What starts retraining, and what checks the new model?',
      note: 'Schedule, drift or lost quality; validated before it replaces the old one, or bad data is learnt at once',
    },
    {
      id: 'feedback-loops',
      ask: 'Does the model shape the data it learns from?',
      note: 'Coverage of the catalogue, exploration, groups that are shown or served less and less',
    },
  ],
  looksFor: [
    'Signal, threshold and action, for each monitor.',
    'The difference between a shift of inputs, of classes and of their relation.',
    'What can be done before labels arrive.',
  ],
  mistakes: [
    '“We monitor drift”, with no measure and no reaction.',
    'An alert on every feature.',
    'Retraining by itself on poisoned data.',
    'The step left empty for want of time.',
  ],
  artefacts: [
    { name: 'Monitor matrix', anyOf: ['monitor-matrix'] },
    { name: 'Monitors on the diagram', anyOf: ['drift-monitor', 'alert', 'prediction-log'] },
  ],
}
