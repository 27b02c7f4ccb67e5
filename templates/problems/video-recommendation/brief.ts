import type { Brief } from '../problem.ts'

export const brief: Brief = {
  questions: [
    {
      about: 'goal',
      ask: 'What makes a page a good one?',
      answer: 'Time that people are glad to have spent. Clicks alone have misled us before.',
    },
    {
      about: 'catalogue',
      ask: 'How many videos are there, and how many come?',
      answer: '100M; 500 hours are uploaded every minute.',
    },
    {
      about: 'users',
      ask: 'How many people open the page?',
      answer: '100M a day, about four times each; plan for 15k requests a second.',
    },
    { about: 'latency', ask: 'How fast must it be?', answer: '200 ms at the 99th percentile.' },
    {
      about: 'freshness',
      ask: 'When does an upload have to appear?',
      answer: 'Within a day. What was watched last counts in the same session.',
    },
    {
      about: 'rules',
      ask: 'What must not be shown?',
      answer: 'There is a mode for children, and borderline material is to be shown less.',
    },
  ],
  framing: {
    goal: 'People come back because what they watched was worth it.',
    objective:
      'For a viewer and a moment, order videos by a weighted sum of the probabilities of watching half, liking and disliking.',
    input: 'Viewer, session so far, device and one video.',
    label:
      'Positive: watched to at least half, or liked. Negative: shown and passed over, with less weight, or disliked.',
    horizon: 'The visit in which it is shown.',
    task: 'ranking',
    alternatives: [
      { name: 'Clicks', tradeOff: 'Plenty of labels, and the loudest thumbnail wins.' },
      { name: 'Completed views', tradeOff: 'Honest for each video, and short ones win.' },
      {
        name: 'Expected watch time',
        tradeOff: 'Closer to the goal, but favours the long and says nothing of regret.',
      },
    ],
  },
  data: {
    sources: [
      'Impressions with position and served features.',
      'Watch events with seconds, likes, dislikes and answers to a short survey.',
      'Uploads with text, thumbnail, frames and channel.',
    ],
    labels: [
      'Impressions joined with seconds watched in the visit.',
      'Survey answers calibrate what watch time means.',
    ],
    features: [
      { name: 'Vector of the last fifty videos', from: 'batch', why: 'Taste of weeks.' },
      { name: 'Videos of this session', from: 'stream', why: 'Why somebody came today.' },
      {
        name: 'Age of the training example',
        from: 'request',
        why: 'What is watched shifts within the training weeks. With this as an input the model learns the shift, and zero when serving stands for now.',
      },
      {
        name: 'Channel and viewer’s history with it',
        from: 'batch',
        why: 'A cross that the ranker may use and the towers may not.',
      },
    ],
    pitfalls: [
      'Position explains a large part of the clicks: feed it in training, fix it when serving.',
      'A video that is never retrieved never gets data.',
      'Half of a ten-second clip is not half of a lecture.',
    ],
    split: 'By time: the week after the training weeks.',
  },
  options: {
    baseline: 'What is popular in the language, without what was already watched.',
    considered: [
      {
        name: 'Matrix factorisation',
        gain: 'Quick and strong for those with history.',
        cost: 'No side features: new videos have no place.',
      },
      {
        name: 'Two-tower retrieval with further sources',
        gain: 'Covers new uploads by content, and subscriptions by rule.',
        cost: 'Index and tower to keep in step; sources to balance.',
      },
      {
        name: 'Multi-task ranker',
        gain: 'Weighs watching, liking and disliking in one pass.',
        cost: 'Weights between the heads are a product decision that has to be tested.',
      },
    ],
    chosen: ['Two-tower retrieval with further sources', 'Multi-task ranker'],
    why: 'Uploads are many and the goal has several parts: one stage for finding, one for weighing.',
  },
  metrics: {
    offline: [
      { name: 'Recall@1k', why: 'The ranker sees a thousand videos and no more.' },
      { name: 'nDCG, and AUC for each head', why: 'A sum can rise while one head rots.' },
    ],
    online: [
      { name: 'Watch time that a survey calls well spent', why: 'Separates liking from being held.' },
      { name: 'Viewers who return within a week', why: 'Slow and hard to game.' },
    ],
    guardrails: [
      { name: 'Dislikes and “not interested”', why: 'The cost of bait.' },
      { name: 'Variety of channels on a page', why: 'Narrowing shows here first.' },
    ],
    experiment:
      'A/B by viewer for some weeks, with a small group held back for longer to see effects on returning.',
  },
  monitoring: [
    {
      signal: 'Predicted against real share watched to half, by length of video',
      action: 'Off by a tenth: recalibrate, then look for shifted features.',
    },
    {
      signal: 'Hours from upload to the first impression',
      action: 'Over 24: the index build is behind, or exploration is off.',
    },
    {
      signal: 'Share of requests answered by the trending list',
      action: 'Over 1%: something on the path times out.',
    },
  ],
  deployment: [
    'Ranker by canary; tower and index together, the index anew each hour.',
    'Trending by language is kept in memory for timeouts.',
  ],
  curveBalls: [
    {
      says: 'Are the first places clicked because they are good, or because they are first?',
      good: 'Randomises a sliver of traffic to measure it, gives position to the model in training only, or weights by its inverse propensity.',
    },
    {
      says: 'New channels give up after a month.',
      good: 'Reserves some impressions for them, uses content vectors, measures how many find an audience, and prices that in watch time.',
    },
    {
      says: 'The press says that the page leads people to ever more extreme videos.',
      good: 'Scores borderline content by its own model, lowers it by rule in the last stage, and follows sequences of sessions instead of single clicks.',
    },
  ],
  variants: [
    {
      id: 'course-platform',
      asks: 'Score all courses without retrieval. Prerequisites and goals matter more than similarity, and completion is rare and slow: use progress after a week as a nearer label.',
    },
    {
      id: 'for-children',
      asks: 'Context, age band and editors’ approval replace the profile; a pool of released videos makes retrieval small. The metrics have to be ones that a parent would sign.',
    },
  ],
  hints: [
    { step: 2, text: 'Somebody clicks, and is sorry ten seconds later: was that a success?' },
    { step: 3, text: 'What has to be noted down at the moment a video is shown?' },
    { step: 4, text: 'Where would a video that is an hour old enter?' },
    {
      step: 4,
      text: 'Merge several sources of candidates to about a thousand, and let one model with a head for each reaction order them.',
    },
  ],
  figures: [
    {
      name: 'Peak load',
      formula: 'peakRate',
      inputs: { dau: 100e6, requests_day: 4, peakFactor: 3 },
      value: 13888.9,
      unit: 'per second',
      said: '100M viewers with four visits make 13.9k requests a second at the peak: plan for 15,000.',
    },
    {
      name: 'The index',
      formula: 'hnswMemory',
      inputs: { items: 100e6, dim: 128, bytes: 4, m: 16 },
      value: 92.16e9,
      unit: 'bytes',
      said: '100M videos of 128 dimensions are an index of 92.2 GB as float32.',
    },
    {
      name: 'Ranking',
      formula: 'scoringTime',
      inputs: { itemsIn: 1e3, costPerItemUs: 40, lanes: 1 },
      value: 40,
      unit: 'ms',
      said: 'A thousand videos at 40 µs take 40 ms, which fits; ten thousand would not.',
    },
    {
      name: 'The call path',
      formula: 'latencySum',
      inputs: {
        gateway: 5,
        service: 5,
        features: 10,
        tower: 8,
        index: 15,
        ranker: 50,
        itemFeatures: 10,
        rules: 10,
      },
      value: 113,
      unit: 'ms',
      said: 'The slowest calls of the page add up to 113 ms.',
    },
    {
      name: 'What is left of the target',
      formula: 'headroom',
      inputs: { sla: 200, latency: 113 },
      value: 0.435,
      unit: 'share',
      said: 'That leaves 43.5% of the 200 ms.',
    },
  ],
}
