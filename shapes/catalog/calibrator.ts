import type { ComponentKind } from './kind.ts'

export const calibrator: ComponentKind = {
  id: 'calibrator',
  name: 'Calibrator',
  synonyms: [
    'calibration',
    'Platt scaling',
    'isotonic regression',
    'temperature scaling',
    'score calibration',
  ],
  code: 'cal',
  group: 'models',
  zone: 'online',
  purpose:
    'Makes scores mean probabilities, where they are bid, compared with a cost or added to other scores.',
  outline: 'hexagon-small',
  mark: [{ path: 'M.6.4v11h11M2 10.2C10.6 10.2 3 1 11.4 1' }, { path: 'M2 10.2 11.4 1', dash: '1.1 1.7' }],
  properties: [
    {
      id: 'calibration',
      typical: {
        text: 'Platt, isotonic; needed where scores feed an auction or are combined',
        source:
          'He et al., 2014, on ad clicks at Facebook; frutik.github.io on LinkedIn, people you may know',
      },
    },
    { id: 'ece' },
    { id: 'p99', typical: { text: '1 ms', source: 'engineering judgement' } },
    { id: 'version' },
    { id: 'replicas' },
  ],
  figures: ['ECE {ece}', 'p99 {p99}', '{version}'],
  usualLinks: [
    { to: 'policy', mode: 'sync', label: 'probability' },
    { to: 'orchestrator', mode: 'sync', label: 'probability' },
    { to: 'prediction-log', mode: 'stream', label: 'probability' },
    { to: 'reranker', mode: 'sync', label: 'probabilities' },
    { to: 'drift-monitor', mode: 'stream', label: 'probabilities' },
    { to: 'offline-eval', mode: 'batch', label: 'reliability' },
    { to: 'service', mode: 'sync', label: 'probability' },
  ],
  suspiciousLinks: [],
  watchOut: [
    'An auction, or a sum over several objectives, of scores that are not calibrated trades one unit against another by accident.',
  ],
}
