import type { Problem } from '../problem.ts'

export const eventRecommendation: Problem = {
  id: 'event-recommendation',
  code: 'P09',
  title: 'Event recommendation',
  prompt:
    'Concerts, markets, readings: every evening something takes place nearby. Help the people in our app find what suits them.',
  level: 'medium',
  tags: ['ranking', 'cold start', 'content-based', 'tabular', 'real-time input'],
  depth: 'compact',
  variants: [
    {
      id: 'one-festival',
      changes: 'scale',
      title: 'One festival, six hundred acts',
      prompt:
        'We run one festival: six hundred acts on twelve stages in four days. Help each guest find the acts that suit them.',
      facts: [
        { about: 'events', now: '600 acts, all known two months ahead.' },
        { about: 'users', now: '90k guests, nearly all of them new each year.' },
        { about: 'goal', now: 'Guests see acts that they like, and stages do not overflow.' },
      ],
    },
    {
      id: 'no-location',
      changes: 'constraint',
      title: 'Location refused',
      prompt:
        'Help the people in our app find events nearby, although two thirds of them do not share where they are.',
      facts: [{ about: 'location', now: 'For two thirds only a coarse region from the network address.' }],
    },
  ],
}
