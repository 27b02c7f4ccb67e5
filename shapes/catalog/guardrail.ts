import type { ComponentKind } from './kind.ts'

export const guardrail: ComponentKind = {
  id: 'guardrail',
  name: 'Guardrail',
  synonyms: [
    'safety filter',
    'PII scrub',
    'PII redaction',
    'moderation filter',
    'toxicity filter',
    'prompt injection',
    'content safety',
  ],
  code: 'gd',
  group: 'llm',
  zone: 'online',
  purpose:
    'Checks what goes into the model and what comes out: injection, personal data, toxicity, claims without source.',
  outline: 'shield',
  mark: [{ path: 'M2 6.4 4.9 9.4 10.2 3' }],
  properties: [
    { id: 'policies' },
    { id: 'guards' },
    { id: 'p99', typical: { text: '10 to 300 ms', source: 'codenicely on LLM guardrails' } },
    { id: 'replicas' },
  ],
  figures: ['p99 {p99}', '{policies} policies', '{guards}'],
  usualLinks: [
    { to: 'llm', mode: 'sync', label: 'checked prompt' },
    { to: 'orchestrator', mode: 'sync', label: 'checked answer' },
    { to: 'service', mode: 'sync', label: 'checked answer' },
    { to: 'prompt-builder', mode: 'sync', label: 'checked question' },
    { to: 'fallback', mode: 'sync', label: 'refused' },
    { to: 'human-review', mode: 'stream', label: 'flagged' },
    { to: 'queue', mode: 'stream', label: 'flagged' },
    { to: 'prediction-log', mode: 'stream', label: 'verdicts' },
    { to: 'alert', mode: 'control', label: 'attack' },
    { to: 'client', mode: 'sync', label: 'checked answer' },
  ],
  suspiciousLinks: [],
  watchOut: [
    'Before the model only, nothing checks what it says; after it only, nothing stops an injected prompt.',
  ],
}
