import type { Problem } from '../problem.ts'

export const visualSearch: Problem = {
  id: 'visual-search',
  code: 'P08',
  title: 'Visual search',
  prompt: 'A customer points the phone at a chair in a café. Show chairs like it that one can buy.',
  level: 'medium',
  tags: ['vision', 'retrieval', 'content-based', 'real-time input'],
  depth: 'compact',
  variants: [
    {
      id: 'spare-parts',
      changes: 'scale',
      title: 'Forty thousand spare parts',
      prompt:
        'We make machines. A mechanic photographs a worn part and needs its number, out of forty thousand.',
      facts: [
        { about: 'catalogue', now: '40k parts with drawings and a few studio photos each.' },
        { about: 'similarity', now: 'Exactly this part; a similar one is wrong.' },
        { about: 'load', now: '5k photos a day.' },
      ],
    },
    {
      id: 'without-network',
      changes: 'constraint',
      title: 'Without a network',
      prompt:
        'A customer points the phone at a chair. Show chairs like it that our shop has, also in a cellar without any connection.',
      facts: [
        { about: 'latency', now: '1 s on a phone that is three years old.' },
        {
          about: 'catalogue',
          now: '100k products chosen for the shop that the customer is in; 200 MB in all.',
        },
      ],
    },
  ],
}
