import type { Brief } from '../problem.ts'
import { figures } from './figures.ts'

export const brief: Brief = {
  questions: [
    {
      about: 'harms',
      ask: 'Which kinds of harm are meant?',
      answer:
        'Violence, nudity and hate. Material that is illegal in itself is blocked by a list of another team.',
    },
    {
      about: 'modalities',
      ask: 'What is a post made of?',
      answer: 'Text, images and short video, in many languages.',
    },
    {
      about: 'volume',
      ask: 'How many posts are there?',
      answer: '500M a day, of which about half a percent is harmful.',
    },
    {
      about: 'latency',
      ask: 'May a post wait for the check?',
      answer: 'Text and images for 300 ms at most. Video may be checked once it is published.',
    },
    {
      about: 'labels',
      ask: 'What labels exist?',
      answer: 'Experts label about 10k posts a day. Reports by users are many and noisy.',
    },
    { about: 'reviewers', ask: 'How many people review?', answer: '5,000, with 800 decisions each a day.' },
    {
      about: 'errors',
      ask: 'Which mistake is worse?',
      answer: 'Missing severe violence. Taking down political speech is a risk in the press.',
    },
    {
      about: 'actions',
      ask: 'What can be done with a post?',
      answer: 'Remove it, show it less, put an age gate before it, or queue it for a person.',
    },
    {
      about: 'appeals',
      ask: 'What does the author learn?',
      answer: 'The category that was hit; an appeal is decided within 24 h.',
    },
    {
      about: 'policy',
      ask: 'How often do the rules change?',
      answer: 'A few times a year in full, and within a day when something happens in the world.',
    },
  ],
  framing: {
    goal: 'Fewer views of harmful posts, without taking down what is allowed.',
    objective:
      'For each post and category, predict the calibrated probability of harm; a policy turns it, with the expected reach, into an action.',
    input: 'Text, image and video of one post, its author’s history, and what happened to it since.',
    label:
      'Several at once: for each category, whether an expert following the written policy would call it a violation.',
    horizon: 'Before publication for text and images, and again whenever reach or reports grow.',
    task: 'classification',
    alternatives: [
      {
        name: 'Order posts by expected harmful views',
        tradeOff: 'Fits the queue of the reviewers exactly, but gives no threshold for acting alone.',
      },
      {
        name: 'Let an LLM read post and policy',
        tradeOff:
          'Needs no training when a rule changes; at thousands of posts a second it is affordable only for the uncertain rest.',
      },
    ],
  },
  data: {
    sources: [
      'Posts with their media, language and author.',
      'Decisions of reviewers and outcomes of appeals.',
      'Reports, hides and views over time.',
    ],
    labels: [
      'Train on much and noisy: reports, rules, reviewers’ decisions. Evaluate only on labels by experts.',
      'Most expert labels go to where the model is unsure or categories are rare; a fixed part is a random sample, for measuring.',
      'Two experts for each golden case; where they disagree the policy text is unclear, and no model will do better.',
    ],
    features: [
      {
        name: 'Embeddings of text and image',
        from: 'request',
        why: 'Multilingual encoders, frozen, so that all heads share one pass.',
      },
      {
        name: 'Closeness to known harmful media',
        from: 'request',
        why: 'Copies come back slightly changed: a perceptual hash finds them at once.',
      },
      {
        name: 'Author’s violations and age of account',
        from: 'batch',
        why: 'Few accounts make a large part of the harm.',
      },
      {
        name: 'Reports per view so far',
        from: 'stream',
        why: 'People see what the model missed, and raw counts only show reach.',
      },
      { name: 'Toxicity of the comments', from: 'stream', why: 'Replies give a harmless picture away.' },
    ],
    pitfalls: [
      'Reports are also a weapon: groups report what they disagree with.',
      'A meme can be harmless in text and in image and harmful in both together.',
      'What the model removes is never reported, so labels thin out just where it acts.',
      'Precision measured over all languages hides those with few labels.',
    ],
    split: 'By time, with near copies of a post kept on one side, and the golden set never trained on.',
  },
  options: {
    baseline: 'Keyword lists and known hashes: auditable, quick to change, easy to evade.',
    considered: [
      {
        name: 'One binary model for each category',
        gain: 'Teams work apart and thresholds are independent.',
        cost: 'As many pipelines as categories, and rare ones learn nothing from the others.',
      },
      {
        name: 'One multi-label head',
        gain: 'A single model.',
        cost: 'Categories with other labels and other noise pull at one set of weights.',
      },
      {
        name: 'Shared body with a head for each category',
        gain: 'Rare categories profit from common features; one pass, one deployment.',
        cost: 'A change of the body has to be checked for all heads.',
      },
      {
        name: 'Early fusion of text and image',
        gain: 'Sees what only the combination says.',
        cost: 'Needs joint training data and copes less well with a missing part.',
      },
      {
        name: 'Late fusion of scores',
        gain: 'Parts can be trained and replaced alone.',
        cost: 'Blind to harmful combinations of harmless parts.',
      },
    ],
    chosen: ['Shared body with a head for each category', 'Early fusion of text and image'],
    why: 'Volume asks for one pass, memes ask for fusion before the heads, and rare categories ask for sharing. A cascade keeps the cost down: hashes and small encoders of text and image for all, larger ones for what is uncertain or spreads. A gate of text alone would let memes pass.',
  },
  metrics: {
    offline: [
      { name: 'PR-AUC for each category', why: 'Harmful posts are half a percent: accuracy says nothing.' },
      { name: 'Recall at 95% precision', why: 'The point at which the system may act alone.' },
      { name: 'Both by language and region', why: 'A mean hides the places that are worst served.' },
    ],
    online: [
      {
        name: 'Prevalence: harmful views among all views',
        why: 'The harm itself, measured on a random sample by experts.',
      },
      { name: 'Share found before anybody reported', why: 'Reports mean that somebody has already seen it.' },
    ],
    guardrails: [
      { name: 'Appeals that succeed', why: 'Each is a post that should have stayed.' },
      { name: 'Agreement among reviewers', why: 'When it falls, labels and decisions fall with it.' },
      { name: 'Age of the queue', why: 'A decision next week is none.' },
    ],
    experiment:
      'Shadow first. Then ramp up by country, since authors and viewers influence each other and a split by user would leak; compare prevalence and appeals with similar countries.',
  },
  monitoring: [
    {
      signal: 'Prevalence on a sample, weighted by views',
      action: 'A rise in one category: lower that threshold, send more to review.',
    },
    {
      signal: 'Appeals overturned, by language',
      action: 'Above its band: stop acting alone there, queue instead.',
    },
    {
      signal: 'Age of the review queue against capacity',
      action: 'Over four hours: order by expected views and raise the bar for entry.',
    },
    { signal: 'Sudden clusters of near copies', action: 'Add their hash at once, page the policy team.' },
    {
      signal: 'PSI of scores by language',
      action: 'Above 0.25: check encoder and upload pipeline, then retrain.',
    },
  ],
  deployment: [
    'The new model runs in shadow until experts have compared its disagreements with the old one.',
    'Rules and hashes can be pushed within minutes, without a model release.',
    'If the model does not answer, new accounts are held and trusted ones published and checked again later.',
    'Scores above a bar of their category remove the post, a band below it goes to people, a narrow one below that is shown less; the rest is left alone.',
    'Thresholds belong to the policy, are versioned apart from the model, and every decision is logged with both versions.',
  ],
  curveBalls: [
    {
      says: 'Tomorrow a new rule applies, and there is not one label for it.',
      good: 'Writes the rule as instructions for an LLM or zero-shot classifier to propose cases, lets people confirm them, acts alone only once precision is known, and says how long that takes.',
    },
    {
      says: 'Somebody adds noise to pictures, and they slip through.',
      good: 'Looks up neighbourhoods of hashes instead of equality, augments with such noise in training, and watches clusters, since evasion comes in batches.',
    },
    {
      says: 'Review cases have tripled over night.',
      good: 'Orders the queue by expected harmful views, moves thresholds along a known cost curve, demotes meanwhile, and looks for the cause before hiring.',
    },
    {
      says: 'A minister’s post was removed.',
      good: 'Restores through the appeal path, reads the decision log, checks the slice and not the single case, and proposes a human step for posts of large reach.',
    },
  ],
  variants: [
    {
      id: 'fifty-million-posts',
      asks: 'Half a percent of the posts to people is 250k cases a day against 320k decisions: it fits, but the 0.6% of the large network would leave hardly any room. Fewer labels speak for frozen encoders and active learning; the load fits on far fewer machines.',
    },
    {
      id: 'live-streams',
      asks: 'Sample frames, transcribe sound and read the chat as an early signal; spend by number of viewers. The action is to pause or blur quickly and reversibly, and a person decides within a minute.',
    },
  ],
  hints: [
    {
      step: 2,
      text: 'Two posts slip through: one is seen by a dozen people, one by a country. Is that the same error?',
    },
    { step: 3, text: 'Who says what is harmful, and how often do two of them agree?' },
    { step: 4, text: 'What lies between certain and unsure?' },
    { step: 6, text: 'How does a successful appeal get back to the model?' },
    {
      step: 2,
      text: 'Weight by expected views and let a policy turn calibrated scores into several actions, not into yes and no.',
    },
    {
      step: 5,
      text: 'Measure prevalence on a sample that the model did not choose; its own queue cannot tell what it misses.',
    },
  ],
  figures,
}
