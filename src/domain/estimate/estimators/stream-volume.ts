import { sketch } from '../../sketch.ts'
import { hasUsers } from '../callRates.ts'
import { type Estimate, type Estimator, estimated } from '../estimator.ts'
import { assumed, compute, derived, drawn, hasFigure, type Quantity, type Subject } from '../quantity.ts'
import { averageRate } from '../requestRate.ts'
import { storedVolume, streamVolume as volumeOf } from '../streamVolume.ts'
import { cardsOf, subjectsOf } from '../subjects.ts'

/** What streams write a day and what is kept of it; of a capacity card, where it says something of events. */
export const streamVolume: Estimator = {
  id: 'stream-volume',
  names: ['stream-volume', 'stored-volume'],
  estimate: ({ design }) =>
    [
      ...subjectsOf(design, 'event-stream'),
      ...cardsOf(design, 'capacity').filter(
        (card) => hasFigure(card, 'events') || hasFigure(card, 'eventBytes'),
      ),
    ].flatMap(volumesOf),
  example: {
    design: {
      ...sketch({
        nodes: [
          { id: 'log', kind: 'event-stream', label: 'Events', props: { events: 1e6, eventBytes: 1e3 } },
        ],
      }),
      cards: [
        {
          id: 'capacity',
          type: 'card-capacity',
          step: 1,
          fields: { dau: 200e6, requests_day: 3, eventBytes: 1e3, retention_d: 90 },
        },
      ],
    },
    gives: [
      ['stream-volume', '86.4 TB/day'],
      ['stream-volume', '600 GB/day'],
      ['stored-volume', '54 TB'],
    ],
  },
}

function volumesOf(subject: Subject): Estimate[] {
  const figures = { events: eventsOf(subject), eventBytes: drawn(subject, 'eventBytes') }
  const kept = () => compute(storedVolume, { ...figures, retention_d: drawn(subject, 'retention_d') })
  return [
    estimated('stream-volume', 'bytes per day', [subject.id], compute(volumeOf, figures)),
    ...(hasFigure(subject, 'retention_d') ? [estimated('stored-volume', 'bytes', [subject.id], kept())] : []),
  ]
}

/** Events a second; where only users are counted, each request is one. */
function eventsOf(subject: Subject): Quantity {
  if (hasFigure(subject, 'events') || !hasUsers(subject)) return drawn(subject, 'events')
  const rate = compute(averageRate, {
    dau: drawn(subject, 'dau'),
    requests_day: drawn(subject, 'requests_day'),
  })
  return derived(rate.value, [rate, assumed(1, 'Each request writes one event.')])
}
