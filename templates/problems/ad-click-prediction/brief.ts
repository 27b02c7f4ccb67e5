import type { Brief } from '../problem.ts'
import { figures } from './figures.ts'

export const brief: Brief = {
  questions: [
    {
      about: 'goal',
      ask: 'What counts: revenue, clicks, or that people come back?',
      answer: 'Revenue per thousand impressions, as long as retention does not suffer.',
    },
    {
      about: 'pricing',
      ask: 'How do advertisers pay?',
      answer: 'By click. An auction orders ads by bid times click probability.',
    },
    {
      about: 'scale',
      ask: 'How many requests, and how often does somebody click?',
      answer:
        '4k requests a second on average, one ad each: about 10B impressions a month. 1 to 2% are clicked.',
    },
    {
      about: 'latency',
      ask: 'How long may the ad take?',
      answer: '150 ms at the 99th percentile; the feed does not wait longer.',
    },
    {
      about: 'candidates',
      ask: 'How many ads compete for one place?',
      answer: '1M are active; targeting leaves about 2,000 for one request.',
    },
    {
      about: 'freshness',
      ask: 'How soon must a new campaign or a change of taste count?',
      answer: 'Campaigns within minutes. The model is updated several times a day.',
    },
    {
      about: 'privacy',
      ask: 'What about the person may be used?',
      answer: 'What they do here. Nothing from other sites without consent.',
    },
    {
      about: 'negative',
      ask: 'Can people object to an ad?',
      answer: 'They can hide or report it, and a few do.',
    },
    {
      about: 'conversions',
      ask: 'Do we hear what happens after the click?',
      answer: 'From some advertisers, days later. Leave it for a second version.',
    },
    {
      about: 'budgets',
      ask: 'Who keeps to the budgets?',
      answer: 'Pacing exists as a service; you call it before the auction.',
    },
  ],
  framing: {
    goal: 'More revenue from each impression, from ads that people do not mind.',
    objective:
      'For a person, an ad and a context, predict the probability of a click so exactly that multiplying it by a bid gives what the impression is expected to be worth.',
    input: 'One pair of request and ad: person, ad, advertiser, place, moment.',
    label:
      'Positive: clicked within 30 minutes of the impression. Everything else is negative once that time has passed.',
    horizon: '30 minutes; then a row is final.',
    task: 'classification',
    alternatives: [
      {
        name: 'Rank pairs of ads against each other',
        tradeOff: 'Orders well, but yields no probability to multiply with a bid.',
      },
      {
        name: 'Predict conversions instead of clicks',
        tradeOff: 'Nearer to what advertisers want; labels are far rarer and days late.',
      },
    ],
  },
  data: {
    sources: [
      'Log of each impression with the features as they were served, the bid and the prediction.',
      'Stream of clicks, hides and reports.',
      'Campaigns with targeting, creatives and budgets.',
    ],
    labels: [
      'A streaming join waits up to 30 minutes for the click, then writes the row.',
      'All clicks and a tenth of the rest are kept; the probability is corrected for it afterwards.',
    ],
    features: [
      {
        name: 'Click rates of ad, advertiser and person over several windows',
        from: 'stream',
        why: 'History is the strongest signal that published work reports.',
      },
      { name: 'Ids as embeddings', from: 'batch', why: 'Learn what counters cannot: which ads are alike.' },
      {
        name: 'Place in the feed, device, hour',
        from: 'request',
        why: 'Part of why somebody clicks has nothing to do with the ad. The place is known, since a request is for one; where the auction decides it, train with it and serve one fixed value.',
      },
      {
        name: 'Crosses, such as topic of the posts around with category of the ad',
        from: 'request',
        why: 'Most of the signal lies in combinations.',
      },
      {
        name: 'Impressions of this ad to this person today',
        from: 'stream',
        why: 'The fifth time is not the first.',
      },
    ],
    pitfalls: [
      'A click that comes after the join’s window has become a negative.',
      'Only ads that won were shown: the log knows nothing of the others.',
      'Clicks by accident and by robots teach the model to find more of them.',
      'A counter of today joined to an impression of yesterday contains its click.',
    ],
    split: 'By time, hour by hour: train up to an hour, evaluate on the next, as the model is used.',
  },
  options: {
    baseline: 'Historical click rate of the ad at this place, smoothed towards the advertiser’s.',
    considered: [
      {
        name: 'Logistic regression with crosses',
        gain: 'Learns online, calibrated, small enough to run inside the ad server.',
        cost: 'Somebody has to find the crosses.',
      },
      {
        name: 'Boosted trees feeding a logistic regression',
        gain: 'Published at large scale with a gain of more than 3% over either part alone.',
        cost: 'Two models to refresh at different speeds.',
      },
      {
        name: 'Factorisation machine',
        gain: 'All pairs of ids for little compute.',
        cost: 'Stops at pairs unless a network is added.',
      },
      {
        name: 'Deep and cross network',
        gain: 'Finds crosses by itself and works on embeddings.',
        cost: 'Large tables to shard, warm up and version; calibrated only after a further layer.',
      },
      {
        name: 'Two towers',
        gain: 'Ad vectors can be made in advance.',
        cost: 'No crosses, where the signal is: good for candidates at most.',
      },
    ],
    chosen: ['Deep and cross network', 'Logistic regression with crosses'],
    why: 'With 100M clicks a month there is data enough for embeddings and automatic crosses. The regression stays in the ad server, as baseline and as what answers when the network does not.',
  },
  metrics: {
    offline: [
      {
        name: 'Normalised entropy',
        why: 'Log loss over that of always predicting the mean: comparable between periods with other click rates.',
      },
      {
        name: 'Calibration: predicted over actual clicks',
        why: 'The auction multiplies the score: an ad that gets 10% too much wins where it should lose.',
      },
      { name: 'AUC', why: 'The order alone, to tell a bad ranking from a bad level.' },
    ],
    online: [
      { name: 'Revenue per thousand impressions', why: 'The goal.' },
      {
        name: 'Return on what advertisers spend, where they report sales',
        why: 'Revenue that they do not earn back ends with the quarter.',
      },
    ],
    guardrails: [
      { name: 'Hides and reports per impression', why: 'Bait is clicked and resented.' },
      { name: 'Sessions per person', why: 'Annoyance shows here, weeks later.' },
    ],
    experiment:
      'Split people and budgets alike: with shared budgets, the better arm spends what the other could have spent, and the difference is partly stolen.',
  },
  monitoring: [
    {
      signal: 'Predicted over actual clicks, by place, country and age of campaign',
      action: 'Off by 5% for half an hour, in a slice with at least 4,000 clicks: roll back by itself.',
    },
    {
      signal: 'Share of clicks that find their impression',
      action: 'Below 99%: stop training, since missing clicks look like dislike.',
    },
    { signal: 'Age of the counters', action: 'Over five minutes: use the slower windows.' },
    {
      signal: 'Unknown ids among requests',
      action: 'A jump: embedding tables and campaigns have come apart.',
    },
  ],
  deployment: [
    'The model trains on each hour’s rows and is pushed after a check of entropy and calibration on the next.',
    'Embedding tables are sharded and warmed up before a replica takes traffic.',
    'A canary takes 5% for an hour and is judged when its rows are final: some 7,000 clicks, enough to see calibration off by 5%, which brings the old version back.',
    'A switch turns the network off and leaves the regression in the ad server to answer.',
  ],
  curveBalls: [
    {
      says: 'Since noon the join loses one click in ten.',
      good: 'Expects the model to predict too little after the next training runs, stops training, alarms on the join rate and replays the lost hours.',
    },
    {
      says: 'An advertiser cares for purchases a week later, not for clicks.',
      good: 'Adds a head for conversions and models their delay, so that a recent click without purchase is open and not negative.',
    },
    {
      says: 'New ads are never shown.',
      good: 'Gives them a prior from advertiser and creative, explores by the uncertainty of the estimate, for example by Thompson sampling, and bounds what that may cost.',
    },
    {
      says: 'Calibration is perfect overall, and revenue falls.',
      good: 'Looks at slices: errors that cancel out still change who wins. Then at the ads that win, where the score is high by selection.',
    },
  ],
  variants: [
    {
      id: 'local-paper',
      asks: 'At 4M impressions and perhaps 40k clicks a day, a logistic regression with smoothed click rates, trained nightly, is hard to beat; 1,500 ads can all be scored, so there is no cascade.',
    },
    {
      id: 'no-identity',
      asks: 'Content of the page, place, time and the ad’s own history have to carry it. Counters by page topic replace counters by person; the frequency cap is lost, which guardrails should show. Ask whether an id may still divide people into arms; if not, compare by place or by hour.',
    },
  ],
  hints: [
    { step: 2, text: 'Which number stands beside yours in the auction, and what is done with the two?' },
    { step: 3, text: 'When is a missing click final?' },
    { step: 3, text: 'If one negative in ten is kept, what does the model’s probability mean?' },
    { step: 7, text: 'What would a model that is an hour old cost?' },
    {
      step: 5,
      text: 'Judge by log loss and by predicted over actual clicks; a good order with a wrong level can still sell to the wrong ad.',
    },
    {
      step: 4,
      text: 'Narrow with a light ranker first, and let a network with explicit crosses score the last few hundred.',
    },
  ],
  figures,
}
