import type { ComponentKind } from './kind.ts'

export const itemTower: ComponentKind = {
  id: 'item-tower',
  name: 'Item tower',
  synonyms: ['candidate tower', 'document tower', 'item encoder'],
  code: 'it',
  group: 'models',
  zone: 'offline',
  purpose:
    'The half of a two-tower model that runs ahead, over all items: item features in, one vector each.',
  outline: 'trapezoid-up',
  mark: [{ path: 'M6 .6 11 3.3v5.6L6 11.6 1 8.9V3.3zM1 3.3 6 6l5-2.7M6 6v5.6' }],
  properties: [
    { id: 'dim', typical: { text: 'the same as the query tower', source: 'definition' } },
    {
      id: 'features',
      typical: {
        text: 'item only: what belongs to user and item together is for the ranker',
        source: 'engineering judgement',
      },
    },
    {
      id: 'batch',
      typical: {
        text: 'all of the catalogue in batches',
        source: 'Google Cloud, two-tower retrieval architecture',
      },
    },
    { id: 'refresh_h', typical: { text: '6 to 24', source: 'engineering judgement' } },
    { id: 'version' },
  ],
  figures: ['d {dim}', 'every {refresh_h}', '{version}'],
  usualLinks: [
    { to: 'ann-index', mode: 'batch', label: 'vectors' },
    { to: 'embedding-store', mode: 'batch', label: 'vectors' },
    { to: 'object-store', mode: 'batch', label: 'vectors' },
    { to: 'kv-store', mode: 'batch', label: 'vectors' },
    { to: 'feature-store', mode: 'batch', label: 'vectors' },
    { to: 'model-registry', mode: 'batch', label: 'version' },
  ],
  suspiciousLinks: [
    {
      from: 'orchestrator',
      mode: 'sync',
      why: 'Are item vectors computed in the request, one for each item? Compute them ahead and look them up in an index.',
    },
    {
      from: 'service',
      mode: 'sync',
      why: 'Are item vectors computed in the request? Compute them ahead, except for an item that is uploaded right now.',
    },
    {
      from: 'ranker',
      mode: 'sync',
      why: 'Does the ranker compute item vectors per item? Compute them ahead and read them as features.',
    },
  ],
  watchOut: [],
}
