import type { Problem } from '../problem.ts'

export const adClickPrediction: Problem = {
  id: 'ad-click-prediction',
  code: 'P04',
  title: 'Ad click prediction',
  prompt:
    'Between the posts of our feed there is room for advertisements. Build what decides which person gets to see which ad.',
  level: 'medium',
  tags: ['classification', 'ranking', 'calibration', 'rare positives', 'real-time input', 'tabular'],
  depth: 'full',
  variants: [
    {
      id: 'local-paper',
      changes: 'scale',
      title: 'A newspaper with 300 advertisers',
      prompt:
        'We are a regional newspaper with three hundred advertisers and two million page views a day. Decide which ads stand beside an article.',
      facts: [
        { about: 'scale', now: '2M page views a day with two ad places each; about 1,500 active ads.' },
        { about: 'freshness', now: 'New campaigns start the next morning.' },
      ],
    },
    {
      id: 'no-identity',
      changes: 'constraint',
      title: 'Nothing about the person',
      prompt:
        'Decide which ad to show between the posts of our feed. From next year on, page and moment may be used for it, but nothing that we know about the reader.',
      facts: [
        {
          about: 'privacy',
          now: 'No user id, no history; page, position, time, coarse place and device type only.',
        },
      ],
    },
  ],
}
