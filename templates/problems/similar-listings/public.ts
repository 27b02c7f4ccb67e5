import type { Problem } from '../problem.ts'

export const similarListings: Problem = {
  id: 'similar-listings',
  code: 'P14',
  title: 'Similar listings',
  prompt: 'On the page of a holiday home, show a row of others that this guest might like as well.',
  level: 'easier',
  tags: ['content-based', 'collaborative', 'retrieval', 'batch', 'cold start'],
  depth: 'compact',
  variants: [
    {
      id: 'one-island',
      changes: 'scale',
      title: 'One island',
      prompt:
        'We let nine hundred homes on one island. On the page of each, show a row of others that the guest might like.',
      facts: [
        { about: 'catalogue', now: '900 homes.' },
        { about: 'sessions', now: '2k visits a day in summer, 50 in winter.' },
      ],
    },
    {
      id: 'no-behaviour',
      changes: 'constraint',
      title: 'Without consent',
      prompt:
        'On the page of a holiday home, show others that the guest might like. Four visitors in five refuse that we record what they click.',
      facts: [{ about: 'sessions', now: 'Only one session in five may be used; bookings may always.' }],
    },
  ],
}
