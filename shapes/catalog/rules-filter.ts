import type { ComponentKind } from './kind.ts'

export const rulesFilter: ComponentKind = {
  id: 'rules-filter',
  name: 'Rules filter',
  synonyms: [
    'business rules',
    'eligibility',
    'already seen',
    'in stock',
    'policy filter',
    'blocklist',
    'filtering',
    'allowlist',
    'post-filter',
  ],
  code: 'rf',
  group: 'models',
  zone: 'online',
  purpose: 'Drops what must not be shown, whatever its score: seen, sold out, not licensed, blocked.',
  outline: 'diamond',
  mark: [{ path: 'M.7 1.4h10.6L7.3 6.3v5L4.7 9.7V6.3z' }],
  properties: [
    {
      id: 'rules',
      typical: {
        text: 'seen, in stock, licensed here, age; filtering is a stage of its own',
        source: 'NVIDIA Merlin on four-stage recommenders',
      },
    },
    { id: 'itemsIn' },
    { id: 'itemsOut' },
    { id: 'p99', typical: { text: '3 to 10 ms', source: 'engineering judgement' } },
    { id: 'replicas' },
  ],
  figures: ['{itemsIn} → {itemsOut}', '{rules} rules', 'p99 {p99}'],
  usualLinks: [
    { to: 'ranker', mode: 'sync', label: 'eligible items' },
    { to: 'kv-store', mode: 'sync', label: 'seen items' },
    { to: 'reranker', mode: 'sync', label: 'eligible items' },
    { to: 'cache', mode: 'sync', label: 'rules' },
    { to: 'orchestrator', mode: 'sync', label: 'eligible items' },
    { to: 'feature-store', mode: 'sync', label: 'attributes' },
    { to: 'sql-db', mode: 'sync', label: 'stock, rights' },
    { to: 'policy', mode: 'sync', label: 'eligible items' },
    { to: 'prediction-log', mode: 'stream', label: 'what was dropped' },
  ],
  suspiciousLinks: [
    {
      from: 'reranker',
      mode: 'sync',
      why: 'What fills the gaps if rules drop items from the final list? Filter before ranking too, or rank more than is shown.',
    },
  ],
  watchOut: ['After the final cut only, rules can leave the list short or empty.'],
}
