import type { ComponentKind } from './kind.ts'

export const alert: ComponentKind = {
  id: 'alert',
  name: 'Alert',
  synonyms: ['on-call', 'pager', 'PagerDuty', 'notification', 'alarm', 'retrain trigger'],
  code: 'al',
  group: 'observability',
  zone: 'ops',
  purpose: 'Tells a person or starts a job when a figure stays beyond its limit. Say who reacts and how.',
  outline: 'bell',
  mark: [],
  properties: [
    {
      id: 'threshold',
      typical: { text: 'p95 over 2 s, over 5 minutes, held for 2', source: 'systemoverflow.com' },
    },
    { id: 'owner' },
    { id: 'window' },
    { id: 'action' },
  ],
  figures: ['{threshold}', '{window}'],
  usualLinks: [
    { to: 'training-job', mode: 'control', label: 'retrain' },
    { to: 'ci-cd', mode: 'control', label: 'roll back' },
    { to: 'scheduler', mode: 'control', label: 'run again' },
    { to: 'fallback', mode: 'control', label: 'switch on' },
    { to: 'two-tower', mode: 'control', label: 'retrain' },
    { to: 'model-registry', mode: 'control', label: 'roll back' },
    { to: 'model-server', mode: 'control', label: 'roll back' },
    { to: 'ab-platform', mode: 'control', label: 'stop' },
    { to: 'human-review', mode: 'control', label: 'look' },
    { to: 'shadow', mode: 'control', label: 'stop' },
    { to: 'batch-job', mode: 'control', label: 'run again' },
    { to: 'external-system', mode: 'stream', label: 'page' },
  ],
  suspiciousLinks: [],
  watchOut: ['An alert on every feature is muted within a week: alert on what somebody will act on.'],
}
