import { sketch } from '../../sketch.ts'
import { type Estimate, type Estimator, estimated } from '../estimator.ts'
import { assumed, compute, drawn, drawnOr, hasFigure, type Subject } from '../quantity.ts'
import { experimentDays, sampleSize } from '../sampleSize.ts'
import { cardsOf, subjectsOf } from '../subjects.ts'

/** How many people an A/B test needs in each arm, and for how long where it is known how many come. */
export const experiment: Estimator = {
  id: 'experiment',
  names: ['sample-size-per-arm', 'experiment-days'],
  estimate: ({ design }) =>
    [...subjectsOf(design, 'ab-platform'), ...cardsOf(design, 'experiment')].flatMap(sizeOf),
  example: {
    design: {
      ...sketch({
        nodes: [
          { id: 'ab', kind: 'ab-platform', label: 'A/B test', props: { baseRate: 0.05, effect: 0.001 } },
        ],
      }),
      cards: [
        {
          id: 'test',
          type: 'card-experiment',
          step: 5,
          fields: { baseRate: 0.05, effect: 0.001, arms: 2, users_day: 200_000 },
        },
      ],
    },
    gives: [
      ['sample-size-per-arm', '760k'],
      ['experiment-days', '8 d'],
    ],
  },
}

const TWO_ARMS = assumed(2, 'There are two arms.')

function sizeOf(subject: Subject): Estimate[] {
  const figures = { baseRate: drawn(subject, 'baseRate'), effect: drawn(subject, 'effect') }
  const perArm = compute(sampleSize, figures)
  const arms = drawnOr(subject, 'arms', TWO_ARMS)
  const days = () => compute(experimentDays, { arms, perArm, users_day: drawn(subject, 'users_day') })
  return [
    estimated('sample-size-per-arm', 'count', [subject.id], perArm),
    ...(hasFigure(subject, 'users_day') ? [estimated('experiment-days', 'days', [subject.id], days())] : []),
  ]
}
