import { notes, said } from './notes.ts'
import type { PlacedShape } from './place.ts'

/** What is written in the steps of the song recommendation, beside what is drawn there. */
export function songNotes(): PlacedShape[] {
  return [...whatToBuild(), ...howToKnow()]
}

function whatToBuild(): PlacedShape[] {
  return [
    said({ name: 'goal', step: 1, y: 104 }, 'A home shelf of 100 songs a listener has not heard yet.'),
    ...notes({ name: 'requirements', step: 1, y: 200 }, [
      ['Goal', 'More minutes of songs not heard before, without more skips.'],
      ['Load', '200 M listeners a day × 3 visits ÷ 86,400 s = 6.9 k requests a second, 20 k at peak.'],
      ['Catalogue', '100 M songs, 100 k new a day.'],
      ['Latency', 'p99 200 ms for the shelf.'],
      ['Freshness', 'A new release within 24 h; the last song played within a minute.'],
      [
        'Data',
        'Plays, skips, likes, playlist adds with timestamps; audio and metadata. Few explicit ratings.',
      ],
      ['Constraints', 'Licences by country; 5 % of the listeners of a day are new.'],
      [
        'Assumed',
        '3 visits and 40 plays or skips a listener a day, so 93 k events a second; peak 3 × the mean.',
      ],
    ]),
    said(
      { name: 'framing', step: 2, y: 104 },
      'Given a listener, the context and the last actions, predict P(a song is played for 30 s or saved), to decide which songs the home screen shows.',
    ),
    ...notes({ name: 'frame', step: 2, y: 248 }, [
      [
        'Stages',
        'Retrieval cuts 100 M songs to 10,000 (latency and recall), ranking cuts these to 100 (precision).',
      ],
      ['Baseline', 'Popular in the country.'],
      ['Metric', 'Minutes of unheard songs a listener. Guardrail: skip rate.'],
    ]),
    ...notes({ name: 'data', step: 3, y: 112 }, [
      ['Positive', 'Played for 30 s, or saved.'],
      ['Negative', 'Skipped within 10 s; songs never shown are sampled.'],
      [
        'Features',
        'Listener: taste, 30-day genres. Song: audio, age, 7-day plays. Context: hour, device, last 5 songs.',
      ],
      ['Cross', 'Affinity to the artist is a cross feature: only the ranker may use it.'],
      ['Split', 'By time: train on 4 weeks, leave out a day, validate on 3 days, test on the last 3.'],
    ]),
  ]
}

function howToKnow(): PlacedShape[] {
  return [
    ...notes({ name: 'evaluation', step: 5, y: 112 }, [
      ['Retrieval', 'Recall@10k, overall and for songs younger than a week.'],
      ['Ranking', 'nDCG@20, AUC per head, calibration.'],
      ['Catalogue', 'Coverage, share of new artists.'],
      [
        'Order',
        'Offline gate, then shadow, then canary, then an A/B test by listener for two weeks or more.',
      ],
      ['Guardrails', 'Skip rate, session length, p99, complaints.'],
    ]),
    ...notes({ name: 'monitoring', step: 6, y: 112 }, [
      [
        'At once',
        'Before labels arrive: null rates, feature freshness, PSI of the score. Above 0.25 it sets off the alert.',
      ],
      ['A day later', 'Skip rate by slice: new listeners, country, device.'],
      [
        'Then',
        'Data changed: retrain both towers and rebuild the index. A release went wrong: roll back to v6.',
      ],
    ]),
    ...notes({ name: 'rollout', step: 7, y: 112 }, [
      ['Version', 'Towers and index carry one version and are released together.'],
      ['Budget', 'p99: 5 gateway + 5 service + 10 features + 23 retrieval + 70 ranking = 113 of 200 ms.'],
      [
        'Rollout',
        'Shadow, then a canary of 1, 10, 50 %; back to the previous version in the registry at any time.',
      ],
      ['Fallback', 'On a timeout the service answers with the popular list.'],
    ]),
  ]
}
