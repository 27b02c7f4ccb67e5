import type { ComponentKind } from './kind.ts'

export const modelServer: ComponentKind = {
  id: 'model-server',
  name: 'Model server',
  synonyms: ['Triton', 'TF Serving', 'TorchServe', 'Seldon', 'KServe', 'inference service', 'endpoint'],
  code: 'ms',
  group: 'serving',
  zone: 'online',
  purpose: 'Runs versions of models from the registry behind an API, with replicas and batching.',
  outline: 'process',
  mark: [{ path: 'M4 .6h4l2.1 3.2L8 7H4L1.9 3.8zM.6 9h10.8M.6 11.4h10.8' }],
  properties: [
    { id: 'qps' },
    { id: 'p99', typical: { text: 'tens of ms for one call', source: 'published latency breakdowns' } },
    { id: 'batch' },
    {
      id: 'replicas',
      typical: { text: 'requests/s × latency ÷ (concurrency × utilisation)', source: "Little's law" },
    },
    { id: 'version' },
  ],
  figures: ['{replicas} replicas', 'p99 {p99}', '{version}'],
  usualLinks: [
    { to: 'feature-store', mode: 'sync', label: 'features' },
    { to: 'prediction-log', mode: 'stream', label: 'features, scores' },
    { to: 'fallback', mode: 'sync', label: 'on timeout' },
    { to: 'ann-index', mode: 'sync', label: 'top k' },
    { to: 'two-tower', mode: 'sync', label: 'user vector' },
    { to: 'model', mode: 'sync', label: 'predict' },
    { to: 'kv-store', mode: 'sync', label: 'features' },
    { to: 'cache', mode: 'sync', label: 'lookup' },
    { to: 'drift-monitor', mode: 'stream', label: 'features, scores' },
    { to: 'event-stream', mode: 'stream', label: 'predictions' },
    { to: 'dashboard', mode: 'stream', label: 'latency, errors' },
    { to: 'alert', mode: 'control', label: 'errors' },
  ],
}
