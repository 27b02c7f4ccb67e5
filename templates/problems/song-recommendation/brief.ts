import type { Brief } from '../problem.ts'
import { figures } from './figures.ts'

export const brief: Brief = {
  questions: [
    {
      about: 'goal',
      ask: 'What should change if this works?',
      answer: 'More minutes of music that the listener had never played, and no more skips than today.',
    },
    { about: 'catalogue', ask: 'How many tracks are there?', answer: '100M, and about 100k more every day.' },
    {
      about: 'users',
      ask: 'How many people open the home screen, and how often?',
      answer: '200M a day, about three times each. Plan for a peak of three times the average.',
    },
    {
      about: 'latency',
      ask: 'How fast must the shelf be there?',
      answer: '200 ms at the 99th percentile, measured at the gateway.',
    },
    {
      about: 'freshness',
      ask: 'How soon do a new release and the last played song have to count?',
      answer: 'A release within 24 h. What was just played or skipped, within a minute.',
    },
    {
      about: 'data',
      ask: 'What do we know about listening and about tracks?',
      answer:
        'Plays, skips, likes, playlist adds and searches with their times; sound, text and release data of each track; device and country.',
    },
    {
      about: 'ratings',
      ask: 'Do people rate songs?',
      answer: 'Hardly. You have to work with what they do.',
    },
    {
      about: 'new-users',
      ask: 'How many listeners have no history?',
      answer: 'One in twenty of a day’s listeners is new.',
    },
    {
      about: 'rules',
      ask: 'What may not be shown to whom?',
      answer: 'Licences differ by country, and some accounts filter explicit tracks.',
    },
    {
      about: 'platform',
      ask: 'What can I build on?',
      answer: 'Kafka, a feature store and an experiment platform are there.',
    },
  ],
  framing: {
    goal: 'Listeners find music that is new to them and stay with it.',
    objective:
      'For a listener, the moment and the last actions, order tracks by the probability of a satisfied play: 30 s or more, or a save, and no early skip.',
    input: 'Listener, context (hour, device, last five tracks) and a track.',
    label:
      'Positive: played for 30 s or saved; saves and playlist adds weigh more. Negative: skipped within 10 s and, with less weight, shown and passed over. What ended in between counts as neither.',
    horizon: 'The session in which the track is shown; outcomes are joined for 24 h.',
    task: 'ranking',
    alternatives: [
      {
        name: 'Continue the session as a sequence',
        tradeOff: 'Strong for the next track in a playlist; a home screen opens with no session to continue.',
      },
      {
        name: 'Bandit over ready-made shelves',
        tradeOff:
          'Learns online with few parameters, but can only choose among shelves that somebody else fills.',
      },
    ],
  },
  data: {
    sources: [
      'Impression log of the home screen: what was shown, at which position, with which features and score.',
      'Play and skip events of the app, as a stream.',
      'Track catalogue with artist, release date, licences, audio and lyrics.',
    ],
    labels: [
      'Each impression is joined with what happened to it in 24 h.',
      'Shown and passed over is a weak negative for the ranker: the place explains part of it.',
      'Tracks never shown are no negatives by themselves: retrieval samples them in the batch and corrects for popularity.',
      'Grade the positives: a playlist add says more than half a minute of a song that ran on.',
    ],
    features: [
      {
        name: 'Taste vector and 30-day genre mix',
        from: 'batch',
        why: 'Taste moves slowly; a nightly table is enough.',
      },
      {
        name: 'Last five tracks and skips of this session',
        from: 'stream',
        why: 'Mood shows in the last minutes, not in the month.',
      },
      {
        name: 'Hour, device, country',
        from: 'request',
        why: 'Somebody who runs and somebody who works want other music.',
      },
      {
        name: 'Audio and text embedding of the track',
        from: 'batch',
        why: 'The only thing known about a track on its first day.',
      },
      {
        name: 'Popularity over 1, 7 and 28 days',
        from: 'batch',
        why: 'Says whether a track rises or fades.',
      },
      {
        name: 'Plays of the artist by this listener in 7 days',
        from: 'batch',
        why: 'A cross of both sides: it belongs in the ranker, since towers see one side each.',
      },
    ],
    pitfalls: [
      'The log only holds what the old system showed; without some exploration the new one learns the old one’s taste.',
      'What somebody plays anyway is the surest 30 s: unless such tracks are taken out, or weigh less, they fill the shelf and no minute of new music is won.',
      'The first places are played more because they are first.',
      'Features computed at training time from today’s tables know the future: join them as of the impression.',
      'Autoplay makes 30 s plays that nobody chose.',
    ],
    split:
      'By time: train on four weeks, leave a day’s gap, validate on the next three days, test on the week after.',
  },
  options: {
    baseline: 'The most played tracks of the country that this listener has not heard.',
    considered: [
      {
        name: 'Matrix factorisation',
        gain: 'Cheap, well understood, good on listeners with history.',
        cost: 'Knows only ids: a new track or listener has no vector, and context has no place.',
      },
      {
        name: 'Two-tower retrieval',
        gain: 'Takes side features, so new tracks and listeners get vectors; one nearest-neighbour search per request.',
        cost: 'No features that cross both sides, and an index that has to match the tower’s version.',
      },
      {
        name: 'Sequence transformer as user tower',
        gain: 'Reads the order of a session, which averages lose.',
        cost: 'Several times the compute of an online call that everybody makes; worth it once the simple tower is in place.',
      },
      {
        name: 'Gradient-boosted ranker',
        gain: 'Quick to build, strong on tables, easy to explain.',
        cost: 'Does not learn embeddings of ids, and needs one model for each outcome.',
      },
      {
        name: 'Multi-task neural ranker',
        gain: 'One body with heads for completion, save and skip; learns from ids and vectors together.',
        cost: 'The heads must be calibrated before they are weighed against each other.',
      },
    ],
    chosen: ['Two-tower retrieval', 'Multi-task neural ranker'],
    why: 'Retrieval must cover cold tracks within a day, and ranking must trade plays against skips. A second source of new and trending tracks keeps the towers from closing in on what is already known.',
  },
  metrics: {
    offline: [
      { name: 'Recall@10k of retrieval', why: 'What retrieval loses no ranker can bring back.' },
      { name: 'nDCG@20 and AUC per head', why: 'The order at the top is all that is seen.' },
      { name: 'Coverage and share of new artists', why: 'An offline gain often comes from playing safe.' },
    ],
    online: [
      { name: 'Minutes of unheard tracks per listener', why: 'The goal, word for word.' },
      { name: 'Save rate', why: 'A choice nobody makes by accident.' },
    ],
    guardrails: [
      { name: 'Skip rate', why: 'New music must not be bought with annoyance.' },
      { name: 'p99 of the shelf', why: 'A better list that comes late loses to the old one.' },
      { name: 'Catalogue coverage', why: 'Shows a loop that narrows, weeks before listeners leave.' },
    ],
    experiment:
      'A/B by listener for two weeks or longer, since novelty wears off. Changes to the ranker alone can be interleaved first, which needs far fewer people.',
  },
  monitoring: [
    {
      signal: 'p99 of each hop and of the whole',
      action: 'Over 200 ms for five minutes: page, and shorten the ranker’s list.',
    },
    {
      signal: 'Age and share of nulls of session features',
      action: 'Older than a minute: the ranker runs without them, the stream’s owner is called.',
    },
    {
      signal: 'PSI of the score and of the ten main features',
      action: 'Above 0.25: hold the next release, look for the source, retrain once the data is sound.',
    },
    {
      signal: 'Recall of the index against exact search on a sample',
      action: 'Below 0.95: go back to the index before it.',
    },
    {
      signal: 'Skip rate of new listeners and of each country',
      action: 'Two days above its band: roll back for that group.',
    },
  ],
  deployment: [
    'User tower and index carry one version and are switched together: build the new index beside the old one, then move traffic.',
    'The item tower never runs in the request: it embeds new tracks in batch, and the index is rebuilt every 6 h.',
    'The ranker goes to 1%, 10% and 50% of traffic; skip rate and p99 decide about each next stage.',
    'On a timeout the service answers from a list of popular tracks that it keeps in memory.',
  ],
  curveBalls: [
    {
      says: 'Legal wants two million tracks gone within the hour.',
      good: 'Filters them at once in the last stage, where the rules are read live, and takes them out of the fallback list too. Checks that a hundred ranked tracks still leave twenty, lets the next index build drop them, and does not wait for training.',
    },
    {
      says: 'A new artist complains that nobody ever hears her.',
      good: 'Asks how impressions are shared out, gives unheard tracks a small budget of exploration, relies on audio features at first and watches coverage as a guardrail.',
    },
    {
      says: 'The shelf now has 80 ms, not 200.',
      good: 'Goes through the budget hop by hop: keeps the user vector per session, puts a light ranker in front so that the heavy one sees 500 tracks, quantises, and says what quality that costs.',
    },
    {
      says: 'Your offline metric rose by 3%, the A/B test shows nothing.',
      good: 'Looks at exposure bias of the log, at the metric’s distance from unheard minutes, at power and at a difference between training and served features, before touching the model.',
    },
  ],
  variants: [
    {
      id: 'one-city-radio',
      asks: 'Exact search over 50k vectors takes milliseconds, so no approximate index and perhaps no cascade: one boosted ranker, scored nightly for everybody, is an honest answer. Sparse data makes content features carry most of it.',
    },
    {
      id: 'on-the-device',
      asks: 'Ship track vectors and a small ranker to the phone, fetch a coarse candidate pack per country or taste cluster, rank locally, and learn from federated updates or noisy aggregates. Evaluation becomes the hard part.',
    },
  ],
  hints: [
    { step: 2, text: 'Could every track be scored for every request?' },
    {
      step: 2,
      text: 'How does finding ten thousand plausible songs differ from putting a hundred in order?',
    },
    { step: 4, text: 'Which of the two towers could have done its work last night?' },
    { step: 6, text: 'Where does a skip go once it has happened?' },
    {
      step: 4,
      text: 'Embed all tracks in advance and put them in an index; per request, compute only the listener’s vector and search.',
    },
    {
      step: 7,
      text: 'Give tower and index one version, and write the p99 beside each hop until the sum stays below the target.',
    },
  ],
  figures,
}
