import type { Brief } from '../problem.ts'

export const brief: Brief = {
  questions: [
    {
      about: 'users',
      ask: 'How many people, and how often do they look?',
      answer: '5B accounts, 2B people a day, two refreshes each.',
    },
    { about: 'latency', ask: 'How fast must it be there?', answer: 'A p99 of 200 ms.' },
    {
      about: 'candidates',
      ask: 'How many posts are there to choose from?',
      answer: 'Up to 2,000 unseen ones from friends and groups; 500 of them are worth scoring.',
    },
    {
      about: 'reactions',
      ask: 'What can people do with a post?',
      answer: 'Click, like, comment, share and hide; most just read on.',
    },
    {
      about: 'freshness',
      ask: 'How new do things have to be?',
      answer: 'A friend’s post within a minute; the model learns every hour.',
    },
    {
      about: 'rules',
      ask: 'Are ads or rules against false news part of it?',
      answer: 'Ads are not. What the integrity team marks must be shown less.',
    },
  ],
  framing: {
    goal: 'People feel up to date with those who matter to them, and come back.',
    objective:
      'For a person and an unseen post, predict the probabilities of each reaction and the time spent, and order by a weighted sum of them.',
    input: 'Reader, author, their relation, post and moment.',
    label: 'One for each reaction, and seconds of dwelling.',
    horizon: 'The visit; comments and shares are joined for an hour.',
    task: 'ranking',
    alternatives: [
      {
        name: 'Order by time',
        tradeOff: 'Nobody can complain about it, and whoever posts most is seen most.',
      },
      {
        name: 'One model of “engaged or not”',
        tradeOff: 'Simple; treats an angry comment like a share, and is silent about those who only read.',
      },
    ],
  },
  data: {
    sources: [
      'Impressions with served features.',
      'Reactions, hides and dwell times.',
      'Posts, friendships, groups.',
    ],
    labels: [
      'A streaming join attaches reactions to impressions.',
      'Dwell time gives labels for people who never press anything.',
    ],
    features: [
      {
        name: 'How reader and author have dealt with each other',
        from: 'batch',
        why: 'Closeness is most of the signal.',
      },
      {
        name: 'Reactions to the post so far, by rate',
        from: 'stream',
        why: 'Quality that others have already found out.',
      },
      { name: 'Age of the post', from: 'request', why: 'Yesterday’s party is over.' },
      {
        name: 'Text and image vectors',
        from: 'stream',
        why: 'A post that is a minute old has nothing else.',
      },
    ],
    pitfalls: [
      'Seen and scrolled past in half a second is no dislike.',
      'Hides are rare and expensive; unweighted they vanish in training.',
      'What was never placed on top has no dwell time to learn from.',
    ],
    split: 'By time, hour by hour, as the model is refreshed.',
  },
  options: {
    baseline: 'Newest first.',
    considered: [
      {
        name: 'Boosted trees for each reaction',
        gain: 'Robust and quick to train.',
        cost: 'Six models to serve, and no shared learning for rare reactions.',
      },
      {
        name: 'Shared network with a head for each reaction',
        gain: 'Rare heads learn from frequent ones; one pass for all.',
        cost: 'Heads pull at each other; each has to be calibrated before summing.',
      },
    ],
    chosen: ['Shared network with a head for each reaction'],
    why: 'Comments, shares and hides are rare and matter most. One pass over 500 posts fits the budget, and the weights stay outside the model, where product can discuss and test them.',
  },
  metrics: {
    offline: [
      { name: 'AUC and normalised entropy of each head', why: 'Order and level, since heads are added up.' },
      { name: 'Calibration by reader activity', why: 'Quiet readers are the majority.' },
    ],
    online: [
      { name: 'Sessions per person and week', why: 'Hard to win by bait.' },
      { name: 'Exchanges between friends', why: 'What the network is for.' },
    ],
    guardrails: [
      { name: 'Hides, and “show me less”', why: 'Displeasure in plain words.' },
      { name: 'Views of posts marked as false', why: 'Engagement likes them.' },
    ],
    experiment:
      'A/B by person for weights and model; by clusters of friends where authors react to being read.',
  },
  monitoring: [
    { signal: 'Calibration of each head, hourly', action: 'Off by 5%: the last good model comes back.' },
    {
      signal: 'Views of marked posts',
      action: 'Rising: stronger demotion, then look which weight feeds it.',
    },
    { signal: 'Load by post', action: 'A hot key: replicate that post’s counters and cache its features.' },
  ],
  deployment: [
    'Hourly fine-tuning behind a check of all heads; roll back by version.',
    'Posts of ordinary authors are written into inboxes, those of very large ones read at request time; order by time is the fallback.',
  ],
  curveBalls: [
    {
      says: 'An author with 100M followers posts something.',
      good: 'Does not write 100M inboxes: reads large authors at request time and merges, caches the post’s features, spreads the counters.',
    },
    {
      says: 'Product wants comments to count twice from tomorrow.',
      good: 'Changes the weight outside the model, simulates on logged impressions, tests with guardrails on hides, and expects authors to adapt.',
    },
    {
      says: 'After a year people only see three friends.',
      good: 'Recognises the loop, explores a little, limits posts per author, and tracks how many friends somebody hears of in a month.',
    },
  ],
  variants: [
    {
      id: 'school-network',
      asks: 'Fifty posts need no cascade; a boosted model or even fixed rules will do. Notices of the school outrank anything, and few reactions argue against many heads.',
    },
    {
      id: 'right-to-know-why',
      asks: 'Heads and weights help: the largest terms of the sum are the reasons. Keep features that can be named, log contributions with each impression, and compare with the order by time as a permanent arm.',
    },
  ],
  hints: [
    { step: 1, text: 'Is a share worth as much as a click?' },
    { step: 3, text: 'Many people never press anything: what do they tell you?' },
    { step: 7, text: 'When is a post copied to its readers: as it is written, or as they look?' },
    {
      step: 4,
      text: 'Predict each reaction by a calibrated head of its own, and keep the weights of the sum outside the model.',
    },
  ],
  figures: [
    {
      name: 'Average load',
      formula: 'averageRate',
      inputs: { dau: 2e9, requests_day: 2 },
      value: 46296.3,
      unit: 'per second',
      said: '2B people with two refreshes make 46.3k requests a second.',
    },
    {
      name: 'Peak load',
      formula: 'peakRate',
      inputs: { dau: 2e9, requests_day: 2, peakFactor: 2 },
      value: 92592.6,
      unit: 'per second',
      said: 'A worldwide audience peaks at twice that, 92.6k: plan for 100,000.',
    },
    {
      name: 'Cores for ranking',
      formula: 'busyCores',
      inputs: { qps: 100e3, itemsIn: 500, costPerItemUs: 20 },
      value: 1e3,
      unit: 'count',
      said: '500 posts at 20 µs keep 1k cores busy at the peak.',
    },
    {
      name: 'Replicas of the ranker',
      formula: 'replicas',
      inputs: { qps: 100e3, p99: 50, concurrency: 16, utilisation: 0.6 },
      value: 521,
      unit: 'count',
      said: 'At 50 ms, sixteen at once and 60% busy, it takes 521 replicas.',
    },
    {
      name: 'Rows read',
      formula: 'featureReads',
      inputs: { qps: 100e3, itemsIn: 500, featureGroups: 1 },
      value: 50e6,
      unit: 'per second',
      said: 'Reading each post’s row would be 50M reads a second: batch them and cache hot posts in the ranker.',
    },
    {
      name: 'Volume of events',
      formula: 'streamVolume',
      inputs: { events: 1e6, eventBytes: 1e3 },
      value: 86.4e12,
      unit: 'bytes per day',
      said: 'A million events a second of 1 kB write 86.4 TB a day.',
    },
    {
      name: 'The call path',
      formula: 'latencySum',
      inputs: {
        gateway: 5,
        service: 5,
        experiment: 2,
        inbox: 15,
        ranker: 50,
        postFeatures: 10,
        weights: 1,
        rules: 10,
      },
      value: 98,
      unit: 'ms',
      said: 'Inbox, ranker and rules take 98 ms with what lies between.',
    },
    {
      name: 'What is left of the target',
      formula: 'headroom',
      inputs: { sla: 200, latency: 98 },
      value: 0.51,
      unit: 'share',
      said: 'So 51% of the target is free for a hot day.',
    },
  ],
}
