import type { ComponentKind } from './kind.ts'

export const promptBuilder: ComponentKind = {
  id: 'prompt-builder',
  name: 'Prompt builder',
  synonyms: [
    'context assembler',
    'prompt template',
    'prompt',
    'context window',
    'LangChain',
    'LlamaIndex',
    'augmentation',
  ],
  code: 'pb',
  group: 'llm',
  zone: 'online',
  purpose: 'Puts question, instructions and the best passages into one prompt that fits, with ids to cite.',
  outline: 'document',
  mark: [
    {
      path: 'M4 1C2.3 1 3.2 3.4 3 4.6 2.9 5.5 2.3 6 1.4 6c.9 0 1.5.5 1.6 1.4.2 1.2-.7 3.6 1 3.6M8 1c1.7 0 .8 2.4 1 3.6.1.9.7 1.4 1.6 1.4-.9 0-1.5.5-1.6 1.4-.2 1.2.7 3.6-1 3.6',
    },
    { circle: [6, 4, 0.85], fill: 'solid' },
    { circle: [6, 8, 0.85], fill: 'solid' },
  ],
  properties: [
    { id: 'promptTokens' },
    { id: 'passages' },
    { id: 'p99', typical: { text: '5 to 30 ms', source: 'systemoverflow.com' } },
    { id: 'version' },
    { id: 'replicas' },
  ],
  figures: ['k = {passages}', '{promptTokens} tokens', 'p99 {p99}'],
  usualLinks: [
    { to: 'llm', mode: 'sync', label: 'prompt' },
    { to: 'guardrail', mode: 'sync', label: 'prompt' },
    { to: 'orchestrator', mode: 'sync', label: 'prompt' },
    { to: 'kv-store', mode: 'sync', label: 'chunk texts' },
    { to: 'cache', mode: 'sync', label: 'history' },
    { to: 'prediction-log', mode: 'stream', label: 'prompt, passages' },
  ],
  suspiciousLinks: [],
  watchOut: ['Without an id at each passage the answer cannot cite it, and nobody can check it.'],
}
