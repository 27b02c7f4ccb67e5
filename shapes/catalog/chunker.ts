import type { ComponentKind } from './kind.ts'

export const chunker: ComponentKind = {
  id: 'chunker',
  name: 'Chunker',
  synonyms: ['parser', 'document parser', 'text splitter', 'splitter', 'ingestion', 'PDF parsing', 'OCR'],
  code: 'ck',
  group: 'llm',
  zone: 'nearline',
  purpose:
    'Cuts documents into passages that fit a prompt and say one thing, with their source and access rights.',
  outline: 'process',
  mark: [{ path: 'M2 1h8M2 3.4h5.4M2 8.8h8M2 11.2h4.6' }, { path: 'M-.2 6.1h12.4', dash: '1.5 1.5' }],
  properties: [
    { id: 'chunkTokens', typical: { text: 'a few hundred, e.g. 512', source: 'mlprep.io on RAG design' } },
    { id: 'overlapTokens', typical: { text: '50 for 512', source: 'mlprep.io on RAG design' } },
    { id: 'freshness_h' },
  ],
  figures: ['{chunkTokens} / {overlapTokens}', '{chunkTokens} tokens'],
  usualLinks: [
    { to: 'encoder', mode: 'stream', label: 'chunks' },
    { to: 'search-index', mode: 'stream', label: 'upsert, delete' },
    { to: 'object-store', mode: 'batch', label: 'chunks' },
    { to: 'kv-store', mode: 'stream', label: 'chunk texts' },
    { to: 'ann-index', mode: 'stream', label: 'deletions' },
    { to: 'data-validation', mode: 'batch', label: 'chunks' },
  ],
  suspiciousLinks: [],
  watchOut: [
    'New chunks need new vectors: cutting anew without encoding anew leaves the index pointing at texts that are gone.',
  ],
}
