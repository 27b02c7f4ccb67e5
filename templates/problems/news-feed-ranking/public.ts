import type { Problem } from '../problem.ts'

export const newsFeedRanking: Problem = {
  id: 'news-feed-ranking',
  code: 'P11',
  title: 'News feed ranking',
  prompt:
    'When somebody opens our network, there are more new posts from friends than they will read. Choose the order.',
  level: 'harder',
  tags: ['ranking', 'multi-task', 'real-time input', 'calibration', 'collaborative'],
  depth: 'compact',
  variants: [
    {
      id: 'school-network',
      changes: 'scale',
      title: 'A network for schools',
      prompt:
        'Our network is for schools: four hundred thousand pupils, teachers and parents. Choose the order of new posts.',
      facts: [
        { about: 'users', now: '400k, half of them on a day, three visits each.' },
        { about: 'candidates', now: '20 to 50 unseen posts a person.' },
      ],
    },
    {
      id: 'right-to-know-why',
      changes: 'constraint',
      title: 'Say why',
      prompt:
        'Choose the order of new posts from friends. By law, everybody may see why a post stands where it stands, and may switch the ranking off.',
      facts: [
        {
          about: 'rules',
          now: 'Main reasons for each post in plain words; an order by time on request; no profile of sensitive traits.',
        },
      ],
    },
  ],
}
