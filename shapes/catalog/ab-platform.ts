import type { ComponentKind } from './kind.ts'

export const abPlatform: ComponentKind = {
  id: 'ab-platform',
  name: 'Experiment platform',
  synonyms: [
    'A/B test',
    'AB platform',
    'feature flags',
    'split test',
    'experimentation',
    'Optimizely',
    'interleaving',
    'A/B',
  ],
  code: 'ab',
  group: 'release',
  zone: 'online',
  purpose: 'Decides who sees which variant, the same one each time, and measures the difference.',
  outline: 'process',
  mark: [
    {
      path: 'M.2 9.6 2.4 2.4l2.2 7.2M1 7.2h2.8M6.3 .6v10.8M8 2.4v7.2h1.8a1.9 1.9 0 0 0 0-3.8H8M9.6 5.8a1.7 1.7 0 0 0 0-3.4H8',
    },
  ],
  properties: [
    { id: 'unit', typical: { text: 'user', source: 'engineering judgement' } },
    {
      id: 'trafficSplit',
      typical: {
        text: '10 to 50 % get the new one; interleaving needs far less traffic',
        source: 'systemoverflow.com; saipien and juicytalk on rollout strategies',
      },
    },
    {
      id: 'duration_d',
      typical: {
        text: 'at least 7 to 14; 14 to 28 for changes that remove a bias',
        source: 'systemoverflow.com',
      },
    },
    { id: 'guardrails', typical: { text: 'latency, errors, complaints', source: 'engineering judgement' } },
    { id: 'p99', typical: { text: '2 ms', source: 'engineering judgement' } },
    { id: 'baseRate', typical: { text: 'a click rate of 5 %', source: 'engineering judgement' } },
    {
      id: 'effect',
      typical: { text: '0.001 of 0.05 needs 760,000 users in each arm', source: 'arithmetic' },
    },
  ],
  figures: ['{trafficSplit}', '{duration_d} days', 'p99 {p99}'],
  usualLinks: [
    { to: 'orchestrator', mode: 'sync', label: 'variant' },
    { to: 'model-server', mode: 'control', label: 'variant' },
    { to: 'prediction-log', mode: 'stream', label: 'assignment' },
    { to: 'dashboard', mode: 'batch', label: 'results' },
    { to: 'service', mode: 'sync', label: 'variant' },
    { to: 'funnel', mode: 'control', label: 'variant' },
    { to: 'ranker', mode: 'control', label: 'variant' },
    { to: 'two-tower', mode: 'control', label: 'variant' },
    { to: 'model', mode: 'control', label: 'variant' },
    { to: 'rules-filter', mode: 'control', label: 'variant' },
    { to: 'event-stream', mode: 'stream', label: 'assignment' },
    { to: 'warehouse', mode: 'batch', label: 'assignment' },
    { to: 'policy', mode: 'control', label: 'variant' },
    { to: 'prompt-builder', mode: 'control', label: 'variant' },
    { to: 'llm', mode: 'control', label: 'variant' },
    { to: 'ci-cd', mode: 'control', label: 'winner' },
    { to: 'alert', mode: 'control', label: 'guardrail' },
  ],
  suspiciousLinks: [],
  watchOut: ['An assignment that is not logged with the impression cannot be analysed afterwards.'],
}
