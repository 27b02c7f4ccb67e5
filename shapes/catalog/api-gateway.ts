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
    { path: 'M1.8 5.8V4.2a3.2 3.2 0 0 1 6.4 0v1.6M1.8 9.6v1.8M8.2 9.6v1.8M.4 11.4h2.8M6.8 11.4h2.8' },
    { path: 'M-.8 7.7H12M9.9 5.6 12 7.7 9.9 9.8' },
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
