import { sketch } from '../../sketch.ts'
import { trueRate } from '../downSampling.ts'
import { type Estimate, type Estimator, estimated } from '../estimator.ts'
import { compute, drawn, hasFigure, type Subject } from '../quantity.ts'
import { cardsOf, subjectsOf } from '../subjects.ts'

/** What a score of a model means that learned from a part of the negatives. */
export const downSampling: Estimator = {
  id: 'down-sampling',
  names: ['true-positive-rate', 'corrected-score'],
  estimate: ({ design }) => [
    ...subjectsOf(design, 'training-dataset')
      .filter((subject) => hasFigure(subject, 'negativesKept'))
      .map((subject) => corrected('true-positive-rate', subject, 'positiveRate')),
    ...cardsOf(design, 'class-balance')
      .filter((card) => hasFigure(card, 'negativesKept'))
      .map((card) => corrected('corrected-score', card, 'score')),
  ],
  example: {
    design: {
      ...sketch({
        nodes: [
          {
            id: 'set',
            kind: 'training-dataset',
            label: 'Training set',
            props: { positiveRate: 0.1, negativesKept: 0.1 },
          },
        ],
      }),
      cards: [
        {
          id: 'balance',
          type: 'card-class-balance',
          step: 3,
          fields: { positives: 1e6, negatives: 99e6, negativesKept: 0.1, score: 0.1 },
        },
      ],
    },
    gives: [
      ['true-positive-rate', '0.011'],
      ['corrected-score', '0.011'],
    ],
  },
}

/** The share of positives in truth, for one that is seen after negatives were thrown away. */
function corrected(name: string, subject: Subject, seen: 'positiveRate' | 'score'): Estimate {
  const figures = { positiveRate: drawn(subject, seen), negativesKept: drawn(subject, 'negativesKept') }
  return estimated(name, 'share', [subject.id], compute(trueRate, figures))
}
