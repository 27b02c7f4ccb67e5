import type { Problem } from '../problem.ts'

export const peopleYouMayKnow: Problem = {
  id: 'people-you-may-know',
  code: 'P10',
  title: 'People you may know',
  prompt:
    'Members of our professional network should find those they already know. Suggest whom to connect with.',
  level: 'harder',
  tags: ['graph', 'retrieval', 'ranking', 'delayed labels', 'batch', 'cold start'],
  depth: 'compact',
  variants: [
    {
      id: 'inside-one-company',
      changes: 'scale',
      title: 'Inside one company',
      prompt:
        'Ours is the internal network of one company with forty thousand people. Suggest whom to connect with.',
      facts: [
        { about: 'members', now: '40k, with team, site and calendar known.' },
        { about: 'goal', now: 'Links between departments; whoever sits in the same room needs no help.' },
      ],
    },
    {
      id: 'no-address-books',
      changes: 'constraint',
      title: 'Without address books',
      prompt:
        'Suggest to the members of our professional network whom to connect with. Uploaded address books may no longer be used for it, nor anything derived from them.',
      facts: [
        {
          about: 'data',
          now: 'Connections, profiles and what people do here; no address books, and old features made of them have to go.',
        },
      ],
    },
  ],
}
