import type { ComponentKind } from './kind.ts'

export const apiGateway: ComponentKind = {
  id: 'api-gateway',
  name: 'API gateway',
  synonyms: ['gateway', 'BFF', 'backend for frontend', 'edge API', 'Kong', 'Apigee', 'rate limiter'],
  code: 'gw',
  group: 'entry',
  zone: 'online',
  purpose: 'The one door for clients: checks who calls, limits how often, routes. No model logic in it.',
  outline: 'process',
  mark: [
    { path: 'M6 .4v3.4M6 8.2v3.4' },
    { path: 'M4.6 .4h2.8M4.6 11.6h2.8M.4 6h10.8M8.9 3.7 11.3 6 8.9 8.3' },
  ],
  properties: [
    { id: 'qps' },
    { id: 'p99', typical: { text: '2 to 10 ms', source: 'engineering judgement' } },
    { id: 'rateLimit' },
    { id: 'auth' },
    { id: 'replicas' },
  ],
  figures: ['p99 {p99}', '{qps}'],
  usualLinks: [
    { to: 'service', mode: 'sync', label: 'request' },
    { to: 'orchestrator', mode: 'sync', label: 'user id' },
    { to: 'ab-platform', mode: 'sync', label: 'variant' },
    { to: 'event-stream', mode: 'stream', label: 'request events' },
    { to: 'load-balancer', mode: 'sync', label: 'request' },
    { to: 'cache', mode: 'sync', label: 'lookup' },
    { to: 'guardrail', mode: 'sync', label: 'question' },
    { to: 'llm', mode: 'sync', label: 'prompt' },
    { to: 'model-server', mode: 'sync', label: 'predict' },
    { to: 'search-index', mode: 'sync', label: 'query' },
    { to: 'queue', mode: 'stream', label: 'tasks' },
  ],
  suspiciousLinks: [],
  watchOut: ['Model logic in the gateway is released with the gateway and tested by nobody.'],
}
