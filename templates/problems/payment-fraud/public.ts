import type { Problem } from '../problem.ts'

export const paymentFraud: Problem = {
  id: 'payment-fraud',
  code: 'P05',
  title: 'Payment fraud detection',
  prompt: 'On our marketplace, some payments are made with stolen cards. Design what stops them.',
  level: 'medium',
  tags: [
    'classification',
    'tabular',
    'rare positives',
    'delayed labels',
    'real-time input',
    'adversary',
    'human review',
    'graph',
  ],
  depth: 'full',
  variants: [
    {
      id: 'first-year',
      changes: 'scale',
      title: 'A marketplace in its first year',
      prompt:
        'Our marketplace started last spring: three payments a minute at most, and two people who look at odd ones. Design what stops payments with stolen cards.',
      facts: [
        { about: 'volume', now: 'About 1,400 payments a day, 3 a minute at the peak.' },
        { about: 'reviewers', now: '2 people, 100 cases a day together.' },
        { about: 'labels', now: 'Some 400 confirmed frauds in nine months.' },
      ],
    },
    {
      id: 'instant-transfers',
      changes: 'constraint',
      title: 'Instant bank transfers',
      prompt:
        'Our bank offers instant transfers: once sent, the money does not come back. Design what stops those that a fraudster is behind.',
      facts: [
        {
          about: 'actions',
          now: 'Allow, ask the payer to confirm again, hold for up to an hour, or refuse. No chargeback.',
        },
        { about: 'labels', now: 'Victims report after days, or never; many were talked into paying.' },
      ],
    },
  ],
}
