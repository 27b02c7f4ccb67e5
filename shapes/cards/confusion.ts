import { confusion as estimator } from '../../src/domain/estimate/estimators/confusion.ts'
import type { Card, CardField, CardReading, CardValues } from './card.ts'
import { COUNTS, confusionPicture } from './confusionPicture.ts'
import { estimatedReadings } from './estimated.ts'
import { valueAt } from './values.ts'

const cost = (id: string, label: string, hint: string): CardField => ({
  ...{ id, label, hint },
  type: 'number',
  rule: { unit: 'count' },
  isHalf: true,
  isFoot: true,
})

export const confusion: Card = {
  id: 'confusion',
  name: 'Confusion matrix',
  purpose: 'Four counts and what the errors cost: precision, recall, F1, accuracy and cost computed',
  synonyms: ['confusion card', 'precision recall', 'f1', 'true positives', 'cost of errors', 'threshold'],
  code: 'conf',
  step: 5,
  watchOut: [
    'Accuracy says little where one class is rare: look at precision and recall.',
    'The threshold follows from what the two errors cost.',
  ],
  width: 520,
  mark: 'M6 8.5h12.5v10H6zM12.2 8.5v10M6 13.5h12.5',
  fields: [
    { id: 'positive', label: 'Positive means', hint: 'e.g. the payment is fraud', type: 'text' },
    { id: 'threshold', label: 'Threshold', hint: '0.8, and why', type: 'text' },
    ...COUNTS.map(
      ({ id, name }): CardField => ({
        ...{ id, label: `${name}s`, hint: 'count' },
        type: 'number',
        rule: { unit: 'count' },
        isInPicture: true,
      }),
    ),
    cost('costFp', 'False alarm costs', '1'),
    cost('costFn', 'A miss costs', '10'),
  ],
  picture: confusionPicture,
  readings: (values) => {
    const scores = estimatedReadings('confusion', values, [estimator], {
      precision: 'Precision',
      recall: 'Recall',
      f1: 'F1',
      accuracy: 'Accuracy',
      'error-cost': 'Cost of the errors',
    })
    return hasCounts(values) ? scores : [unknown('Precision'), unknown('Recall')]
  },
}

function hasCounts({ fields }: CardValues): boolean {
  return COUNTS.some(({ id }) => valueAt(fields, id) !== undefined)
}

function unknown(label: string): CardReading {
  return { label, value: null, missing: 'needs the counts' }
}
