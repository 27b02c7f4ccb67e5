import { sketch } from '../../sketch.ts'
import { accuracy, errorCost, f1, precision, recall } from '../confusion.ts'
import { type Estimate, type Estimator, estimated } from '../estimator.ts'
import { compute, drawn, hasFigure, type Subject } from '../quantity.ts'
import { cardsOf } from '../subjects.ts'

/** What the four counts of a confusion card come to; a cost where it has a price for the errors. */
export const confusion: Estimator = {
  id: 'confusion',
  names: ['precision', 'recall', 'f1', 'accuracy', 'error-cost'],
  estimate: ({ design }) => cardsOf(design, 'confusion').flatMap(scoresOf),
  example: {
    design: {
      ...sketch({ nodes: [] }),
      cards: [
        {
          id: 'counts',
          type: 'card-confusion',
          step: 5,
          fields: { tp: 8, fp: 2, fn: 4, tn: 86, costFp: 1, costFn: 10 },
        },
      ],
    },
    gives: [
      ['precision', '0.8'],
      ['recall', '0.667'],
      ['f1', '0.727'],
      ['accuracy', '0.94'],
      ['error-cost', '42'],
    ],
  },
}

function scoresOf(card: Subject): Estimate[] {
  const tp = drawn(card, 'tp')
  const fp = drawn(card, 'fp')
  const fn = drawn(card, 'fn')
  const tn = drawn(card, 'tn')
  const costs = { costFp: drawn(card, 'costFp'), costFn: drawn(card, 'costFn') }
  const at = [card.id]
  const isPriced = hasFigure(card, 'costFp') || hasFigure(card, 'costFn')
  return [
    estimated('precision', 'share', at, compute(precision, { tp, fp })),
    estimated('recall', 'share', at, compute(recall, { tp, fn })),
    estimated('f1', 'share', at, compute(f1, { tp, fp, fn })),
    estimated('accuracy', 'share', at, compute(accuracy, { tp, fp, fn, tn })),
    ...(isPriced ? [estimated('error-cost', 'count', at, compute(errorCost, { fp, fn, ...costs }))] : []),
  ]
}
