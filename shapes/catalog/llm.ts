import type { ComponentKind } from './kind.ts'

export const llm: ComponentKind = {
  id: 'llm',
  name: 'LLM',
  synonyms: [
    'large language model',
    'GPT',
    'Claude',
    'Llama',
    'foundation model',
    'chat model',
    'generator',
    'vLLM',
  ],
  code: 'llm',
  group: 'llm',
  zone: 'online',
  purpose:
    'Writes the answer from a prompt, hosted or self-served; slow and dear by the token, so plan both.',
  outline: 'hexagon-large',
  mark: [
    {
      path: 'M2.2 1h7.6c.8 0 1.4.6 1.4 1.4v4.4c0 .8-.6 1.4-1.4 1.4H6.4L3.4 11.2V8.2H2.2c-.8 0-1.4-.6-1.4-1.4V2.4C.8 1.6 1.4 1 2.2 1zM3.4 3.6h5.2M3.4 5.7h3',
    },
  ],
  properties: [
    { id: 'params' },
    { id: 'contextTokens' },
    { id: 'ttft', typical: { text: '300 to 500 ms as a target', source: 'systemoverflow.com' } },
    { id: 'tokens_s', typical: { text: '20 to 60', source: 'systemoverflow.com' } },
    { id: 'p99', typical: { text: 'p95 of 2 to 3 s for short answers', source: 'systemoverflow.com' } },
    { id: 'tokenPrice' },
    { id: 'replicas' },
    { id: 'version' },
  ],
  figures: ['TTFT {ttft}', 'p99 {p99}', '{params} parameters'],
  usualLinks: [
    { to: 'guardrail', mode: 'sync', label: 'draft answer' },
    { to: 'orchestrator', mode: 'sync', label: 'answer' },
    { to: 'policy', mode: 'sync', label: 'proposed call' },
    { to: 'tool', mode: 'sync', label: 'call' },
    { to: 'service', mode: 'sync', label: 'answer' },
    { to: 'prediction-log', mode: 'stream', label: 'prompt, answer' },
    { to: 'cache', mode: 'sync', label: 'known answers' },
    { to: 'fallback', mode: 'sync', label: 'on timeout' },
    { to: 'model-registry', mode: 'batch', label: 'version' },
    { to: 'offline-eval', mode: 'batch', label: 'answers' },
  ],
  suspiciousLinks: [
    {
      from: 'client',
      mode: 'sync',
      why: 'Who checks who is asking, how much, and what comes back? Put a gateway and a guardrail between.',
    },
  ],
  watchOut: ['Asked about private or recent facts without retrieval, it makes them up.'],
}
