import type { ComponentKind } from './kind.ts'

export const batchScorer: ComponentKind = {
  id: 'batch-scorer',
  name: 'Batch scorer',
  synonyms: [
    'batch prediction',
    'offline inference',
    'nightly scoring',
    'precompute',
    'batch prediction job',
  ],
  code: 'bs',
  group: 'serving',
  zone: 'offline',
  purpose: 'Scores everybody or everything ahead of time; right where results may be hours old.',
  outline: 'process',
  mark: [{ path: 'M3.3 1.2h5.4L11.8 6 8.7 10.8H3.3L.2 6zM6 3.2V6l2 1.4' }],
  properties: [
    { id: 'items' },
    { id: 'freshness_h', typical: { text: '24', source: 'engineering judgement' } },
    { id: 'duration_h' },
    { id: 'version' },
  ],
  figures: ['{items} items', 'every {freshness_h}'],
  usualLinks: [
    { to: 'kv-store', mode: 'batch', label: 'scores' },
    { to: 'external-system', mode: 'batch', label: 'scores' },
    { to: 'warehouse', mode: 'batch', label: 'scores' },
    { to: 'policy', mode: 'batch', label: 'scores' },
    { to: 'prediction-log', mode: 'batch', label: 'features, scores' },
    { to: 'feature-store', mode: 'batch', label: 'scores' },
    { to: 'sql-db', mode: 'batch', label: 'scores' },
    { to: 'cache', mode: 'batch', label: 'scores' },
    { to: 'object-store', mode: 'batch', label: 'scores' },
    { to: 'calibrator', mode: 'batch', label: 'raw scores' },
    { to: 'embedding-store', mode: 'batch', label: 'vectors' },
    { to: 'drift-monitor', mode: 'batch', label: 'scores' },
  ],
  suspiciousLinks: [],
  watchOut: [
    'Scores that are older than the freshness agreed on are wrong by design: run more often, or score online.',
  ],
}
