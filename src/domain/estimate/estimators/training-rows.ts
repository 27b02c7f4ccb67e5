import { sketch } from '../../sketch.ts'
import { type Estimate, type Estimator, estimated } from '../estimator.ts'
import { assumed, compute, drawn, drawnOr, hasFigure, type Subject } from '../quantity.ts'
import { subjectsOf } from '../subjects.ts'
import { positives, trainingRows as rowsFor } from '../trainingRows.ts'

/** How many rows a training set has, and how many of them are positive. */
export const trainingRows: Estimator = {
  id: 'training-rows',
  names: ['training-rows', 'positive-rows'],
  estimate: ({ design }) =>
    subjectsOf(design, 'training-dataset').flatMap((subject) => {
      const whole = { id: 'requirements', label: 'Requirements', props: design.requirements }
      return rowsOf(subject, hasFigure(subject, 'positiveRate') ? subject : whole)
    }),
  example: {
    design: sketch({
      nodes: [
        {
          id: 'set',
          kind: 'training-dataset',
          label: 'Clicks of a month',
          props: { impressions_day: 345.6e6, days: 30, positiveRate: 0.01 },
        },
      ],
    }),
    gives: [
      ['training-rows', '10.4B'],
      ['positive-rows', '104M'],
    ],
  },
}

function rowsOf(subject: Subject, rated: Subject): Estimate[] {
  const counted = compute(rowsFor, {
    impressions_day: drawn(subject, 'impressions_day'),
    days: drawn(subject, 'days'),
    sampleRate: drawnOr(subject, 'sampleRate', assumed(1, 'Every impression is kept.')),
  })
  const isCounted = hasFigure(subject, 'impressions_day') || hasFigure(subject, 'days')
  const rows = isCounted && !hasFigure(subject, 'rows') ? counted : drawn(subject, 'rows')
  const at = [subject.id]
  const isRated = hasFigure(rated, 'positiveRate')
  const positive = compute(positives, {
    rows,
    positiveRate: drawn(isRated ? rated : subject, 'positiveRate'),
  })
  return [
    ...(isCounted ? [estimated('training-rows', 'count', at, counted)] : []),
    estimated('positive-rows', 'count', at, positive),
  ]
}
