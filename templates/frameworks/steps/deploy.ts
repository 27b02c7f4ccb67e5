import type { StepContent } from '../../../src/domain/steps.ts'

export const deploy: StepContent = {
  name: 'Deployment and serving',
  short: 'Deploy',
  goal: 'Serve it at the agreed rate and latency, and roll it out safely.',
  draw: 'Draw the serving path with a p99 on every hop, a fallback, and how a new version is rolled out and back.',
  starters: ['card-latency-budget', 'card-rollout', 'model-server'],
  isProtected: true,
  prompts: [
    {
      id: 'serving-mode',
      ask: 'Batch, online, streaming or a mix: how is it served, and why?',
      note: 'What is computed ahead, what at request time',
    },
    {
      id: 'latency-budget',
      ask: 'Do the hops add up to less than the latency agreed?',
      note: 'p99 of each hop on the path; what runs in parallel; where features are read',
    },
    {
      id: 'ci-cd',
      ask: 'How does a change get to production: CI/CD?',
      note: 'Tests of code, data and model; the evaluation gate; registry, versions, one click back',
    },
    {
      id: 'kubernetes',
      ask: 'Where does it run: why Kubernetes, and what does it scale by?',
      note: 'Replicas from the request rate, autoscaling signal, GPUs and batching, what happens when a pod dies',
    },
    {
      id: 'rollout',
      ask: 'How is a new version rolled out, and back?',
      note: 'Shadow, canary, blue/green; what gates each stage, what triggers the way back',
    },
    {
      id: 'fallback',
      ask: 'What do users see when a part fails?',
      note: 'Simpler model → cached result → popular → static; timeouts that leave time for it',
    },
    {
      id: 'versions',
      ask: 'Do model, features and index fit each other after a release?',
      note: 'A new user tower must not meet an old index',
    },
    {
      id: 'cost',
      ask: 'What does it cost, and where would you save?',
      note: 'Cache with key and lifetime, smaller model, quantisation, fewer candidates; regions; who may call it',
    },
  ],
  looksFor: [
    'A latency budget that stays under what was agreed.',
    'What happens on failure, and the way back.',
    'Model, features and index that belong together.',
  ],
  mistakes: [
    'Item embeddings computed for every request.',
    'The warehouse read online.',
    'No fallback; a new user tower on an old index.',
    'Kubernetes named, with no reason.',
  ],
  artefacts: [
    {
      name: 'Serving path',
      anyOf: ['model-server', 'api-gateway', 'orchestrator', 'batch-scorer', 'edge-model'],
    },
    { name: 'Latency budget', anyOf: ['latency-budget'] },
    { name: 'Rollout', anyOf: ['rollout', 'ci-cd', 'shadow'] },
  ],
}
