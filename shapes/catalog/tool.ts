import type { ComponentKind } from './kind.ts'

export const tool: ComponentKind = {
  id: 'tool',
  name: 'Tool',
  synonyms: [
    'function call',
    'function calling',
    'agent action',
    'plugin',
    'MCP server',
    'action',
    'function',
  ],
  code: 'tl',
  group: 'llm',
  zone: 'online',
  purpose:
    'Something the model may call: a lookup, a calculation, a booking. Say what it changes and who confirms.',
  outline: 'process',
  mark: [
    {
      path: 'M11 3.3a3.2 3.2 0 0 1-4.2 3.8L3.1 10.9a1.4 1.4 0 0 1-2-2L4.9 5.2A3.2 3.2 0 0 1 8.7 1L6.9 2.8l.4 1.9 1.9.4z',
    },
  ],
  properties: [
    { id: 'sideEffects' },
    { id: 'confirmed', typical: { text: 'yes, if it changes anything', source: 'engineering judgement' } },
    {
      id: 'auth',
      typical: {
        text: 'the user who asks, with no more rights than that user',
        source: 'engineering judgement',
      },
    },
    { id: 'p99' },
  ],
  figures: ['{confirmed}', '{sideEffects}', 'p99 {p99}'],
  usualLinks: [
    { to: 'llm', mode: 'sync', label: 'result' },
    { to: 'external-system', mode: 'sync', label: 'request' },
    { to: 'service', mode: 'sync', label: 'request' },
    { to: 'sql-db', mode: 'sync', label: 'read, write' },
    { to: 'search-index', mode: 'sync', label: 'query' },
    { to: 'orchestrator', mode: 'sync', label: 'result' },
    { to: 'prediction-log', mode: 'stream', label: 'calls, results' },
    { to: 'event-stream', mode: 'stream', label: 'actions' },
    { to: 'guardrail', mode: 'sync', label: 'result' },
  ],
  suspiciousLinks: [],
  watchOut: [
    'What it changes without asking a person or a policy first, a wrong or injected prompt changes too.',
  ],
}
