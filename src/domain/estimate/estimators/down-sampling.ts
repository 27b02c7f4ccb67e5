import { sketch } from '../../sketch.ts'
import { trueRate } from '../downSampling.ts'
import { type Estimator, estimated } from '../estimator.ts'
import { compute, drawn, hasFigure } from '../quantity.ts'
import { subjectsOf } from '../subjects.ts'

/** What a score of a model means that learned from a part of the negatives. */
export const downSampling: Estimator = {
  id: 'down-sampling',
  names: ['true-positive-rate'],
  estimate: ({ design }) =>
    subjectsOf(design, 'training-dataset')
      .filter((subject) => hasFigure(subject, 'negativesKept'))
      .map((subject) => {
        const figures = {
          positiveRate: drawn(subject, 'positiveRate'),
          negativesKept: drawn(subject, 'negativesKept'),
        }
        return estimated('true-positive-rate', 'share', [subject.id], compute(trueRate, figures))
      }),
  example: {
    design: sketch({
      nodes: [
        {
          id: 'set',
          kind: 'training-dataset',
          label: 'Training set',
          props: { positiveRate: 0.1, negativesKept: 0.1 },
        },
      ],
    }),
    gives: [['true-positive-rate', '0.011']],
  },
}
