import type { Problem } from '../problem.ts'

export const harmfulContent: Problem = {
  id: 'harmful-content',
  code: 'P03',
  title: 'Harmful content detection',
  prompt:
    'Posts on our social network sometimes harm those who see them. Design a system that keeps such posts away from people.',
  level: 'harder',
  tags: [
    'classification',
    'NLP',
    'vision',
    'multi-task',
    'rare positives',
    'human review',
    'adversary',
    'real-time input',
  ],
  depth: 'full',
  variants: [
    {
      id: 'fifty-million-posts',
      changes: 'scale',
      title: 'A tenth of the posts, four hundred reviewers',
      prompt:
        'Keep harmful posts away from the people on our network. There are fifty million posts a day, and four hundred reviewers.',
      facts: [
        { about: 'volume', now: '50M posts a day, harmful ones in the same share.' },
        { about: 'reviewers', now: '400 people, 800 decisions each a day.' },
      ],
    },
    {
      id: 'live-streams',
      changes: 'constraint',
      title: 'Live video',
      prompt:
        'Keep harmful live streams away from people: what is shown has been seen the moment it is sent.',
      facts: [
        { about: 'modalities', now: 'Live video with sound and chat; 20k streams at once.' },
        { about: 'latency', now: 'No check before it is seen; a decision within 10 s of the frame.' },
      ],
    },
  ],
}
