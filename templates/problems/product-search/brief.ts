import type { Brief } from '../problem.ts'

export const brief: Brief = {
  questions: [
    { about: 'goal', ask: 'What is better?', answer: 'More purchases per search.' },
    { about: 'catalogue', ask: 'How many products are there?', answer: '200M.' },
    {
      about: 'load',
      ask: 'How many searches?',
      answer: '50M people a day, three to four searches each; 6k a second at the peak.',
    },
    { about: 'latency', ask: 'How fast?', answer: 'The list within 200 ms, at p99.' },
    {
      about: 'freshness',
      ask: 'How fast do price and stock change?',
      answer: 'By the minute; texts within the hour.',
    },
    {
      about: 'languages',
      ask: 'Which languages, and is it personal?',
      answer: 'One language, the same result for everybody in the first version.',
    },
  ],
  framing: {
    goal: 'Who searches, buys.',
    objective:
      'For a query, order the products in stock such that those more likely to be bought after it stand higher.',
    input: 'Query text and a product.',
    label: 'Graded: bought over put in the basket over clicked over only seen.',
    horizon: 'The shopping session.',
    task: 'ranking',
    alternatives: [
      {
        name: 'Classify each pair as relevant or not',
        tradeOff: 'Judges can label it; ignores that only the order on one page counts.',
      },
      {
        name: 'Let an LLM rewrite or judge',
        tradeOff: 'Helps offline for labels and rare queries; too slow for each pair online.',
      },
    ],
  },
  data: {
    sources: [
      'Query log with ranks, clicks, baskets and orders.',
      'Catalogue with text, category, price, stock and seller.',
      'Judgements by people on sampled queries.',
    ],
    labels: [
      'Grades from behaviour, corrected for the rank at which a product was shown.',
      'Judgements, for evaluating and for queries without traffic.',
    ],
    features: [
      {
        name: 'Lexical score by field',
        from: 'request',
        why: 'A match in the title is not one in the reviews.',
      },
      { name: 'Closeness of query and product vectors', from: 'request', why: 'Sofa and couch.' },
      {
        name: 'Purchases of this product after this query',
        from: 'batch',
        why: 'Frequent queries have told the answer already.',
      },
      { name: 'Stock, price, delivery time', from: 'stream', why: 'Nobody buys what is not there.' },
    ],
    pitfalls: [
      'The first rank is clicked because it is first.',
      'A count of purchases that includes this very search holds the answer: take it as of the search.',
      'Frequent queries drown the rare, where the shop loses.',
      'Sellers write titles for the ranker.',
    ],
    split: 'By time, with queries never seen before reported apart.',
  },
  options: {
    baseline: 'BM25 over title and description.',
    considered: [
      {
        name: 'Lexical and vector retrieval together',
        gain: 'Exact names and other words alike.',
        cost: 'A second index, and two scores to merge.',
      },
      {
        name: 'Small boosted model on 10k candidates',
        gain: 'Microseconds a product, pointwise.',
        cost: 'Cheap features only.',
      },
      {
        name: 'LambdaMART on the last 500',
        gain: 'Trained on the order of a list; strong on mixed features.',
        cost: 'Its scores are no probabilities.',
      },
      {
        name: 'Cross-encoder on the top',
        gain: 'Reads query and title together.',
        cost: 'GPU and tens of milliseconds; a later step for the first fifty.',
      },
    ],
    chosen: [
      'Lexical and vector retrieval together',
      'Small boosted model on 10k candidates',
      'LambdaMART on the last 500',
    ],
    why: 'The list is judged as a list, so the last stage learns from lists. Before it, recall has to be cheap. Stock and rules come last, on live data.',
  },
  metrics: {
    offline: [
      {
        name: 'Recall@10k of retrieval, @500 after the small model',
        why: 'The first two stages exist for it.',
      },
      { name: 'nDCG@10 on graded labels', why: 'The first screen.' },
      { name: 'MRR for queries with one answer', why: 'Who types a model number wants that one.' },
    ],
    online: [
      { name: 'Purchases per search', why: 'The goal.' },
      { name: 'Time until the first click', why: 'Moves earlier than purchases do.' },
    ],
    guardrails: [
      { name: 'Searches without a result, and rephrased ones', why: 'People who gave up or tried again.' },
      { name: 'Share of small sellers on first pages', why: 'The market has two sides.' },
    ],
    experiment:
      'Interleave two rankings to find the better order with few people; then A/B by person for purchases.',
  },
  monitoring: [
    {
      signal: 'Searches without a result, and rephrasing, by category',
      action: 'A jump: index lag, or a new word; add it to the synonyms.',
    },
    {
      signal: 'Age of stock and price in the index',
      action: 'Over five minutes: filter on live data only, page.',
    },
    { signal: 'Drift of queries', action: 'Season: retrain with last year’s same weeks.' },
  ],
  deployment: [
    'Query encoder, product encoder and vector index carry one version and switch together.',
    'Rankers by canary with a lexical order as fallback.',
  ],
  curveBalls: [
    {
      says: 'A third of the queries have typing errors.',
      good: 'Corrects with what others typed next, keeps the original as a second query, and measures on such queries only.',
    },
    {
      says: 'A product that came yesterday sells well elsewhere, here nobody finds it.',
      good: 'Falls back to text, category and seller, smooths counters toward their mean, and gives it a few impressions to learn from.',
    },
    {
      says: 'Sellers have begun to stuff their titles.',
      good: 'Takes such words as a signal against them, weighs behaviour over text, caps title length in matching, and expects the next trick.',
    },
  ],
  variants: [
    {
      id: 'pharmacy',
      asks: 'No cascade; a lexical index with synonyms of substances and a small boosted model. Never guess at strengths: ask back, and let judgement by pharmacists weigh more than clicks.',
    },
    {
      id: 'three-languages',
      asks: 'A multilingual encoder makes one index; lexical search needs an analyser for each language and a guess at the query’s. Evaluate by pair of query and product language.',
    },
  ],
  hints: [
    { step: 3, text: 'A click on the first place: because it is good, or because it is first?' },
    { step: 4, text: 'Somebody types “nkie shos 42”: what is done with it first?' },
    { step: 7, text: 'A product has just gone out of stock: which box knows it?' },
    {
      step: 4,
      text: 'Retrieve by words and by vectors for recall, cut with a small model, order with one trained on lists, filter on live stock.',
    },
  ],
  figures: [
    {
      name: 'Peak load',
      formula: 'peakRate',
      inputs: { dau: 50e6, requests_day: 3.5, peakFactor: 3 },
      value: 6076.39,
      unit: 'per second',
      said: '50M people with 3.5 searches make 6.08k a second at the peak.',
    },
    {
      name: 'The vector index',
      formula: 'hnswMemory',
      inputs: { items: 200e6, dim: 256, bytes: 4, m: 16 },
      value: 307.2e9,
      unit: 'bytes',
      said: '200M products of 256 dimensions take 307 GB as float32.',
    },
    {
      name: 'The index as codes',
      formula: 'pqMemory',
      inputs: { items: 200e6, codeBytes: 32 },
      value: 6.4e9,
      unit: 'bytes',
      said: 'As codes of 32 bytes they take 6.4 GB.',
    },
    {
      name: 'The cut of the first ranker',
      formula: 'reduction',
      inputs: { in: 10e3, out: 500 },
      value: 20,
      unit: 'times',
      said: 'The small model cuts ten thousand candidates by 20×.',
    },
    {
      name: 'Time of the first ranker',
      formula: 'scoringTime',
      inputs: { itemsIn: 10e3, costPerItemUs: 5, lanes: 4 },
      value: 12.5,
      unit: 'ms',
      said: 'At 5 µs a product on four lanes it needs 12.5 ms.',
    },
    {
      name: 'The call path',
      formula: 'latencySum',
      inputs: {
        gateway: 5,
        service: 5,
        understanding: 10,
        encoder: 10,
        retrieval: 25,
        first: 20,
        second: 30,
        features: 10,
        filter: 5,
      },
      value: 120,
      unit: 'ms',
      said: 'From query to list it is 120 ms; both searches run side by side.',
    },
    {
      name: 'What is left of the target',
      formula: 'headroom',
      inputs: { sla: 200, latency: 120 },
      value: 0.4,
      unit: 'share',
      said: 'The remaining 40% could pay for a cross-encoder on the first fifty.',
    },
  ],
}
