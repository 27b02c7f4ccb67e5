import type { Problem } from '../problem.ts'

export const churnPrediction: Problem = {
  id: 'churn-prediction',
  code: 'P02',
  title: 'Churn prediction',
  prompt:
    'More and more subscribers cancel the paid plan of our music service. Use machine learning to do something about it.',
  level: 'easier',
  tags: ['tabular', 'batch', 'classification', 'delayed labels', 'calibration'],
  depth: 'full',
  variants: [
    {
      id: 'business-customers',
      changes: 'scale',
      title: 'Two thousand business customers',
      prompt:
        'We sell yearly contracts to two thousand companies, each with an account manager. Too many do not renew. What can machine learning do about it?',
      facts: [
        { about: 'subscribers', now: '2k companies on yearly contracts; about 12% do not renew.' },
        { about: 'actions', now: 'An account manager can call 20 customers a week.' },
        { about: 'horizon', now: 'A call helps three months before the contract ends, not later.' },
      ],
    },
    {
      id: 'no-personal-history',
      changes: 'constraint',
      title: 'Only fourteen days of history',
      prompt:
        'Subscribers of our music service cancel, and we want machine learning to help. Our data protection officer lets us keep what a person did for fourteen days, no longer.',
      facts: [
        { about: 'data', now: '14 days of events per person; payments and plan changes without a limit.' },
        {
          about: 'rules',
          now: 'Stricter than the law: raw events are deleted after 14 days, for training too.',
        },
      ],
    },
  ],
}
