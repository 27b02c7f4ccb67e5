import type { Brief } from '../problem.ts'
import { figures } from './figures.ts'

export const brief: Brief = {
  questions: [
    {
      about: 'actions',
      ask: 'What can be done once we know who is at risk?',
      answer: 'A discount, a mail that invites them back, or a tip in the app; 200k contacts a week in all.',
    },
    {
      about: 'subscribers',
      ask: 'How many subscribers are there, and how many leave?',
      answer: '50M; about 3% cancel in a month.',
    },
    {
      about: 'horizon',
      ask: 'How early must we know?',
      answer: 'A campaign takes a week to reach people, so at least seven days ahead.',
    },
    {
      about: 'latency',
      ask: 'Does it have to be live?',
      answer: 'No. Scores of the night, ready at 06:00, are fine.',
    },
    {
      about: 'data',
      ask: 'What is recorded about a subscriber, and for how long?',
      answer:
        'Listening, app events and support tickets of 90 days; payments and plan changes since they joined.',
    },
    {
      about: 'involuntary',
      ask: 'Do failed card payments count?',
      answer: 'No. Another team handles those; leave them out.',
    },
    {
      about: 'value',
      ask: 'What does an offer cost, and what is a saved subscriber worth?',
      answer:
        'An offer costs 5 € for each person who gets one. Somebody who stays because of it is worth 40 €.',
    },
    {
      about: 'reasons',
      ask: 'Who uses the score, and do they need reasons?',
      answer: 'The retention team. They want the main reasons per person, to choose the offer.',
    },
    {
      about: 'rules',
      ask: 'What may we not use?',
      answer: 'GDPR applies: nothing sensitive, and people may object to profiling.',
    },
    {
      about: 'today',
      ask: 'What happens today?',
      answer: 'Everybody who did not play anything for 14 days gets the same mail. Nobody has measured it.',
    },
  ],
  framing: {
    goal: 'Keep revenue that would be lost, for less than keeping it costs.',
    objective:
      'From a subscriber’s last 30 days, predict the probability of a cancellation in days 8 to 37, so that there is a week to act.',
    input: 'One row for each subscriber and week: behaviour up to the snapshot day, contract, payments.',
    label:
      'Positive: the subscriber cancels by choice within the target window. Failed payments are excluded.',
    horizon:
      '30 days of history, a gap of 7 days, then a window of 30 days; the label is complete after 37 days.',
    task: 'classification',
    alternatives: [
      {
        name: 'Survival model of the time until cancellation',
        tradeOff:
          'One model answers for every horizon and uses those who have not left yet; harder to calibrate and to explain.',
      },
      {
        name: 'Uplift: who stays because of the offer',
        tradeOff:
          'The true target of the business, but it needs a history of offers given at random, which nobody has yet.',
      },
    ],
  },
  data: {
    sources: [
      'Event stream of plays, skips, searches and settings, kept in the lake.',
      'Tables of subscriptions, payments, price changes and tickets in the warehouse.',
      'What each campaign offered to whom, and what they did.',
    ],
    labels: [
      'Cancellation dates from the subscription table; the newest usable snapshot is 37 days old.',
      'Whoever was contacted is marked: their label shows the offer’s effect as well.',
    ],
    features: [
      {
        name: 'Contract type, tenure, next renewal',
        from: 'batch',
        why: 'Published churn studies find the contract to be the strongest signal.',
      },
      { name: 'Days since the last play', from: 'batch', why: 'Silence comes before the cancellation.' },
      {
        name: 'Slope of listening hours over four weeks',
        from: 'batch',
        why: 'A fall says more than a low level: some people always listen little.',
      },
      {
        name: 'Tickets and their topic',
        from: 'batch',
        why: 'Anger and billing trouble have different remedies.',
      },
      { name: 'Price change ahead', from: 'batch', why: 'Moves many at once, and is known in advance.' },
      { name: 'Devices and family members', from: 'batch', why: 'Who shares a plan leaves less easily.' },
    ],
    pitfalls: [
      'A visit to the cancel page within the target window gives the answer away.',
      'Coupons were handed out because an older rule fired, so they stand for its score.',
      'Tickets opened after the cancellation are in the same table as those before.',
      'A random split puts weeks of one person on both sides.',
    ],
    split:
      'By snapshot date. Between the last training snapshot and the first test snapshot lie at least 37 days, so that no label window reaches into the test.',
  },
  options: {
    baseline: 'The rule of today: no play in 14 days.',
    considered: [
      {
        name: 'Logistic regression',
        gain: 'Readable weights, calibrated almost by itself, an evening’s work.',
        cost: 'Misses thresholds and interactions unless somebody builds them in.',
      },
      {
        name: 'Gradient-boosted trees',
        gain: 'The best default on tables: handles gaps, thresholds and interactions.',
        cost: 'Scores need calibration, reasons need an extra method.',
      },
      {
        name: 'Sequence model on raw events',
        gain: 'No windows to design.',
        cost: 'A large pipeline for a small gain over good aggregates; hard to explain to the retention team.',
      },
      {
        name: 'Uplift model with two learners',
        gain: 'Ranks people by what the offer changes.',
        cost: 'Needs random offers first: a second phase.',
      },
    ],
    chosen: ['Gradient-boosted trees'],
    why: 'Nightly scores over a table need no more than that, and reasons per person come with it. The hold-out of the first phase collects the data that an uplift model needs in the second.',
  },
  metrics: {
    offline: [
      {
        name: 'PR-AUC on a later month',
        why: 'With 3% positives, ROC-AUC can look good while most of those flagged would stay.',
      },
      {
        name: 'Lift and precision within the 200k that can be contacted',
        why: 'Nothing below that rank is ever used.',
      },
      { name: 'Calibration', why: 'The offer is decided by a probability against a price.' },
    ],
    online: [
      {
        name: 'Net revenue saved per week, against the hold-out',
        why: 'Value of those who stay because of it, less what all offers cost.',
      },
    ],
    guardrails: [
      { name: 'Unsubscribes and complaints', why: 'A mail can remind people that they meant to leave.' },
      {
        name: 'Offers to loyal subscribers',
        why: 'Discounts for those who would have stayed are a loss that nobody sees.',
      },
    ],
    experiment:
      'One in ten of those selected is never contacted, chosen at random by subscriber. The difference in cancellations between both groups is the effect.',
  },
  monitoring: [
    {
      signal: 'Rows and nulls of each input table',
      action: 'Outside its band: the night’s scoring stops and yesterday’s scores stay.',
    },
    {
      signal: 'PSI of main features and of the score',
      action: 'Above 0.25: look first, then retrain; labels come five weeks too late to wait for.',
    },
    {
      signal: 'Calibration of the cohort that has just matured',
      action: 'Off by more than a tenth: recalibrate on it.',
    },
    {
      signal: 'Share of contacted people in the training rows',
      action: 'When it grows, train on the untreated or add the treatment as a feature.',
    },
  ],
  deployment: [
    'A nightly batch job scores everybody; it is versioned, can be run again for any day, and needs no serving tier.',
    'Scores with reasons go to the campaign tool and, for the tip in the app, to a key-value store.',
    'A new version scores in parallel for a week before its list is used.',
    'If the job fails, the list of the night before is used and says how old it is.',
  ],
  curveBalls: [
    {
      says: 'Finance says that those we saved would have stayed anyway.',
      good: 'Points to the hold-out, reports the difference and not the contacted group alone, and proposes to rank by uplift once random offers exist.',
    },
    {
      says: 'Next month we raise the price.',
      good: 'Expects the relation itself to change, not just the inputs: widens monitoring, uses past price changes of other countries, shortens the horizon and recalibrates early.',
    },
    {
      says: 'Marketing wants the prediction live, on the cancel page.',
      good: 'Sees another problem: the person is already leaving. A small model over stream features decides which offer to make within 100 ms; the nightly score is one input.',
    },
    {
      says: 'The retention team ignores the reasons that you show.',
      good: 'Asks what they can act on, groups features into a handful of reasons, checks that these stay the same from week to week, and measures by offer whether reasons help.',
    },
  ],
  variants: [
    {
      id: 'business-customers',
      asks: 'With 240 losses a year a large model only memorises: a regularised logistic regression or survival model, strong priors, and account managers’ judgement as input. Evaluate over years, with wide intervals.',
    },
    {
      id: 'no-personal-history',
      asks: 'Ask first whether aggregates of a person may be kept. If so, keep rolling ones, lean on contract and payments, and store training rows as aggregates before the deletion. Say what accuracy that costs by cutting the window in an ablation.',
    },
  ],
  hints: [
    {
      step: 1,
      text: 'Somebody gets this list in the morning: what happens next, and on which day is it done?',
    },
    {
      step: 3,
      text: 'On the time line of one subscriber, where do features end and where does the label begin?',
    },
    { step: 3, text: 'Which columns would not exist on the night of scoring?' },
    { step: 5, text: 'How would anybody know that the offer made the difference?' },
    {
      step: 2,
      text: 'Leave a week between history and target window: a cancellation of tomorrow is no use to a campaign.',
    },
    {
      step: 5,
      text: 'Keep a tenth of the selected people uncontacted and compare cancellations; without it no saving can be claimed.',
    },
  ],
  figures,
}
