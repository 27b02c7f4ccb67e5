import type { ComponentKind } from './kind.ts'

export const loadBalancer: ComponentKind = {
  id: 'load-balancer',
  name: 'Load balancer',
  synonyms: ['LB', 'nginx', 'Envoy', 'HAProxy', 'ELB'],
  code: 'lb',
  group: 'entry',
  zone: 'online',
  purpose: 'Spreads requests over equal replicas and leaves out those that are ill.',
  outline: 'process',
  mark: [
    { circle: [1.6, 6, 1.5], fill: 'solid' },
    { path: 'M1.6 6h3.2L9.6 1.8M4.8 6h5M4.8 6l4.8 4.2' },
    { circle: [10.2, 1.6, 1.25], fill: 'solid' },
    { circle: [10.4, 6, 1.25], fill: 'solid' },
    { circle: [10.2, 10.4, 1.25], fill: 'solid' },
  ],
  properties: [
    { id: 'qps' },
    {
      id: 'p99',
      typical: {
        text: 'under 1 ms on top of a round trip of 0.5 ms within a data centre',
        source: 'latency ladders by leetdezine and crackedjava',
      },
    },
    {
      id: 'algorithm',
      typical: { text: 'round robin, least connections, by hash', source: 'engineering judgement' },
    },
    { id: 'replicas' },
  ],
  figures: ['p99 {p99}', '{qps}'],
  usualLinks: [
    { to: 'api-gateway', mode: 'sync', label: 'request' },
    { to: 'service', mode: 'sync', label: 'request' },
    { to: 'model-server', mode: 'sync', label: 'request' },
    { to: 'orchestrator', mode: 'sync', label: 'request' },
  ],
  suspiciousLinks: [],
  watchOut: [
    'One instance behind it, at a high rate of requests, is all the balancing there is and a single point of failure.',
  ],
}
