import type { ComponentKind } from './kind.ts'

export const dataValidation: ComponentKind = {
  id: 'data-validation',
  name: 'Data validation',
  synonyms: [
    'data quality',
    'Great Expectations',
    'TFDV',
    'Deequ',
    'schema checks',
    'data checks',
    'quality gate',
  ],
  code: 'dv',
  group: 'movement',
  zone: 'offline',
  purpose:
    'Stops data with a wrong schema, missing values or odd distributions before it becomes features or a training set.',
  outline: 'diamond',
  mark: [{ path: 'M.8 2h8M.8 5.4h4.4M.8 8.8h2.4M4.8 8.2l2.3 2.5L11.4 5' }],
  properties: [
    {
      id: 'checks',
      typical: {
        text: 'schema, missing values, ranges, row count, freshness',
        source: 'engineering judgement',
      },
    },
    {
      id: 'onFailure',
      typical: {
        text: 'stop before training, warn where people look anyway',
        source: 'engineering judgement',
      },
    },
    { id: 'freshness_h' },
  ],
  figures: ['{checks} checks', '{onFailure}'],
  usualLinks: [
    { to: 'training-dataset', mode: 'batch', label: 'checked rows' },
    { to: 'batch-job', mode: 'batch', label: 'clean tables' },
    { to: 'feature-store', mode: 'batch', label: 'checked features' },
    { to: 'training-job', mode: 'control', label: 'go' },
    { to: 'alert', mode: 'control', label: 'check failed' },
    { to: 'label-joiner', mode: 'batch', label: 'clean events' },
    { to: 'warehouse', mode: 'batch', label: 'clean tables' },
    { to: 'object-store', mode: 'batch', label: 'quarantine' },
    { to: 'dashboard', mode: 'batch', label: 'quality' },
  ],
  suspiciousLinks: [],
  watchOut: [
    'Retraining that starts by itself needs checks before it: otherwise it learns from broken data and nobody notices.',
  ],
}
