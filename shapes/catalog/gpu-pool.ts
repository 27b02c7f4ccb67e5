import type { ComponentKind } from './kind.ts'

export const gpuPool: ComponentKind = {
  id: 'gpu-pool',
  name: 'GPU pool',
  synonyms: [
    'GPU cluster',
    'GPUs',
    'accelerators',
    'TPU',
    'A100',
    'H100',
    'training cluster',
    'compute',
    'GPU trainer',
  ],
  code: 'gpu',
  group: 'training',
  zone: 'offline',
  purpose: 'The accelerators that training and heavy serving share: how many, how busy, who goes first.',
  outline: 'process',
  mark: [
    { rect: [2.8, 2.8, 6.4, 6.4, 0.8] },
    {
      path: 'M4.6 2.8V.6M7.4 2.8V.6M4.6 11.4V9.2M7.4 11.4V9.2M2.8 4.6H.6M2.8 7.4H.6M11.4 4.6H9.2M11.4 7.4H9.2',
    },
    { circle: [6, 6, 1], fill: 'solid' },
  ],
  properties: [{ id: 'gpus' }, { id: 'gpuType' }, { id: 'utilisation' }],
  figures: ['{gpus} GPUs', 'busy {utilisation}', '{gpuType}'],
  usualLinks: [
    { to: 'training-job', mode: 'control', label: 'hosts' },
    { to: 'model-server', mode: 'control', label: 'hosts' },
    { to: 'llm', mode: 'control', label: 'hosts' },
    { to: 'hp-tuner', mode: 'control', label: 'hosts' },
    { to: 'batch-scorer', mode: 'control', label: 'hosts' },
    { to: 'encoder', mode: 'control', label: 'hosts' },
    { to: 'two-tower', mode: 'control', label: 'hosts' },
    { to: 'dashboard', mode: 'batch', label: 'utilisation' },
    { to: 'alert', mode: 'control', label: 'no capacity' },
  ],
  suspiciousLinks: [],
  watchOut: [],
}
