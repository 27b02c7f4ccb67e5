import { sketch } from '../../sketch.ts'
import { type Estimate, type Estimator, estimated } from '../estimator.ts'
import { formula, positive } from '../formula.ts'
import { cutShare, reduction } from '../funnel.ts'
import { compute, drawn } from '../quantity.ts'
import { type StageSubject, stageSubjects } from '../subjects.ts'

const COUNTS = { itemsIn: positive, itemsOut: positive }
const timesFewer = formula(COUNTS, ({ itemsIn, itemsOut }) => reduction(itemsIn, itemsOut) ?? Number.NaN)
const dropped = formula(COUNTS, ({ itemsIn, itemsOut }) => cutShare(itemsIn, itemsOut) ?? Number.NaN)

/** How much each stage narrows what comes in. */
export const narrowing: Estimator = {
  id: 'narrowing',
  names: ['stage-reduction', 'stage-cut'],
  estimate: ({ design }) => stageSubjects(design).flatMap(narrowingOf),
  example: {
    design: sketch({
      nodes: [
        {
          id: 'cg',
          kind: 'candidate-generator',
          label: 'Retrieval',
          props: { itemsIn: 100e6, itemsOut: 10e3 },
        },
        { id: 'rank', kind: 'ranker', label: 'Ranker', props: { itemsOut: 100 } },
      ],
      links: [{ from: 'cg', to: 'rank' }],
    }),
    gives: [
      ['stage-reduction', '10,000×'],
      ['stage-cut', '0.9999'],
      ['stage-reduction', '100×'],
      ['stage-cut', '0.99'],
    ],
  },
}

function narrowingOf(subject: StageSubject): Estimate[] {
  const counts = { itemsIn: subject.itemsIn, itemsOut: drawn(subject, 'itemsOut') }
  return [
    estimated('stage-reduction', 'times', [subject.id], compute(timesFewer, counts)),
    estimated('stage-cut', 'share', [subject.id], compute(dropped, counts)),
  ]
}
