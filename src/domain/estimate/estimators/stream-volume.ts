import { sketch } from '../../sketch.ts'
import { type Estimator, estimated } from '../estimator.ts'
import { compute, drawn, hasFigure } from '../quantity.ts'
import { streamVolume as volumeOf } from '../streamVolume.ts'
import { cardsOf, subjectsOf } from '../subjects.ts'

/** What streams write a day; of a capacity card, where it counts events. */
export const streamVolume: Estimator = {
  id: 'stream-volume',
  names: ['stream-volume'],
  estimate: ({ design }) =>
    [
      ...subjectsOf(design, 'event-stream'),
      ...cardsOf(design, 'capacity').filter((card) => hasFigure(card, 'events')),
    ].map((subject) => {
      const figures = { events: drawn(subject, 'events'), eventBytes: drawn(subject, 'eventBytes') }
      return estimated('stream-volume', 'bytes per day', [subject.id], compute(volumeOf, figures))
    }),
  example: {
    design: sketch({
      nodes: [{ id: 'log', kind: 'event-stream', label: 'Events', props: { events: 1e6, eventBytes: 1e3 } }],
    }),
    gives: [['stream-volume', '86.4 TB/day']],
  },
}
