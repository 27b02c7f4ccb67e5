import type { ComponentKind } from './kind.ts'

export const externalSystem: ComponentKind = {
  id: 'external-system',
  name: 'External system',
  synonyms: ['third party', 'partner', 'payment provider', 'PSP', 'bidder', 'CRM', 'map API', 'vendor'],
  code: 'ext',
  group: 'entry',
  zone: 'online',
  purpose: 'Something others run: its latency, quota and failures are theirs, so call it with a timeout.',
  outline: 'cloud',
  mark: [{ path: 'M5.2 2H1.4v8.6H10V6.8M7.2 1.2h3.6v3.6M10.6 1.4 5.4 6.6' }],
  properties: [
    { id: 'sla', typical: { text: '100 ms and more', source: 'engineering judgement' } },
    { id: 'p99' },
    { id: 'quota' },
  ],
  figures: ['p99 {p99}', 'SLA {sla}'],
  usualLinks: [
    { to: 'service', mode: 'sync', label: 'answer' },
    { to: 'event-stream', mode: 'stream', label: 'webhooks' },
    { to: 'label-joiner', mode: 'batch', label: 'outcomes' },
    { to: 'queue', mode: 'stream', label: 'tasks' },
    { to: 'api-gateway', mode: 'sync', label: 'request' },
    { to: 'object-store', mode: 'batch', label: 'export' },
  ],
  suspiciousLinks: [
    {
      from: 'orchestrator',
      mode: 'sync',
      why: 'What do users get when it is slow or down? Ask ahead and cache, or give the call a timeout and a fallback.',
    },
  ],
  watchOut: ['On the hot path its outages are yours.'],
}
