import type { Brief } from '../problem.ts'

export const brief: Brief = {
  questions: [
    {
      about: 'catalogue',
      ask: 'How many homes are there?',
      answer: '4.5M active ones; up to 100k in one popular place.',
    },
    { about: 'place', ask: 'What does the row look like?', answer: '12 homes below the one that is open.' },
    {
      about: 'dates',
      ask: 'Do we know when the guest wants to travel?',
      answer: 'Mostly. A home that is taken on those days must not appear.',
    },
    { about: 'latency', ask: 'How fast, and how often?', answer: '100 ms at 3k requests a second.' },
    {
      about: 'sessions',
      ask: 'What is recorded?',
      answer: 'Searches, clicks and bookings by session: hundreds of millions of sessions.',
    },
    { about: 'freshness', ask: 'How soon does a new home take part?', answer: 'By the next day.' },
  ],
  framing: {
    goal: 'Guests who do not book this home book another one here.',
    objective:
      'For the home on the page, order homes that are free on the dates by how likely the same guest is to book them.',
    input: 'The open home and the dates; no profile of the guest.',
    label: 'Homes clicked in one session belong together; the one that is booked in the end counts most.',
    horizon: 'The search for one journey, some days.',
    task: 'retrieval',
    alternatives: [
      {
        name: 'Likeness of attributes',
        tradeOff: 'No behaviour needed; misses why people find two homes alike.',
      },
      {
        name: 'Personal ranking',
        tradeOff: 'Knows the guest, but needs a tower for them online; here the open home says enough.',
      },
    ],
  },
  data: {
    sources: [
      'Sessions of clicks with the booking, if any.',
      'Homes with place, type, size, price and photos.',
      'Calendar of free days.',
    ],
    labels: [
      'Pairs within a window of a session are positive; the booked home is added to each window.',
      'Negatives from everywhere, and some from the same place, since otherwise the model only learns geography.',
    ],
    features: [
      {
        name: 'Vector of the home, 32 numbers',
        from: 'batch',
        why: 'Learned from sessions, as words are from sentences.',
      },
      {
        name: 'Type, size, price band, district',
        from: 'batch',
        why: 'What a new home has from its first day.',
      },
      { name: 'Free on the dates', from: 'request', why: 'A hard filter.' },
      {
        name: 'Price against the open home',
        from: 'request',
        why: 'A similar home at twice the price is a reproach.',
      },
    ],
    pitfalls: [
      'A session that jumps between cities joins what does not belong together: cut it there.',
      'The row itself causes clicks that make its homes look alike.',
      'Popular homes are close to everything unless sampled down.',
    ],
    split: 'By time: sessions of later weeks, with bookings.',
  },
  options: {
    baseline: 'Same district, type and number of beds, nearest in price.',
    considered: [
      {
        name: 'Counts of homes clicked together',
        gain: 'Simple and strong for the popular.',
        cost: 'Nothing for pairs that were never seen together.',
      },
      {
        name: 'Skip-gram embeddings of sessions',
        gain: 'Carries likeness over to pairs never seen; 32 numbers a home.',
        cost: 'No vector for a home without clicks.',
      },
      {
        name: 'Two-tower model on attributes',
        gain: 'New homes at once.',
        cost: 'More to build; gains little where sessions are plenty.',
      },
    ],
    chosen: ['Skip-gram embeddings of sessions'],
    why: 'Behaviour is plentiful and the query is a home. A new home takes the mean of the vectors of three near ones of its type and price band, until it has clicks.',
  },
  metrics: {
    offline: [
      {
        name: 'Rank of the home booked in the end, among the candidates',
        why: 'How early the row would have shown it.',
      },
    ],
    online: [
      { name: 'Clicks on the row', why: 'Quick; published work saw 21% more.' },
      { name: 'Bookings that came through it', why: 'The goal.' },
    ],
    guardrails: [
      {
        name: 'Bookings in all',
        why: 'A row that distracts from the open home moves bookings, and adds none.',
      },
      { name: 'Impressions of new homes', why: 'Hosts wait for them.' },
    ],
    experiment: 'A/B by guest over a booking cycle of some weeks.',
  },
  monitoring: [
    { signal: 'Homes shown that were taken', action: 'Over 1%: the calendar lags; filter harder.' },
    { signal: 'Homes without a vector', action: 'Rising: the job for new ones has failed.' },
    { signal: 'Booked rank by market', action: 'One market falls: season, or a wave of new homes.' },
  ],
  deployment: [
    'Vectors are trained daily; a job finds the 500 nearest of each home and writes them to a key-value store.',
    'Online there is only a lookup, a filter on dates and a light order; no index in the request.',
  ],
  curveBalls: [
    {
      says: 'In winter the ski resort looks like another town.',
      good: 'Weights recent sessions, trains by season or adds the month of travel, and watches the change of season.',
    },
    {
      says: 'Hosts complain that big agencies fill the row.',
      good: 'Measures share of impressions by kind of host, limits homes per host, and reports what that costs in bookings.',
    },
    {
      says: 'Next to an expensive home, all others look cheap.',
      good: 'Sees that the row changes how a price is felt, keeps prices within a band, and looks at bookings in all rather than clicks.',
    },
  ],
  variants: [
    {
      id: 'one-island',
      asks: '900 homes and few sessions: attributes and photos, all pairs in a table, renewed at night. A person from the island can judge the lot in an afternoon.',
    },
    {
      id: 'no-behaviour',
      asks: 'Attributes, photos and bookings carry it; a fifth of the sessions still trains an embedding if their guests are like the others, which has to be checked.',
    },
  ],
  hints: [
    { step: 2, text: 'Alike in attributes, or in what people do?' },
    { step: 3, text: 'If homes were words, what would be a sentence?' },
    { step: 3, text: 'Which negatives are too easy?' },
    {
      step: 4,
      text: 'Train vectors on sessions, look up the neighbours of each home in advance, and only filter by dates online.',
    },
  ],
  figures: [
    {
      name: 'Vectors as they are',
      formula: 'embeddingMemory',
      inputs: { items: 4.5e6, dim: 32, bytes: 4 },
      value: 576e6,
      unit: 'bytes',
      said: '4.5M homes of 32 float32 values take 576 MB: a laptop’s memory.',
    },
    {
      name: 'Neighbours in advance',
      formula: 'embeddingMemory',
      inputs: { items: 4.5e6, dim: 500, bytes: 8 },
      value: 18e9,
      unit: 'bytes',
      said: '500 neighbours of each, as ids of 8 bytes, take 18 GB in the key-value store.',
    },
    {
      name: 'The cut online',
      formula: 'reduction',
      inputs: { in: 500, out: 12 },
      value: 41.6667,
      unit: 'times',
      said: 'From 500 neighbours to the 12 of the row is a cut of 41.7×.',
    },
    {
      name: 'The call path',
      formula: 'latencySum',
      inputs: { gateway: 5, service: 5, neighbours: 5, filter: 10, ranker: 15 },
      value: 40,
      unit: 'ms',
      said: 'Lookup, filter and order come to 40 ms.',
    },
    {
      name: 'What is left of the target',
      formula: 'headroom',
      inputs: { sla: 100, latency: 40 },
      value: 0.6,
      unit: 'share',
      said: 'With 60% to spare nothing has to be clever here.',
    },
  ],
}
