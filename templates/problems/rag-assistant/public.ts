import type { Problem } from '../problem.ts'

export const ragAssistant: Problem = {
  id: 'rag-assistant',
  code: 'P06',
  title: 'RAG assistant over company documents',
  prompt:
    'Our people spend hours looking for things in internal documents. Let them ask in plain language and get an answer.',
  level: 'harder',
  tags: ['generation', 'retrieval', 'NLP', 'ranking'],
  depth: 'full',
  variants: [
    {
      id: 'one-handbook',
      changes: 'scale',
      title: 'Fifty thousand documents',
      prompt:
        'One department has fifty thousand documents and two hundred people. Let them ask in plain language and get an answer.',
      facts: [
        { about: 'corpus', now: '50k documents, mostly wiki pages.' },
        { about: 'load', now: 'At most one question in five seconds.' },
        { about: 'access', now: 'All of the department may read everything.' },
      ],
    },
    {
      id: 'nothing-leaves',
      changes: 'constraint',
      title: 'No model from outside',
      prompt:
        'Let our people ask about internal documents in plain language. Nothing may leave our machines, and we own eight GPUs of 80 GB.',
      facts: [
        { about: 'budget', now: 'No hosted model; 8 GPUs for everything, embeddings included.' },
        { about: 'latency', now: 'First words within 2 s, the whole answer within 8 s.' },
      ],
    },
  ],
}
