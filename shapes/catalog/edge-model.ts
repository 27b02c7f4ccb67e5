import type { ComponentKind } from './kind.ts'

export const edgeModel: ComponentKind = {
  id: 'edge-model',
  name: 'On-device model',
  synonyms: [
    'edge model',
    'mobile model',
    'Core ML',
    'TensorFlow Lite',
    'TFLite',
    'federated',
    'local model',
    'on-device inference',
  ],
  code: 'em',
  group: 'serving',
  zone: 'online',
  purpose:
    'Predicts on the phone itself: no round trip, works offline, data stays there. Small, and slow to replace.',
  outline: 'phone',
  mark: [{ path: 'M3.3 1.4h5.4L11.6 6 8.7 10.6H3.3L.4 6z' }],
  properties: [{ id: 'size' }, { id: 'ram' }, { id: 'p99' }, { id: 'version' }],
  figures: ['{size}', 'p99 {p99}', '{version}'],
  usualLinks: [
    { to: 'client', mode: 'sync', label: 'prediction' },
    { to: 'event-stream', mode: 'stream', label: 'telemetry' },
    { to: 'api-gateway', mode: 'sync', label: 'hard cases' },
    { to: 'model-server', mode: 'sync', label: 'hard cases' },
    { to: 'prediction-log', mode: 'stream', label: 'scores, version' },
    { to: 'fallback', mode: 'sync', label: 'if it fails' },
    { to: 'drift-monitor', mode: 'stream', label: 'telemetry' },
  ],
  suspiciousLinks: [],
  watchOut: [
    'Without a path for updates and for telemetry, old versions run for years and nobody knows how well.',
  ],
}
