import type { Brief } from '../problem.ts'

export const brief: Brief = {
  questions: [
    {
      about: 'where',
      ask: 'Where is the time shown?',
      answer:
        'While browsing, at checkout and while the order is on its way; the three should not contradict each other.',
    },
    {
      about: 'errors',
      ask: 'Is early as bad as late?',
      answer: 'Late is worse. Very early means cold food, or nobody at home.',
    },
    {
      about: 'volume',
      ask: 'How many orders and requests?',
      answer: 'More than 2B orders a year; 5k predictions a second at the peak, most of them while browsing.',
    },
    { about: 'latency', ask: 'How fast?', answer: '100 ms.' },
    {
      about: 'data',
      ask: 'What is known as it happens?',
      answer: 'Order and GPS events, couriers free nearby; weather and traffic as feeds from outside.',
    },
    { about: 'coverage', ask: 'Are all cities alike?', answer: 'No, and new ones open every month.' },
  ],
  framing: {
    goal: 'Promises that are kept, and not so careful that nobody orders.',
    objective:
      'From store, address, basket and moment, predict the distribution of the minutes until delivery; a policy turns it into the time that is said.',
    input: 'Store, address, basket, couriers, traffic, moment.',
    label: 'Minutes from the order until it was handed over.',
    horizon: 'The order itself, in most cases under an hour.',
    task: 'regression',
    alternatives: [
      { name: 'One number, by least squares', tradeOff: 'Simple; a mean is late nearly half of the time.' },
      {
        name: 'A model for each leg: kitchen, courier, road',
        tradeOff:
          'Shows where time goes and updates leg by leg; errors add up and legs depend on each other.',
      },
    ],
  },
  data: {
    sources: [
      'Orders with every change of state.',
      'GPS of the couriers.',
      'Feeds of weather and traffic.',
      'Log of what was promised, with features.',
    ],
    labels: [
      'The real time of handing over.',
      'Cancelled orders are censored: they would have taken at least that long. Leaving them out makes the model cheerful.',
    ],
    features: [
      {
        name: 'How long this kitchen takes at this hour',
        from: 'batch',
        why: 'Half of the time passes before anybody drives.',
      },
      { name: 'Orders open there now', from: 'stream', why: 'A full kitchen is slower than its history.' },
      { name: 'Free couriers nearby', from: 'stream', why: 'Supply against demand decides at dinner time.' },
      { name: 'Distance and route', from: 'request', why: 'The part that one can compute.' },
      {
        name: 'Rain and traffic',
        from: 'stream',
        why: 'Slow every courier of a city at once.',
      },
      {
        name: 'Size of the basket',
        from: 'request',
        why: 'Large ones take longer to cook and to carry.',
      },
    ],
    pitfalls: [
      'Drivers press “delivered” around the corner, or an hour later.',
      'What was promised changes who orders: long promises lose the impatient.',
      'Traffic at training time is known exactly, at serving time only as a forecast.',
    ],
    split: 'By time, at least a week of test; some cities held out, to know what a new one can expect.',
  },
  options: {
    baseline: 'A table of usual kitchen time plus distance over speed.',
    considered: [
      {
        name: 'Boosted trees with quantile loss',
        gain: 'Strong on such tables, a model for each quantile.',
        cost: 'Quantiles may cross, and tails are guessed from few rows.',
      },
      {
        name: 'Network that yields a distribution',
        gain: 'One model for all quantiles, with a tail of a fitting shape; published work reports 20% better accuracy.',
        cost: 'More to train and to keep calibrated.',
      },
    ],
    chosen: ['Network that yields a distribution'],
    why: 'The promise is a choice of risk, and that needs the whole distribution. One network for browsing, checkout and under way keeps the three consistent. Trees with quantiles are a sound first version.',
  },
  metrics: {
    offline: [
      { name: 'Mean absolute error', why: 'Minutes, which everybody understands.' },
      { name: 'Quantile loss', why: 'Punishes late and early as the business does.' },
      {
        name: 'Coverage of the 90% interval, by city and hour',
        why: 'A range is only as good as its promise.',
      },
    ],
    online: [
      { name: 'Share of late orders', why: 'What people remember.' },
      { name: 'Visits that end in an order', why: 'What careful promises cost.' },
    ],
    guardrails: [
      { name: 'Cancellations and support tickets', why: 'Anger about waiting ends here.' },
      { name: 'Food that waits for a courier', why: 'A promise also steers the kitchen.' },
    ],
    experiment:
      'Switchback: a city has the new model for an hour or two, then the old one, in random order, since orders share couriers.',
  },
  monitoring: [
    {
      signal: 'Coverage of the interval, by city, each hour',
      action: 'Below 85%: widen the promise there at once, then look.',
    },
    { signal: 'Lag of the feeds', action: 'Over five minutes: switch to features without them.' },
    {
      signal: 'Late orders',
      action: 'A fifth above the usual: page operations; often it is couriers, not the model.',
    },
  ],
  deployment: [
    'Region by region, with the table as fallback when the model is late.',
    'The list of stores is cached for a minute; checkout and under way are always computed.',
  ],
  curveBalls: [
    {
      says: 'A snowstorm is coming, the first one in the data.',
      good: 'Does not trust the tail: widens by rule, watches the first hours, uses cities that had snow, and may stop taking orders for far addresses.',
    },
    {
      says: 'Since the promises got longer, orders fall.',
      good: 'Leaves the model alone: it is the quantile of the policy. Puts a price on late and on lost orders and tests another one.',
    },
    {
      says: 'Tomorrow we open in a new city.',
      good: 'Starts from similar cities and features that transfer, promises carefully, learns within days, and reports that city apart.',
    },
  ],
  variants: [
    {
      id: 'one-pizzeria-chain',
      asks: 'Boosted quantile trees on a year of orders, or even tables by kitchen and hour. Knowing the oven and one’s own drivers is worth more than a larger model; a single server will do.',
    },
    {
      id: 'guaranteed-time',
      asks: 'Choose the minute where one more costs as much as it saves: 1% of the orders lost at 5 € each against 25 € times the fall in the share of late ones. They meet where a minute lowers that share by about 0.2 points. Calibration of the tail becomes the whole problem, and so does fraud.',
    },
  ],
  hints: [
    { step: 2, text: 'Is it one number or a range?' },
    { step: 1, text: 'What do five minutes late cost, and five minutes early?' },
    { step: 3, text: 'An order that was cancelled after forty minutes: what is its label?' },
    { step: 4, text: 'Predict the distribution, and let a policy choose the quantile that is said.' },
  ],
  figures: [
    {
      name: 'Orders a second',
      formula: 'averageRate',
      inputs: { dau: 5.48e6, requests_day: 1 },
      value: 63.4259,
      unit: 'per second',
      said: '2B orders a year are 5.48M a day and 63.4 a second: most of the 5,000 predictions are for people who still browse.',
    },
    {
      name: 'Replicas of the model',
      formula: 'replicas',
      inputs: { qps: 5e3, p99: 25, concurrency: 8, utilisation: 0.6 },
      value: 27,
      unit: 'count',
      said: 'At 25 ms, eight at once and 60% busy, 27 replicas carry the peak.',
    },
    {
      name: 'The call path',
      formula: 'latencySum',
      inputs: { gateway: 5, service: 5, cache: 2, features: 10, model: 25, policy: 2 },
      value: 49,
      unit: 'ms',
      said: 'The path is short: 49 ms.',
    },
    {
      name: 'What is left of the target',
      formula: 'headroom',
      inputs: { sla: 100, latency: 49 },
      value: 0.51,
      unit: 'share',
      said: 'There is a reserve of 51% for a slow feature store.',
    },
  ],
}
