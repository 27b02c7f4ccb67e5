import type { ComponentKind } from './kind.ts'

export const dashboard: ComponentKind = {
  id: 'dashboard',
  name: 'Dashboard',
  synonyms: ['Grafana', 'Looker', 'metrics', 'charts', 'reports', 'Kibana', 'monitoring'],
  code: 'dash',
  group: 'observability',
  zone: 'ops',
  purpose: 'Shows people how the system does. Nobody watches it at night, so it needs alerts beside it.',
  outline: 'process',
  mark: [{ path: 'M.8 .8v10.4h10.6M3.6 8.8V6.6M6.4 8.8V3.4M9.2 8.8V5.2' }],
  properties: [{ id: 'charts' }, { id: 'owner' }, { id: 'freshness_h' }],
  figures: ['{charts} charts', 'every {freshness_h}'],
  usualLinks: [
    { to: 'alert', mode: 'control', label: 'threshold' },
    { to: 'training-job', mode: 'control', label: 'retrain' },
    { to: 'ci-cd', mode: 'control', label: 'roll back' },
  ],
  suspiciousLinks: [],
  watchOut: ['As the only reaction it works while somebody watches: put an alert beside it.'],
}
