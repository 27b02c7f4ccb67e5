import { sampledRate } from '../../src/domain/estimate/downSampling.ts'
import { downSampling } from '../../src/domain/estimate/estimators/down-sampling.ts'
import { FIGURES, type FigureId } from '../../src/domain/estimate/figures.ts'
import type { Answer } from '../../src/domain/estimate/formula.ts'
import { formatNumber } from '../../src/domain/units.ts'
import type { Card, CardField, CardReading, CardValues } from './card.ts'
import { type Balance, balancePicture, ratio } from './classBalancePicture.ts'
import { estimatedReadings } from './estimated.ts'
import { textAt, valueAt } from './values.ts'

function figure(id: FigureId, label: string, hint: string): CardField {
  return { id, label, hint, type: 'number', rule: FIGURES[id].rule, isHalf: true }
}

const count = (id: string, label: string, hint: string): CardField => ({
  ...{ id, label, hint },
  type: 'number',
  rule: { unit: 'count' },
  isHalf: true,
})

export const classBalance: Card = {
  id: 'class-balance',
  name: 'Class balance',
  purpose: 'How rare the positives are, what is done about it, and what a score means afterwards',
  synonyms: ['class balance card', 'imbalance', 'class weights', 'down-sampling', 'positive rate'],
  code: 'bal',
  step: 3,
  watchOut: [
    'A model that learned from a part of the negatives says too much: correct its scores.',
    'Sample the training days only: validation and test keep the true balance.',
  ],
  width: 600,
  mark: 'M5.5 11.5h13.5v5.5H5.5zM8 11.5V17',
  fields: [
    { id: 'positive', label: 'Positive means', hint: 'e.g. played past 30 s', type: 'text' },
    count('positives', 'Positives', '1M'),
    count('negatives', 'Negatives', '99M'),
    figure('positiveRate', 'Or their rate', '1%'),
    {
      id: 'treatment',
      label: 'Done about it',
      type: 'choice',
      choices: [
        'class weights',
        'fewer negatives',
        'more positives',
        'focal loss',
        'threshold alone',
        'nothing',
      ],
      isOpen: true,
      isHalf: true,
    },
    figure('negativesKept', 'Negatives kept', '10%'),
    figure('score', 'Model says', '0.1'),
    { id: 'because', label: 'Because', hint: 'why this and not more data', type: 'text', isFoot: true },
  ],
  said: 'because',
  headNote: (values) => {
    const { rate } = readBalance(values)
    return rate === null ? '' : ratio(rate)
  },
  picture: (values, width) => balancePicture(readBalance(values), width),
  readings: balanceReadings,
}

/** The rate by the counts, else as it is written. */
function readBalance({ fields }: CardValues): Balance {
  const [positives, negatives] = [numberAt(fields, 'positives'), numberAt(fields, 'negatives')]
  const all = (positives ?? 0) + (negatives ?? 0)
  const isCounted = positives !== null && negatives !== null && all > 0
  const rate = isCounted ? positives / all : numberAt(fields, 'positiveRate')
  const negativesKept = numberAt(fields, 'negativesKept')
  const sampled = rate === null ? null : answered(sampledRate({ positiveRate: rate, negativesKept }))
  return { positives, negatives, rate, sampled }
}

function balanceReadings(values: CardValues): CardReading[] {
  const { rate, sampled } = readBalance(values)
  const share = (value: number) => formatNumber(value, 'share')
  const needsRate = { value: null, missing: 'needs both counts, or the rate' }
  const kept = numberAt(values.fields, 'negativesKept')
  return [
    { label: 'Positive', ...(rate === null ? needsRate : { value: share(rate) }) },
    { label: 'Always “no” is right in', ...(rate === null ? needsRate : { value: share(1 - rate) }) },
    ...(kept !== null && sampled !== null ? [{ label: 'Positive in training', value: share(sampled) }] : []),
    ...estimatedReadings('class-balance', values, [downSampling], {
      'corrected-score': `A score of ${textAt(values.fields, 'score') || 'p'} means`,
    }),
    ...contradiction(values, rate),
  ]
}

/** Counts and a written rate that say different things. */
function contradiction({ fields }: CardValues, rate: number | null): CardReading[] {
  const written = numberAt(fields, 'positiveRate')
  if (rate === null || written === null || Math.abs(rate - written) <= 0.005 * rate) return []
  const share = (value: number) => formatNumber(value, 'share')
  return [{ label: 'The rate says', value: `${share(written)}, not ${share(rate)}`, isWrong: true }]
}

function numberAt(fields: CardValues['fields'], id: string): number | null {
  const value = valueAt(fields, id)
  return typeof value === 'number' ? value : null
}

function answered(answer: Answer): number | null {
  return 'value' in answer ? answer.value : null
}
