import type { ComponentKind } from './kind.ts'

export const client: ComponentKind = {
  id: 'client',
  name: 'Client',
  synonyms: ['app', 'browser', 'user', 'device', 'mobile app', 'web page', 'frontend'],
  code: 'cl',
  group: 'entry',
  zone: 'online',
  purpose: 'Where requests start and events are recorded: an app, a page, a device.',
  outline: 'phone',
  mark: [{ circle: [6, 3.5, 2.5] }, { path: 'M1.3 11.4c.2-2.9 2-4.5 4.7-4.5s4.5 1.6 4.7 4.5' }],
  properties: [
    { id: 'platform', typical: { text: 'phone, web, TV, server', source: 'engineering judgement' } },
    { id: 'dau', typical: { text: '1M to 1B', source: 'engineering judgement' } },
    { id: 'requests_day', typical: { text: '3 to 20', source: 'engineering judgement' } },
    {
      id: 'qps',
      typical: {
        text: 'daily users × requests ÷ 86,400, times 2 to 3 at the peak',
        source: 'arithmetic; peak factor: engineering judgement',
      },
    },
    { id: 'peakFactor', typical: { text: '2 to 3', source: 'engineering judgement' } },
  ],
  figures: ['{dau} DAU', '{qps}'],
  usualLinks: [
    { to: 'api-gateway', mode: 'sync', label: 'request' },
    { to: 'event-stream', mode: 'stream', label: 'events' },
    { to: 'cdn', mode: 'sync', label: 'static content' },
    { to: 'load-balancer', mode: 'sync', label: 'request' },
    { to: 'service', mode: 'sync', label: 'request' },
    { to: 'orchestrator', mode: 'sync', label: 'request' },
    { to: 'edge-model', mode: 'sync', label: 'predict locally' },
    { to: 'guardrail', mode: 'sync', label: 'question' },
  ],
  suspiciousLinks: [
    {
      to: 'model-server',
      mode: 'sync',
      why: 'Should a device call the model server itself? Put a gateway or a service between: it checks who calls, adds features and can fall back.',
    },
    { to: 'sql-db', mode: 'sync', why: 'Should a device read the database itself? Put a service between.' },
    { to: 'kv-store', mode: 'sync', why: 'Should a device read the store itself? Put a service between.' },
    {
      to: 'feature-store',
      mode: 'sync',
      why: 'Should a device read features itself? The service that scores reads them.',
    },
  ],
  watchOut: [],
}
