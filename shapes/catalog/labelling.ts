import type { ComponentKind } from './kind.ts'

export const labelling: ComponentKind = {
  id: 'labelling',
  name: 'Labelling',
  synonyms: [
    'annotation',
    'labeling',
    'annotators',
    'crowd',
    'experts',
    'weak supervision',
    'Mechanical Turk',
    'Label Studio',
    'ground truth',
    'expert labels',
  ],
  code: 'lab',
  group: 'features',
  zone: 'offline',
  purpose:
    'People or rules give examples their labels where no user action does: training sets and golden sets.',
  outline: 'person',
  mark: [
    { path: 'M2.6 2.2h3.9l4.3 4.3-4.6 4.6-4.6-4.6V3.2a1 1 0 0 1 1-1z', fill: 'wash' },
    { circle: [4.4, 5, 0.95], fill: 'solid' },
  ],
  properties: [
    {
      id: 'labels_day',
      typical: {
        text: 'about 10,000 of 500 million posts a day',
        source: 'alirezadir/machine-learning-interviews on GitHub',
      },
    },
    { id: 'labelCost' },
    {
      id: 'agreement',
      typical: { text: 'measured on what two people labelled alike', source: 'engineering judgement' },
    },
  ],
  figures: ['{labels_day}', 'agree {agreement}'],
  usualLinks: [
    { to: 'training-dataset', mode: 'batch', label: 'labels' },
    { to: 'offline-eval', mode: 'batch', label: 'golden set' },
    { to: 'label-joiner', mode: 'batch', label: 'labels' },
    { to: 'object-store', mode: 'batch', label: 'labels' },
    { to: 'data-validation', mode: 'batch', label: 'labels' },
    { to: 'drift-monitor', mode: 'batch', label: 'audited sample' },
    { to: 'warehouse', mode: 'batch', label: 'labels' },
  ],
  suspiciousLinks: [
    {
      from: 'model',
      mode: 'stream',
      why: 'Does the model choose or fill in all that is labelled? Then it learns what it already believes: add a random sample.',
    },
    {
      from: 'llm',
      mode: 'batch',
      why: 'Who checks the labels that the LLM writes? Have people label a sample of them too.',
    },
  ],
  watchOut: ['Labels that come only from the model’s own output repeat its mistakes.'],
}
