import type { ComponentKind } from './kind.ts'

export const modelRegistry: ComponentKind = {
  id: 'model-registry',
  name: 'Model registry',
  synonyms: ['MLflow registry', 'model store', 'artifact store', 'versions', 'artefacts'],
  code: 'reg',
  group: 'training',
  zone: 'offline',
  purpose: 'Every version with its data, metrics and stage; serving takes models from here only.',
  outline: 'cylinder',
  mark: [{ path: 'M3.3 1.4h5.4L11.6 6 8.7 10.6H3.3L.4 6z' }],
  properties: [
    { id: 'version' },
    {
      id: 'lineage',
      typical: { text: 'code, data and parameters of the run', source: 'engineering judgement' },
    },
  ],
  figures: ['{version}'],
  usualLinks: [
    { to: 'ci-cd', mode: 'control', label: 'promote' },
    { to: 'model-server', mode: 'control', label: 'version' },
    { to: 'batch-scorer', mode: 'control', label: 'version' },
    { to: 'two-tower', mode: 'control', label: 'version' },
    { to: 'ranker', mode: 'control', label: 'version' },
    { to: 'funnel', mode: 'control', label: 'version' },
    { to: 'model', mode: 'control', label: 'version' },
    { to: 'ann-index', mode: 'control', label: 'version' },
    { to: 'offline-eval', mode: 'batch', label: 'candidate' },
    { to: 'ab-platform', mode: 'control', label: 'candidate' },
  ],
}
