import type { Problem } from '../problem.ts'

export const songRecommendation: Problem = {
  id: 'song-recommendation',
  code: 'P01',
  title: 'Song and playlist recommendation',
  prompt:
    'Listeners of our music app say that their home screen always offers them the same. Design what chooses the songs that each of them finds there.',
  level: 'medium',
  tags: ['collaborative', 'content-based', 'retrieval', 'ranking', 'real-time input', 'cold start'],
  depth: 'full',
  variants: [
    {
      id: 'one-city-radio',
      changes: 'scale',
      title: 'A young service with 50k tracks',
      prompt:
        'We stream the music of our region: fifty thousand tracks, two hundred thousand listeners a day. Choose the songs that each of them finds on the home screen.',
      facts: [
        { about: 'catalogue', now: '50k tracks, about 50 new ones a day.' },
        { about: 'users', now: '200k listeners a day, three home opens each.' },
        {
          about: 'freshness',
          now: 'The next morning is soon enough, for releases and for what was played.',
        },
        { about: 'platform', now: 'One database, hourly exports and two engineers.' },
      ],
    },
    {
      id: 'on-the-device',
      changes: 'constraint',
      title: 'History stays on the phone',
      prompt:
        'Choose the songs for the home screen of our music app. One thing is fixed: what somebody listens to may not leave the phone in a form that names them.',
      facts: [
        {
          about: 'data',
          now: 'Plays and skips stay on the phone; only aggregates over at least 1,000 people are sent.',
        },
        {
          about: 'latency',
          now: 'The shelf may take 500 ms on a mid-range phone, and must appear offline too.',
        },
      ],
    },
  ],
}
