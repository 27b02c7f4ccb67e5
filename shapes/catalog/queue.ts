import type { ComponentKind } from './kind.ts'

export const queue: ComponentKind = {
  id: 'queue',
  name: 'Work queue',
  synonyms: ['SQS', 'RabbitMQ', 'task queue', 'job queue', 'message queue', 'Celery', 'async tasks'],
  code: 'q',
  group: 'movement',
  zone: 'nearline',
  purpose: 'Tasks that each one worker does once, later: moderation, video processing, mails.',
  outline: 'parallelogram',
  mark: [
    { rect: [0.5, 4.2, 3, 3.6, 0.5] },
    { rect: [4.5, 4.2, 3, 3.6, 0.5] },
    { rect: [8.5, 4.2, 3, 3.6, 0.5], fill: 'both' },
  ],
  properties: [
    { id: 'depth' },
    {
      id: 'deadLetter',
      typical: {
        text: 'yes: a task that keeps failing must not block the others',
        source: 'engineering judgement',
      },
    },
    { id: 'qps' },
  ],
  figures: ['depth {depth}', '{qps}'],
  usualLinks: [
    { to: 'service', mode: 'stream', label: 'tasks' },
    { to: 'human-review', mode: 'stream', label: 'cases' },
    { to: 'model-server', mode: 'stream', label: 'tasks' },
    { to: 'batch-job', mode: 'stream', label: 'tasks' },
    { to: 'model', mode: 'stream', label: 'tasks' },
    { to: 'encoder', mode: 'stream', label: 'tasks' },
    { to: 'llm', mode: 'stream', label: 'tasks' },
    { to: 'labelling', mode: 'stream', label: 'tasks' },
    { to: 'chunker', mode: 'stream', label: 'documents' },
    { to: 'batch-scorer', mode: 'stream', label: 'tasks' },
    { to: 'external-system', mode: 'stream', label: 'tasks' },
  ],
  suspiciousLinks: [
    {
      to: 'warehouse',
      why: 'Is this queue the history that analysts read? A task is gone once it is done: use an event stream.',
    },
    {
      to: 'object-store',
      why: 'Is this queue the record of what happened? A task is gone once it is done: use an event stream.',
    },
    {
      to: 'training-dataset',
      why: 'Do training examples come from a queue? A task is gone once it is done: log them, then join.',
    },
  ],
  watchOut: [],
}
