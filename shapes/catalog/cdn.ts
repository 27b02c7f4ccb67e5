import type { ComponentKind } from './kind.ts'

export const cdn: ComponentKind = {
  id: 'cdn',
  name: 'CDN',
  synonyms: ['content delivery network', 'edge cache', 'CloudFront', 'Fastly', 'Akamai'],
  code: 'cdn',
  group: 'entry',
  zone: 'online',
  purpose: 'Answers from a place near the user what is the same for everybody: images, video, public pages.',
  outline: 'rounded',
  mark: [
    { circle: [6, 6, 4] },
    { ellipse: [6, 6, 1.7, 4] },
    { path: 'M2 6h8' },
    { circle: [1, 1, 1.1], fill: 'solid' },
    { circle: [11, 1, 1.1], fill: 'solid' },
    { circle: [1, 11, 1.1], fill: 'solid' },
    { circle: [11, 11, 1.1], fill: 'solid' },
  ],
  properties: [
    { id: 'hitRate', typical: { text: '0.9 and more for media', source: 'engineering judgement' } },
    { id: 'ttl' },
    {
      id: 'key',
      typical: { text: 'no user in it, or no personal content behind it', source: 'engineering judgement' },
    },
    { id: 'p99' },
  ],
  figures: ['hit {hitRate}', 'TTL {ttl}', 'p99 {p99}'],
  usualLinks: [
    { to: 'api-gateway', mode: 'sync', label: 'on a miss' },
    { to: 'load-balancer', mode: 'sync', label: 'on a miss' },
    { to: 'object-store', mode: 'sync', label: 'origin' },
    { to: 'service', mode: 'sync', label: 'on a miss' },
  ],
  suspiciousLinks: [],
  watchOut: ['A personal answer under a key without the user is shown to whoever asks next.'],
}
