import type { Brief } from '../problem.ts'

export const brief: Brief = {
  questions: [
    { about: 'catalogue', ask: 'How many images can be found?', answer: '2B.' },
    { about: 'load', ask: 'How many searches are there?', answer: '600M a month; plan for 1k a second.' },
    { about: 'latency', ask: 'How long may it take?', answer: '300 ms from the arrival of the photo.' },
    {
      about: 'similarity',
      ask: 'The same product, or the same style?',
      answer: 'The same one first if we have it, then similar ones.',
    },
    { about: 'personal', ask: 'Is the result personal?', answer: 'Not in the first version.' },
    {
      about: 'query',
      ask: 'What does a query look like?',
      answer: 'A photo in poor light with several things in it; people may crop it.',
    },
  ],
  framing: {
    goal: 'People find and buy what they see.',
    objective:
      'Map images to vectors such that photos of the same or a similar product lie close, whatever the camera.',
    input: 'A photo, or a part of it.',
    label: 'Pairs: same product, similar product, neither.',
    horizon: 'None: likeness does not expire, stock does.',
    task: 'retrieval',
    alternatives: [
      {
        name: 'Classify into products',
        tradeOff: 'Fine for a few thousand; with 2B images and new ones daily there are no fixed classes.',
      },
      {
        name: 'Describe in words and search the text',
        tradeOff: 'Uses an index that exists, and loses shape and pattern.',
      },
    ],
  },
  data: {
    sources: [
      'Catalogue images with product, category and shop.',
      'Searches with the photo’s vector, results and clicks.',
      'Pairs that people have judged.',
    ],
    labels: [
      'Judged pairs are clean and dear: for evaluation and for fine-tuning at the end.',
      'Clicked results are plentiful and biased towards what was shown.',
      'Two crops of one image cost nothing, and are easier than the task.',
    ],
    features: [
      {
        name: 'The crop that a detector finds',
        from: 'request',
        why: 'Background dominates the vector of a whole photo.',
      },
      { name: 'Vector of the crop', from: 'request', why: 'The query.' },
      {
        name: 'Vectors of the catalogue',
        from: 'batch',
        why: 'Made once for each image and encoder version.',
      },
      {
        name: 'Price, stock and category of the product',
        from: 'batch',
        why: 'For ordering, after likeness has chosen.',
      },
    ],
    pitfalls: [
      'Studio photos and phone photos lie in different regions unless trained on pairs of both.',
      'Negatives drawn at random are too easy: a chair against a shoe teaches little.',
      'Many images of one product fill the result.',
    ],
    split: 'By product: no product in both parts, and newer products in the test.',
  },
  options: {
    baseline: 'Perceptual hash: finds the same file again, and no more.',
    considered: [
      {
        name: 'Pretrained image model as it is',
        gain: 'Running in a day.',
        cost: 'Knows what a chair is, not which chair.',
      },
      {
        name: 'Vision transformer fine-tuned on pairs',
        gain: 'Learns the likeness that counts here, across cameras.',
        cost: 'Needs mined hard negatives and a re-embedding of everything with each version.',
      },
      {
        name: 'A model for each category',
        gain: 'Best within fashion, best within furniture.',
        cost: 'As many indexes; one shared embedding replaced three of them in published work.',
      },
    ],
    chosen: ['Vision transformer fine-tuned on pairs'],
    why: 'The gap between camera and catalogue is the heart of the problem, and only training on pairs closes it. One embedding for all keeps one index.',
  },
  metrics: {
    offline: [
      { name: 'Precision@1 for the same product', why: 'People notice when the very thing is missing.' },
      { name: 'Recall@k on judged pairs', why: 'What the ordering has to work with.' },
    ],
    online: [
      { name: 'Searches with a click or save', why: 'Something was close enough.' },
      { name: 'Added to the basket', why: 'The goal.' },
    ],
    guardrails: [
      { name: 'Searches without a result', why: 'A threshold too strict looks like quality offline.' },
      { name: 'Offensive results', why: 'Photos contain people.' },
    ],
    experiment: 'Judged pairs first, then A/B by person; the old and the new index answer side by side.',
  },
  monitoring: [
    {
      signal: 'Distribution of the best distance',
      action: 'A shift after an app release: the camera or the crop has changed.',
    },
    { signal: 'Clicks by phone model', action: 'One falls behind: collect pairs from it.' },
    { signal: 'Age of the newest indexed product', action: 'Over 24 h: the batch encoder is behind.' },
  ],
  deployment: [
    'Detector and encoder run on GPUs that gather requests for a few milliseconds.',
    'The index is quantised and sharded; a new encoder fills a second one, and both switch together.',
  ],
  curveBalls: [
    {
      says: 'There are four things in the photo.',
      good: 'Detects objects, shows them as points to tap, searches for the largest or most central one first.',
    },
    {
      says: 'People complain that they get similar lamps, but not the lamp.',
      good: 'Separates both aims: a stricter threshold or a second vector for identity, similar ones below, and a metric for each.',
    },
    {
      says: 'Somebody searches with a nude photo.',
      good: 'Screens queries before they are stored or shown, answers with nothing, and keeps no image.',
    },
  ],
  variants: [
    {
      id: 'spare-parts',
      asks: 'Exact search is enough; identity is all. Render training images from the drawings, read engraved numbers by OCR, and ask back with three candidates and their difference when unsure.',
    },
    {
      id: 'without-network',
      asks: 'A distilled encoder of some 10 MB, 100k vectors as 64-byte codes (6.4 MB), and thumbnails that take most of the space. The pack of the shop is renewed at home.',
    },
  ],
  hints: [
    { step: 2, text: 'What is compared: pixels?' },
    { step: 3, text: 'Where do pairs that belong together come from?' },
    { step: 3, text: 'What does a phone photo have in common with one from a studio?' },
    {
      step: 4,
      text: 'Crop first, embed with a network trained on pairs across cameras, and search quantised vectors.',
    },
  ],
  figures: [
    {
      name: 'Searches a second',
      formula: 'averageRate',
      inputs: { dau: 20e6, requests_day: 1 },
      value: 231.481,
      unit: 'per second',
      said: '600M a month are 20M a day, 231 a second on average; a peak of three times that stays below 1,000.',
    },
    {
      name: 'Vectors as they are',
      formula: 'embeddingMemory',
      inputs: { items: 2e9, dim: 256, bytes: 4 },
      value: 2.048e12,
      unit: 'bytes',
      said: '2B vectors of 256 float32 values take 2.05 TB.',
    },
    {
      name: 'As a graph',
      formula: 'hnswMemory',
      inputs: { items: 2e9, dim: 256, bytes: 4, m: 16 },
      value: 3.072e12,
      unit: 'bytes',
      said: 'An HNSW graph over them needs 3.07 TB of memory.',
    },
    {
      name: 'As codes',
      formula: 'pqMemory',
      inputs: { items: 2e9, codeBytes: 32 },
      value: 64e9,
      unit: 'bytes',
      said: 'Quantised to 32 bytes each they fit in 64 GB.',
    },
    {
      name: 'Replicas of the encoder',
      formula: 'replicas',
      inputs: { qps: 1e3, p99: 40, concurrency: 4, utilisation: 0.6 },
      value: 17,
      unit: 'count',
      said: 'At 40 ms, four photos in a batch and 60% busy, 17 GPUs encode a thousand photos a second.',
    },
    {
      name: 'The call path',
      formula: 'latencySum',
      inputs: { gateway: 10, service: 5, detector: 40, encoder: 40, index: 40, ordering: 20 },
      value: 155,
      unit: 'ms',
      said: 'Detector, encoder and search in a row make 155 ms of 300.',
    },
  ],
}
