import { sketch } from '../../sketch.ts'
import { hasUsers, peakFactorOf } from '../callRates.ts'
import { type Estimate, type Estimator, estimated } from '../estimator.ts'
import { compute, drawn, type Subject } from '../quantity.ts'
import { averageRate, peakRate } from '../requestRate.ts'
import { cardsOf, subjectsOf } from '../subjects.ts'

/** What users come to, where a client or a capacity card counts them. */
export const requestRate: Estimator = {
  id: 'request-rate',
  names: ['average-request-rate', 'peak-request-rate'],
  estimate: ({ design }) =>
    [...subjectsOf(design, 'client'), ...cardsOf(design, 'capacity')].filter(hasUsers).flatMap(ratesOf),
  example: {
    design: sketch({
      nodes: [{ id: 'app', kind: 'client', label: 'App', props: { dau: 200e6, requests_day: 3 } }],
    }),
    gives: [
      ['average-request-rate', '6.94k/s'],
      ['peak-request-rate', '20.8k/s'],
    ],
  },
}

function ratesOf(subject: Subject): Estimate[] {
  const dau = drawn(subject, 'dau')
  const requests_day = drawn(subject, 'requests_day')
  const peakFactor = peakFactorOf(subject)
  return [
    estimated(
      'average-request-rate',
      'per second',
      [subject.id],
      compute(averageRate, { dau, requests_day }),
    ),
    estimated(
      'peak-request-rate',
      'per second',
      [subject.id],
      compute(peakRate, { dau, requests_day, peakFactor }),
    ),
  ]
}
