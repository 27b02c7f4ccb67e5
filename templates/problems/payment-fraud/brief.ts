import type { Brief } from '../problem.ts'
import { figures } from './figures.ts'

export const brief: Brief = {
  questions: [
    {
      about: 'latency',
      ask: 'When is the decision due?',
      answer: 'At checkout, while the buyer waits: 100 ms with everything.',
    },
    {
      about: 'volume',
      ask: 'How many payments are there?',
      answer: '3k a second at the peak, about 86M a day.',
    },
    { about: 'rate', ask: 'How many are fraudulent?', answer: 'About one in a thousand.' },
    {
      about: 'false-blocks',
      ask: 'How many honest payments may be refused?',
      answer: 'At most one in a thousand.',
    },
    {
      about: 'signals',
      ask: 'What is known at that moment?',
      answer:
        'More than a thousand signals: device, card, addresses, merchant, and how often each was seen lately.',
    },
    {
      about: 'labels',
      ask: 'How do we learn the truth?',
      answer: 'By chargebacks after 30 to 60 days, and by reviewers on the same day.',
    },
    {
      about: 'actions',
      ask: 'What can the system do besides refusing?',
      answer: 'Allow, ask for 3-D Secure, send to review, or block.',
    },
    { about: 'reviewers', ask: 'How many cases can people look at?', answer: '10k a day.' },
    { about: 'reasons', ask: 'Does anybody need an explanation?', answer: 'Merchants and the regulator do.' },
    { about: 'adversary', ask: 'How fast do fraudsters adapt?', answer: 'Within hours.' },
  ],
  framing: {
    goal: 'Lose less money to fraud than is lost by turning honest buyers away.',
    objective:
      'For a payment, predict the probability that it will be charged back as fraud; a policy compares probability times amount with the cost of friction.',
    input: 'One payment with card, device, addresses, basket, merchant and their recent history.',
    label:
      'Positive: charged back as fraud, or confirmed by a reviewer. Negative: nothing came within 60 days.',
    horizon: '60 days until a label is mature; the decision itself is about this payment now.',
    task: 'classification',
    alternatives: [
      {
        name: 'Score accounts instead of payments',
        tradeOff:
          'More history for each decision and slower to react; good as a feature, too late as a gate.',
      },
      {
        name: 'Detect anomalies without labels',
        tradeOff:
          'Sees new patterns, and most of what is unusual is honest: an alarm for people, no reason to block.',
      },
    ],
  },
  data: {
    sources: [
      'Stream of payments, logins and disputes.',
      'Log of each decision with the features as they were, score, action and versions.',
      'Graph of cards, devices, addresses and accounts that appeared together.',
    ],
    labels: [
      'Chargebacks, once they have had 60 days to come.',
      'Verdicts of reviewers, early, but only for what looked suspicious.',
      'A small random share of what would be blocked is let through, up to an amount, to learn what becomes of it.',
    ],
    features: [
      {
        name: 'Payments by this card, device and address in 1 minute, 1 hour, 1 day',
        from: 'stream',
        why: 'Stolen cards are used fast, before they are locked.',
      },
      {
        name: 'Accounts that share the device or card',
        from: 'batch',
        why: 'Rings show in the graph, not in one row.',
      },
      {
        name: 'Distance between billing, delivery and network address',
        from: 'request',
        why: 'They rarely agree when the card is not one’s own.',
      },
      {
        name: 'Amount against what is usual at this merchant',
        from: 'batch',
        why: '300 € is normal for phones and odd for coffee.',
      },
      {
        name: 'Age of account, card and device here',
        from: 'batch',
        why: 'Fraud is often among the first things that a new identity does.',
      },
    ],
    pitfalls: [
      'Blocked payments have no outcome, so the model never hears that it was wrong.',
      'Payments of the last weeks look honest because disputes have not arrived.',
      'Some chargebacks are buyers who regret, not thieves.',
      'Counters computed in the warehouse include the payment itself; served ones do not.',
    ],
    split:
      'By time: the test period lies at least 60 days back, so that its labels are mature, and training uses only outcomes known before it began. A second test holds only cards that training never saw, since a known card is the easier case.',
  },
  options: {
    baseline:
      'Hand-written rules: edited in minutes, explained in a line, and known to fraudsters within days.',
    considered: [
      {
        name: 'Logistic regression',
        gain: 'Reasons can be read off.',
        cost: 'Weak on interactions, which is where fraud hides.',
      },
      {
        name: 'Gradient-boosted trees',
        gain: 'Strong on a thousand mixed signals, milliseconds on a CPU, reasons by feature contributions.',
        cost: 'Sees one row at a time; sequence and graph must come as features.',
      },
      {
        name: 'Neural network over the card’s sequence',
        gain: 'Learns habits and breaks in them.',
        cost: 'Dearer to serve, harder to explain; a later gain.',
      },
      {
        name: 'Graph embeddings made nightly',
        gain: 'Catch rings that spread over many cards.',
        cost: 'A day old: no help against what began an hour ago.',
      },
      {
        name: 'Rules over the model',
        gain: 'A place to react within minutes.',
        cost: 'Grows without end unless rules expire.',
      },
    ],
    chosen: ['Gradient-boosted trees', 'Graph embeddings made nightly', 'Rules over the model'],
    why: 'The time of a checkout and the wish for reasons point to trees; the graph gives them what one row lacks; rules close the gap until the next training.',
  },
  metrics: {
    offline: [
      { name: 'PR-AUC', why: 'At one in a thousand the false positives decide, and ROC hides them.' },
      { name: 'Recall when one honest payment in a thousand is blocked', why: 'The agreed working point.' },
      { name: 'Money caught, by merchant', why: 'One large fraud outweighs many small ones.' },
    ],
    online: [
      { name: 'Chargebacks per thousand payments', why: 'Card networks fine those above their limit.' },
      { name: 'Frauds among reviewed cases', why: 'The first outcome to arrive.' },
    ],
    guardrails: [
      {
        name: 'False blocks, from the share let through',
        why: 'All else measures them only where somebody complains or was asked again.',
      },
      { name: 'Checkout conversion', why: 'Friction drives honest buyers away without a complaint.' },
    ],
    experiment:
      'A week in shadow, then a canary on some merchants, compared with others like them. The effect on chargebacks is known two months later; until then review results and block rate have to do.',
  },
  monitoring: [
    {
      signal: 'Block rate and score by merchant, each minute',
      action: 'A rise of 30%: page the fraud team; attack or broken feature, both are urgent.',
    },
    { signal: 'Lag of the counters', action: 'Over ten seconds: stricter rules until they have caught up.' },
    { signal: 'Yield of the review queue', action: 'Falling: the threshold or the pattern has moved.' },
    {
      signal: 'Chargebacks of the cohort that has just matured',
      action: 'Above the forecast: retrain with it, look for what was missed.',
    },
  ],
  deployment: [
    'Each decision is stored with features, versions, score, rule and reasons, so that it can be explained a year later.',
    'Rules go live within minutes, once a second person has read them, and expire unless renewed.',
    'If the model does not answer in 30 ms, rules alone decide, with 3-D Secure for large amounts.',
    'Retrained daily, promoted when no merchant group gets worse, rolled back by version.',
  ],
  curveBalls: [
    {
      says: 'One merchant is flooded with payments from cards never seen before.',
      good: 'Sees it by counters on merchant and device, sets a rule within minutes, asks for 3-D Secure there, and lets graph and training catch up later.',
    },
    {
      says: 'The regulator wants a reason for every refusal.',
      good: 'Maps feature contributions to a fixed list of reason codes, constrains features to act in one direction, and keeps the record with each decision.',
    },
    {
      says: 'If everything risky is blocked, how will you find out that you were wrong?',
      good: 'Lets a random and limited share through, weights it back in training and evaluation, and states what that costs.',
    },
    {
      says: 'Fraud fell by half, and the finance team is not pleased.',
      good: 'Asks for conversion and false blocks: the threshold may have moved. Compares expected loss with the cost of friction, not frauds alone.',
    },
  ],
  variants: [
    {
      id: 'first-year',
      asks: '400 positives do not carry a thousand features: rules, a bought score and a small regression, and every outcome logged for the model of next year. Two people can look at the 100 oddest of 1,400 payments, one in fourteen, so the order of the queue matters more than a threshold.',
    },
    {
      id: 'instant-transfers',
      asks: 'Many a payer is honest and deceived, so device signals stay quiet: the recipient’s history, a first payment to them and unusual amounts matter. Friction at the right moment, a hold or a warning, replaces the block.',
    },
  ],
  hints: [
    { step: 1, text: 'How many frauds are in ten thousand payments, and what does accuracy say then?' },
    { step: 3, text: 'When does anybody learn the truth about a payment?' },
    { step: 3, text: 'Which facts change by the second, so that no nightly table knows them?' },
    { step: 5, text: 'What becomes of the truth about a payment that was refused?' },
    {
      step: 4,
      text: 'Count by card, device and address over short windows in a stream, and read them online at decision time.',
    },
    {
      step: 2,
      text: 'Separate probability from action: compare probability times amount with what each action costs.',
    },
  ],
  figures,
}
