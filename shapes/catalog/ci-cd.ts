import type { ComponentKind } from './kind.ts'

export const ciCd: ComponentKind = {
  id: 'ci-cd',
  name: 'CI/CD',
  synonyms: [
    'continuous delivery',
    'continuous training',
    'deployment',
    'CT',
    'rollout',
    'GitHub Actions',
    'Argo',
  ],
  code: 'ci',
  group: 'release',
  zone: 'ops',
  purpose: 'Tests code, data and model, then rolls a version out in steps and back if a metric falls.',
  outline: 'process',
  mark: [
    {
      path: 'M6 6C4.7 4.1 3.7 3.3 2.9 3.3a2.7 2.7 0 0 0 0 5.4C3.7 8.7 4.7 7.9 6 6s2.3-2.7 3.1-2.7a2.7 2.7 0 0 1 0 5.4C8.3 8.7 7.3 7.9 6 6z',
    },
  ],
  properties: [
    { id: 'canary' },
    { id: 'gate', typical: { text: 'yes: the offline evaluation', source: 'engineering judgement' } },
    {
      id: 'tests',
      typical: { text: 'unit, data schema, model against a fixed set', source: 'engineering judgement' },
    },
  ],
  figures: ['{canary}', '{tests} tests'],
  usualLinks: [
    { to: 'model-server', mode: 'control', label: 'deploy' },
    { to: 'batch-scorer', mode: 'control', label: 'deploy' },
    { to: 'training-job', mode: 'control', label: 'start' },
    { to: 'ab-platform', mode: 'control', label: 'start experiment' },
    { to: 'orchestrator', mode: 'control', label: 'deploy' },
    { to: 'service', mode: 'control', label: 'deploy' },
    { to: 'two-tower', mode: 'control', label: 'deploy' },
    { to: 'ranker', mode: 'control', label: 'deploy' },
    { to: 'funnel', mode: 'control', label: 'deploy' },
    { to: 'model', mode: 'control', label: 'deploy' },
    { to: 'stream-processor', mode: 'control', label: 'deploy' },
    { to: 'batch-job', mode: 'control', label: 'deploy' },
    { to: 'ann-index', mode: 'control', label: 'rebuild' },
    { to: 'offline-eval', mode: 'control', label: 'run' },
    { to: 'model-registry', mode: 'control', label: 'promote' },
    { to: 'alert', mode: 'control', label: 'failed' },
  ],
}
