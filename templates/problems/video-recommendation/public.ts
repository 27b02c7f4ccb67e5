import type { Problem } from '../problem.ts'

export const videoRecommendation: Problem = {
  id: 'video-recommendation',
  code: 'P07',
  title: 'Video recommendation',
  prompt: 'Somebody opens our video site and has not typed anything. Decide what the page shows.',
  level: 'medium',
  tags: ['collaborative', 'retrieval', 'ranking', 'multi-task', 'real-time input', 'cold start'],
  depth: 'compact',
  variants: [
    {
      id: 'course-platform',
      changes: 'scale',
      title: 'Eight thousand courses',
      prompt:
        'We sell eight thousand video courses to three hundred thousand learners a month. Decide what the page shows when one of them comes back.',
      facts: [
        { about: 'catalogue', now: '8k courses of 20 lessons each.' },
        { about: 'users', now: '300k learners a month, 20k of them on a day.' },
        { about: 'goal', now: 'Courses finished, not minutes watched.' },
      ],
    },
    {
      id: 'for-children',
      changes: 'constraint',
      title: 'A page for children',
      prompt: 'Decide what the start page of our video site shows to children under thirteen.',
      facts: [
        {
          about: 'rules',
          now: 'No profile of a child across sessions; only videos that a person has released.',
        },
        { about: 'goal', now: 'Parents keep the subscription; longer watching is no aim.' },
      ],
    },
  ],
}
