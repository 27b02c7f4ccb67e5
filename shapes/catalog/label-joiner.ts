import type { ComponentKind } from './kind.ts'

export const labelJoiner: ComponentKind = {
  id: 'label-joiner',
  name: 'Label join',
  synonyms: [
    'joiner',
    'label joiner',
    'impression join',
    'attribution',
    'outcome join',
    'label pipeline',
    'point-in-time join',
  ],
  code: 'lj',
  group: 'features',
  zone: 'offline',
  purpose: 'Joins what was shown with what came of it, after waiting long enough for the outcome.',
  outline: 'diamond',
  mark: [{ path: 'M1 2v8L11 2v8z' }],
  properties: [
    {
      id: 'window_h',
      typical: {
        text: 'minutes for clicks, 45 days and more for chargebacks',
        source: 'engineering judgement',
      },
    },
    { id: 'delay_h' },
    { id: 'key', typical: { text: 'impression or request id', source: 'engineering judgement' } },
    { id: 'freshness_h' },
  ],
  figures: ['waits {window_h}', 'by {key}'],
  usualLinks: [
    { to: 'training-dataset', mode: 'batch', label: 'labels' },
    { to: 'data-validation', mode: 'batch', label: 'labelled rows' },
    { to: 'object-store', mode: 'batch', label: 'labelled rows' },
    { to: 'offline-eval', mode: 'batch', label: 'outcomes' },
    { to: 'drift-monitor', mode: 'batch', label: 'outcomes' },
    { to: 'warehouse', mode: 'batch', label: 'labelled rows' },
    { to: 'dashboard', mode: 'batch', label: 'outcome rate' },
    { to: 'feature-store', mode: 'batch', label: 'outcome rates' },
  ],
  suspiciousLinks: [
    {
      from: 'feature-store',
      mode: 'sync',
      why: 'Does the join read features as they are now? Those may know the outcome: take them as logged, or as of the event.',
    },
  ],
  watchOut: [
    'An outcome that is older than the features of its row leaks the answer into training.',
    'An outcome that is still open is not a negative: rows younger than the window are no examples yet.',
  ],
}
