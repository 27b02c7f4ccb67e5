import type { Brief } from '../problem.ts'

export const brief: Brief = {
  questions: [
    {
      about: 'members',
      ask: 'How large is the network?',
      answer: '1B members. Active ones have up to a thousand connections, a few have many more.',
    },
    { about: 'goal', ask: 'Does an invitation count, or its acceptance?', answer: 'Only accepted ones.' },
    {
      about: 'latency',
      ask: 'Must suggestions react at once?',
      answer: 'The list may be a day old; it has to be there in 300 ms, at 10k requests a second.',
    },
    {
      about: 'labels',
      ask: 'How long until an invitation is answered?',
      answer: 'Often days; after two weeks hardly any more.',
    },
    {
      about: 'data',
      ask: 'What is known about two people?',
      answer: 'Connections, employers and schools with years, place, visits of profiles, uploaded contacts.',
    },
    {
      about: 'privacy',
      ask: 'What must a suggestion never give away?',
      answer:
        'That somebody has another’s number, or looked at their profile. Whoever blocked somebody is never shown.',
    },
  ],
  framing: {
    goal: 'Networks that people use, so that they return.',
    objective:
      'For two members who are not connected, predict the probability that an invitation is sent and accepted within 14 days.',
    input: 'A pair of members and the graph around them, as of a day.',
    label:
      'Positive: not linked in the snapshot, and linked by an accepted invitation within the 14 days after it.',
    horizon: '14 days.',
    task: 'ranking',
    alternatives: [
      {
        name: 'Predict the invitation alone',
        tradeOff: 'Labels within minutes; suggests celebrities, whom everybody invites.',
      },
      {
        name: 'Maximise later contact between both',
        tradeOff: 'What a connection is for; months late and sparse.',
      },
    ],
  },
  data: {
    sources: [
      'Connection graph with dates.',
      'Profiles with periods of work and study.',
      'Impressions, invitations, answers and dismissals.',
    ],
    labels: [
      'Daily snapshots of the graph, joined with what was accepted in the 14 days after each.',
      'Suggestions seen often and never used lose weight.',
    ],
    features: [
      {
        name: 'Connections in common, weighted by how few they have',
        from: 'batch',
        why: 'A shared friend with 50 links says more than one with 5,000.',
      },
      {
        name: 'Months at the same employer or school',
        from: 'batch',
        why: 'The same company twenty years apart means nothing.',
      },
      {
        name: 'Closeness of both in a graph embedding',
        from: 'batch',
        why: 'Finds structure beyond two hops.',
      },
      { name: 'How often it was shown before', from: 'stream', why: 'Ignored ten times is an answer.' },
    ],
    pitfalls: [
      'The graph of today contains the link that is to be predicted: compute features on the day before.',
      'What was suggested gets linked: the log teaches the model its own habits.',
      'Negatives at random are strangers and too easy; take those of two hops.',
    ],
    split:
      'By time: features of one snapshot, links of the 14 days after it; the test begins when those of training are over.',
  },
  options: {
    baseline: 'Number of connections in common.',
    considered: [
      {
        name: 'Trees on features of the pair',
        gain: 'Strong, explainable, cheap enough for thousands of pairs.',
        cost: 'Sees only pairs that somebody proposes.',
      },
      {
        name: 'Graph network embeddings with nearest neighbours',
        gain: 'Proposes pairs beyond two hops, and newcomers by their profile.',
        cost: 'Training on the graph of 1B; stale between runs.',
      },
      {
        name: 'Deep ranker',
        gain: 'Best order for the last few hundred.',
        cost: 'Calibration and latency to watch.',
      },
    ],
    chosen: [
      'Trees on features of the pair',
      'Graph network embeddings with nearest neighbours',
      'Deep ranker',
    ],
    why: 'Walks of the night and embeddings propose some four thousand, trees bring different sources to one scale and keep 600, the deep ranker orders them; a last stage protects variety and those who get too many invitations.',
  },
  metrics: {
    offline: [
      { name: 'Recall@k of candidates', why: 'Whoever is not proposed is never met.' },
      { name: 'AUC and precision@k', why: 'The order within those proposed.' },
      { name: 'Calibration error', why: 'Scores of several sources are compared.' },
    ],
    online: [{ name: 'Accepted invitations per member', why: 'Sent ones can be bought with spam.' }],
    guardrails: [
      { name: 'Blocks and reports after a suggestion', why: 'The harm of a wrong one.' },
      { name: 'Invitations to the most invited hundredth', why: 'The rich get richer, and leave.' },
    ],
    experiment:
      'Randomise clusters of the graph and not persons: an invitation always reaches somebody who may be in the other arm.',
  },
  monitoring: [
    {
      signal: 'Accepted share of invitations, by day sent',
      action: 'Compare at equal age; a fall after three days is the earliest honest sign.',
    },
    {
      signal: 'Inequality of impressions among members',
      action: 'Rising: stronger limit on the most shown.',
    },
    {
      signal: 'Age of graph and candidates',
      action: 'Over 36 h: serve common neighbours, page the job’s owner.',
    },
  ],
  deployment: [
    'Candidates are made at night for members active in the last weeks, for others on their first visit; ranking is online.',
    'Embeddings and index switch together; dismissals are filtered live.',
  ],
  curveBalls: [
    {
      says: 'One member has ten million followers.',
      good: 'Caps the fan-out of walks at such nodes, weights shared contacts by their degree, and treats following as another relation.',
    },
    {
      says: 'Somebody has just joined and knows nobody here.',
      good: 'Uses employer, school and place, the person who invited them, and asks for one or two names.',
    },
    {
      says: 'We suggested a woman to the man she is hiding from.',
      good: 'Takes it as a failure of rules and not of ranking: blocks and hidden profiles are excluded both ways in every source, no suggestion rests on one-sided signals, and one click ends it.',
    },
  ],
  variants: [
    {
      id: 'inside-one-company',
      asks: 'All pairs of 40k are 800M: a nightly job, no index. The target turns around: reward links between distant parts, and measure whether they are used.',
    },
    {
      id: 'no-address-books',
      asks: 'Remove the features, the candidates and the models trained on them, not just the column. Measure what newcomers lose, and replace it by schools, employers and invitations by link.',
    },
  ],
  hints: [
    { step: 1, text: 'How many friends of friends does a member with a thousand connections have?' },
    { step: 3, text: 'What exactly is the label, and on which day is it known?' },
    { step: 5, text: 'Whom does a wrong suggestion harm?' },
    { step: 4, text: 'Walk the graph at night for candidates, and rank in two stages when somebody asks.' },
  ],
  figures: [
    {
      name: 'Friends of friends',
      formula: 'reachedInHops',
      inputs: { degree: 1e3, hops: 2 },
      value: 1e6,
      unit: 'count',
      said: 'A thousand connections with a thousand each are 1M friends of friends, before duplicates.',
    },
    {
      name: 'The first ranking',
      formula: 'reduction',
      inputs: { in: 4e3, out: 600 },
      value: 6.66667,
      unit: 'times',
      said: 'From 4,000 candidates the light ranker keeps 600, a cut of 6.67×.',
    },
    {
      name: 'Vectors as they are',
      formula: 'embeddingMemory',
      inputs: { items: 1e9, dim: 64, bytes: 4 },
      value: 256e9,
      unit: 'bytes',
      said: '1B members of 64 float32 values take 256 GB.',
    },
    {
      name: 'As codes',
      formula: 'pqMemory',
      inputs: { items: 1e9, codeBytes: 8 },
      value: 8e9,
      unit: 'bytes',
      said: 'In codes of 8 bytes they take 8 GB, for a candidate source that may miss a few.',
    },
    {
      name: 'Rows read',
      formula: 'featureReads',
      inputs: { qps: 10e3, itemsIn: 600, featureGroups: 1 },
      value: 6e6,
      unit: 'per second',
      said: 'Ordering 600 pairs at 10,000 requests a second reads 6M rows a second; most of them can lie beside the candidates.',
    },
    {
      name: 'The call path',
      formula: 'latencySum',
      inputs: {
        gateway: 5,
        service: 5,
        experiment: 2,
        candidates: 30,
        features: 15,
        light: 20,
        deep: 60,
        pairFeatures: 15,
        rules: 10,
      },
      value: 162,
      unit: 'ms',
      said: 'Both rankers and their reads bring the path to 162 ms of 300.',
    },
  ],
}
