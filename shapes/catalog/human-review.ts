import type { ComponentKind } from './kind.ts'

export const humanReview: ComponentKind = {
  id: 'human-review',
  name: 'Human review',
  synonyms: [
    'human in the loop',
    'moderators',
    'moderation team',
    'analysts',
    'manual review',
    'reviewers',
    'HITL',
  ],
  code: 'hr',
  group: 'features',
  zone: 'nearline',
  purpose:
    'People decide the cases that the model is unsure of or that cost too much to get wrong; their answers are labels.',
  outline: 'person',
  mark: [
    { path: 'M.6 6c1.3-2 3-3 5-3s3.7 1 5 3c-1.3 2-3 3-5 3s-3.7-1-5-3z', fill: 'wash' },
    { circle: [5.6, 6, 1.25], fill: 'solid' },
  ],
  properties: [
    { id: 'inflow_day' },
    { id: 'capacity_day', typical: { text: 'people × cases an hour × hours a day', source: 'arithmetic' } },
    { id: 'answer_h' },
    { id: 'agreement' },
    { id: 'items_day', typical: { text: '50M posts', source: 'engineering judgement' } },
    { id: 'bandShare', typical: { text: '0.5 %: 250k of 50M a day', source: 'arithmetic' } },
    { id: 'reviewers' },
    { id: 'cases_day', typical: { text: '800', source: 'engineering judgement' } },
  ],
  figures: ['{inflow_day} of {capacity_day}', '{capacity_day}', '{inflow_day}'],
  usualLinks: [
    { to: 'event-stream', mode: 'stream', label: 'decisions' },
    { to: 'label-joiner', mode: 'batch', label: 'decisions' },
    { to: 'training-dataset', mode: 'batch', label: 'labels' },
    { to: 'service', mode: 'sync', label: 'decision' },
    { to: 'offline-eval', mode: 'batch', label: 'golden set' },
    { to: 'labelling', mode: 'batch', label: 'hard cases' },
    { to: 'policy', mode: 'control', label: 'thresholds' },
    { to: 'rules-filter', mode: 'control', label: 'blocklist' },
    { to: 'dashboard', mode: 'batch', label: 'agreement' },
    { to: 'sql-db', mode: 'sync', label: 'decision' },
  ],
  suspiciousLinks: [],
  watchOut: [
    'If more cases come in than people can decide, the queue grows without end: raise the threshold or the capacity.',
    'Decisions that never reach training are labels thrown away.',
  ],
}
