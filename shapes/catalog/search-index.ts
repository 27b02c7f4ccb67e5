import type { ComponentKind } from './kind.ts'

export const searchIndex: ComponentKind = {
  id: 'search-index',
  name: 'Search index',
  synonyms: [
    'inverted index',
    'Elasticsearch',
    'OpenSearch',
    'Lucene',
    'Solr',
    'BM25',
    'lexical retrieval',
    'full-text search',
    'keyword search',
  ],
  code: 'idx',
  group: 'storage',
  zone: 'online',
  purpose:
    'Finds documents by the words in them, best matches first; beside vectors for exact names and rare words.',
  outline: 'cylinder',
  mark: [{ circle: [5, 5, 3.9] }, { path: 'M7.9 7.9 11.4 11.4' }],
  properties: [
    { id: 'items' },
    { id: 'p99', typical: { text: '10 to 50 ms', source: 'engineering judgement' } },
    { id: 'shards' },
    { id: 'refresh_h' },
    {
      id: 'acl',
      typical: { text: 'yes, if not everybody may see every document', source: 'engineering judgement' },
    },
    { id: 'replicas' },
  ],
  figures: ['p99 {p99}', '{items} docs', '{shards} shards'],
  usualLinks: [
    { to: 'orchestrator', mode: 'sync', label: 'matches' },
    { to: 'candidate-generator', mode: 'sync', label: 'matches' },
    { to: 'ranker', mode: 'sync', label: 'matches' },
    { to: 'reranker', mode: 'sync', label: 'matches' },
    { to: 'rules-filter', mode: 'sync', label: 'matches' },
    { to: 'service', mode: 'sync', label: 'matches' },
    { to: 'funnel', mode: 'sync', label: 'matches' },
    { to: 'prompt-builder', mode: 'sync', label: 'passages' },
  ],
  suspiciousLinks: [],
  watchOut: [
    'Without a path from the catalogue that adds, changes and deletes documents, the index shows what is gone and misses what is new.',
  ],
}
