import type { Brief } from '../problem.ts'

export const brief: Brief = {
  questions: [
    { about: 'goal', ask: 'What do we earn on?', answer: 'On tickets sold through the app.' },
    { about: 'users', ask: 'How many people use it?', answer: '100M a day, about twice each.' },
    {
      about: 'events',
      ask: 'How many events are there?',
      answer: '1M new ones a month, most of them announced a few weeks ahead.',
    },
    { about: 'latency', ask: 'How fast must the list be there?', answer: '200 ms.' },
    {
      about: 'location',
      ask: 'Do we know where people are?',
      answer: 'Yes, through an outside service that can be slow.',
    },
    {
      about: 'friends',
      ask: 'Do we know who knows whom?',
      answer: 'There is a graph of friends; going to an event is visible to them unless switched off.',
    },
  ],
  framing: {
    goal: 'More tickets, to people who are glad to have gone.',
    objective:
      'For a person and an event that is near and not yet over, predict the probability that they register.',
    input: 'Person, place, moment and one event.',
    label: 'Positive: registered after it was shown. Negative: shown, not registered.',
    horizon: 'Until the event takes place; a fortnight covers most.',
    task: 'ranking',
    alternatives: [
      {
        name: 'Factorise persons and events',
        tradeOff: 'The natural choice for songs; here an event is gone before its vector is any good.',
      },
      {
        name: 'Order pairs of events',
        tradeOff: 'A little better in order; no probability for mails and pushes.',
      },
    ],
  },
  data: {
    sources: [
      'Events with place, time, price, text and host.',
      'Views and registrations.',
      'Friends, and where they go.',
    ],
    labels: ['Impressions joined with registrations until the event begins.'],
    features: [
      { name: 'Distance and time to get there', from: 'request', why: 'Decides before taste does.' },
      {
        name: 'Friends who go',
        from: 'stream',
        why: 'The strongest reason to go, and it changes by the minute.',
      },
      {
        name: 'Price against what this person paid before',
        from: 'batch',
        why: 'The same 60 € is cheap to one and absurd to another.',
      },
      {
        name: 'Likeness of the text to events visited',
        from: 'batch',
        why: 'All that an hour-old event has to offer.',
      },
      {
        name: 'Sales of the host’s earlier events',
        from: 'batch',
        why: 'The event is new, its host is not.',
      },
    ],
    pitfalls: [
      'An event id seen in training is never seen again: the model must not lean on it.',
      'Friends who go have to be counted as of the impression: later ones may have come because of this person.',
      'Sold-out events stop selling, which looks like dislike.',
      'A random split shows the model the end of an event whose beginning it is tested on.',
    ],
    split: 'By time, and events of the test did not exist in training: that is how it will be used.',
  },
  options: {
    baseline: 'What is near and well attended, soonest first.',
    considered: [
      {
        name: 'Gradient-boosted trees',
        gain: 'Made for distances, prices and counts; trained in minutes.',
        cost: 'Text comes in as a likeness only; trained anew rather than continued.',
      },
      {
        name: 'Neural network, trained on continually',
        gain: 'Takes text, graph and ids together and follows the season.',
        cost: 'Forgets and drifts unless watched; more to run.',
      },
    ],
    chosen: ['Gradient-boosted trees'],
    why: 'After filtering by place and date a few hundred events remain, described by numbers. Work on features pays more than a larger model.',
  },
  metrics: {
    offline: [
      { name: 'Mean average precision', why: 'Registered or not: relevance is binary.' },
      { name: 'The same for events younger than a day', why: 'Where the system is needed most.' },
    ],
    online: [
      { name: 'Registrations per person', why: 'The goal.' },
      { name: 'Revenue', why: 'Free events are easy to recommend.' },
    ],
    guardrails: [
      { name: 'Refunds', why: 'A ticket given back was a wrong suggestion.' },
      { name: 'Events that nobody was shown', why: 'Hosts leave.' },
    ],
    experiment: 'A/B by person; by city where friends influence each other or seats are few.',
  },
  monitoring: [
    {
      signal: 'Events without a single impression after a day',
      action: 'Rising: look at the geo index, then raise exploration.',
    },
    {
      signal: 'Answers of the location service',
      action: 'Slow or wrong: last known place, and say so on the screen.',
    },
    {
      signal: 'Score and registrations by region',
      action: 'One apart from the rest: a local feature is broken.',
    },
  ],
  deployment: [
    'Candidates come from an index by place and date, sharded by region and renewed every 5 minutes.',
    'Slow features hourly, friends and seats from the stream; popular events nearby when the ranker is late.',
  ],
  curveBalls: [
    {
      says: 'The best event of the list sold out a minute ago.',
      good: 'Filters on live seats after ranking, offers a waiting list, and does not count those impressions as negatives.',
    },
    {
      says: 'Four friends want to go out together.',
      good: 'Scores the group by its least happy member or by a sum, and starts from events that suit all their calendars.',
    },
    {
      says: 'In the countryside the list is empty.',
      good: 'Widens the radius until there are enough, lets distance count by travel time, and fills with online events last.',
    },
  ],
  variants: [
    {
      id: 'one-festival',
      asks: 'No need for candidates or an index. Guests are new, so ask for three favourite artists or link a music account; plan per guest with clashes and walking times, and balance the stages in the last stage.',
    },
    {
      id: 'no-location',
      asks: 'Take places of earlier visits, of friends and a question asked once. Report metrics for both groups apart, and do not let missing location stand for a bad customer.',
    },
  ],
  hints: [
    { step: 2, text: 'For how long does an event exist?' },
    { step: 3, text: 'What is known about one that was created an hour ago?' },
    { step: 4, text: 'What rules most events out without anything learned?' },
    {
      step: 4,
      text: 'Filter by place and date, then rank with trees on features of host, text and friends; leave event ids out.',
    },
  ],
  figures: [
    {
      name: 'Average load',
      formula: 'averageRate',
      inputs: { dau: 100e6, requests_day: 2 },
      value: 2314.81,
      unit: 'per second',
      said: '100M people with two visits make 2.31k requests a second.',
    },
    {
      name: 'Peak load',
      formula: 'peakRate',
      inputs: { dau: 100e6, requests_day: 2, peakFactor: 3 },
      value: 6944.44,
      unit: 'per second',
      said: 'On Friday evening three times as many: 6.94k, say 7,000.',
    },
    {
      name: 'The filter',
      formula: 'reduction',
      inputs: { in: 1e6, out: 500 },
      value: 2e3,
      unit: 'times',
      said: 'Place and date narrow 1M events by 2k× without any model.',
    },
    {
      name: 'Rows read',
      formula: 'featureReads',
      inputs: { qps: 7e3, itemsIn: 500, featureGroups: 1 },
      value: 3.5e6,
      unit: 'per second',
      said: '500 events a request are 3.5M feature rows a second: keep those of a region in memory.',
    },
    {
      name: 'The call path',
      formula: 'latencySum',
      inputs: {
        gateway: 5,
        service: 5,
        experiment: 2,
        candidates: 20,
        ranker: 20,
        eventFeatures: 10,
        filter: 5,
      },
      value: 67,
      unit: 'ms',
      said: 'The calls take 67 ms, a third of what is allowed.',
    },
  ],
}
