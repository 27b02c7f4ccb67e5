import { sketch } from '../../sketch.ts'
import { type Estimator, estimated } from '../estimator.ts'
import { compute, drawn } from '../quantity.ts'
import { sampleSize } from '../sampleSize.ts'
import { cardsOf, subjectsOf } from '../subjects.ts'

/** How many people an A/B test needs in each arm. */
export const experiment: Estimator = {
  id: 'experiment',
  names: ['sample-size-per-arm'],
  estimate: ({ design }) =>
    [...subjectsOf(design, 'ab-platform'), ...cardsOf(design, 'experiment')].map((subject) => {
      const figures = { baseRate: drawn(subject, 'baseRate'), effect: drawn(subject, 'effect') }
      return estimated('sample-size-per-arm', 'count', [subject.id], compute(sampleSize, figures))
    }),
  example: {
    design: sketch({
      nodes: [{ id: 'ab', kind: 'ab-platform', label: 'A/B test', props: { baseRate: 0.05, effect: 0.001 } }],
    }),
    gives: [['sample-size-per-arm', '760k']],
  },
}
