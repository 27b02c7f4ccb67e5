import { sketch } from '../../sketch.ts'
import { type Estimate, type Estimator, estimated } from '../estimator.ts'
import { compute, drawn, hasFigure, type Subject } from '../quantity.ts'
import { reviewCapacity, reviewersNeeded, reviewInflow, reviewLoad } from '../reviewLoad.ts'
import { subjectsOf } from '../subjects.ts'

/** Whether people keep up with the cases that reach them. */
export const humanReview: Estimator = {
  id: 'human-review',
  names: ['review-inflow', 'review-load', 'reviewers-needed'],
  estimate: ({ design }) => subjectsOf(design, 'human-review').flatMap(loadOf),
  example: {
    design: sketch({
      nodes: [
        {
          id: 'people',
          kind: 'human-review',
          label: 'Moderators',
          props: { items_day: 50e6, bandShare: 0.005, reviewers: 320, cases_day: 800 },
        },
      ],
    }),
    gives: [
      ['review-inflow', '250k/day'],
      ['review-load', '0.977×'],
      ['reviewers-needed', '313'],
    ],
  },
}

function loadOf(subject: Subject): Estimate[] {
  const cases_day = drawn(subject, 'cases_day')
  const isShared = hasFigure(subject, 'items_day') || hasFigure(subject, 'bandShare')
  const isStaffed = hasFigure(subject, 'reviewers') || hasFigure(subject, 'cases_day')
  const share = { items_day: drawn(subject, 'items_day'), bandShare: drawn(subject, 'bandShare') }
  const team = compute(reviewCapacity, { reviewers: drawn(subject, 'reviewers'), cases_day })
  const sent = compute(reviewInflow, share)
  const inflow_day = isShared && !hasFigure(subject, 'inflow_day') ? sent : drawn(subject, 'inflow_day')
  const capacity_day =
    isStaffed && !hasFigure(subject, 'capacity_day') ? team : drawn(subject, 'capacity_day')
  const at = [subject.id]
  return [
    ...(isShared ? [estimated('review-inflow', 'per day', at, sent)] : []),
    estimated('review-load', 'times', at, compute(reviewLoad, { inflow_day, capacity_day })),
    ...(isStaffed
      ? [estimated('reviewers-needed', 'count', at, compute(reviewersNeeded, { inflow_day, cases_day }))]
      : []),
  ]
}
