import { gapBefore, PARTS, type SplitProblem, spansOf, splitProblems } from '../../src/domain/dataSplit.ts'
import { formatNumber } from '../../src/domain/units.ts'
import type { Card, CardField, CardReading, CardValues } from './card.ts'
import { splitPicture } from './splitPicture.ts'
import { textAt, valueAt } from './values.ts'

const day = (id: string, label: string, hint: string): CardField => ({
  ...{ id, label, hint },
  type: 'date',
  isHalf: true,
})

const FITTED_ON_TRAIN = 'train'

export const split: Card = {
  id: 'split',
  name: 'Data split',
  purpose: 'Days of train, gap, validation and test, drawn to scale; what overlaps shows',
  synonyms: ['split card', 'train test split', 'validation set', 'time split', 'leakage', 'hold-out'],
  code: 'spl',
  step: 3,
  watchOut: [
    'A random split of days that follow each other lets the model learn from tomorrow.',
    'Means, buckets and vocabularies are fitted on train alone.',
    'The gap has to be as long as a label takes.',
  ],
  width: 620,
  mark: 'M5.5 10.5h7v5.5h-7zM14.5 10.5H16V16h-1.5zM17.7 10.5h1.5V16h-1.5z',
  fields: [
    day('trainFrom', 'Train from', '2024-01-01'),
    day('trainTo', 'Train to', '2024-03-31'),
    day('validationFrom', 'Validation from', '2024-04-08'),
    day('validationTo', 'Validation to', '2024-04-21'),
    day('testFrom', 'Test from', '2024-04-22'),
    day('testTo', 'Test to', '2024-05-05'),
    {
      id: 'labelHorizon_d',
      label: 'A label takes',
      hint: '7 d',
      type: 'number',
      rule: { unit: 'days' },
      isHalf: true,
    },
    {
      id: 'fittedOn',
      label: 'Fitted on',
      hint: 'means, buckets, vocabularies',
      type: 'choice',
      choices: [FITTED_ON_TRAIN, 'train and validation', 'everything'],
      isHalf: true,
    },
    { id: 'groupBy', label: 'Grouped by', hint: 'e.g. user, so that nobody is in two parts', type: 'text' },
    { id: 'why', label: 'Why so', hint: 'seasons, new items, how it is used', type: 'text' },
  ],
  headNote: note,
  picture: (values, width) =>
    splitPicture(
      { spans: spansOf(values.fields), horizon: horizonOf(values), problems: problemsOf(values) },
      width,
    ),
  readings,
}

function horizonOf({ fields }: CardValues): number | null {
  const horizon = valueAt(fields, 'labelHorizon_d')
  return typeof horizon === 'number' ? horizon : null
}

function problemsOf(values: CardValues): SplitProblem[] {
  const fittedOn = textAt(values.fields, 'fittedOn')
  const leak = `Statistics fitted on ${fittedOn} tell the model what it is judged on: fit them on train.`
  return [
    ...splitProblems(spansOf(values.fields), horizonOf(values)),
    ...(fittedOn === '' || fittedOn === FITTED_ON_TRAIN ? [] : [{ message: leak, days: null }]),
  ]
}

function note(values: CardValues): string {
  const problems = problemsOf(values).length
  if (problems > 0) return `${problems} to mend`
  const open = PARTS.filter((part) => !spansOf(values.fields).some((span) => span.part === part))
  return open.length === PARTS.length ? '' : open.length > 0 ? `no ${open.join(' or ')} days yet` : 'in order'
}

function readings(values: CardValues): CardReading[] {
  const spans = spansOf(values.fields)
  const [gap, horizon] = [gapBefore('validation', spans), horizonOf(values)]
  const lengths = spans
    .filter(({ from, to }) => from <= to)
    .map(({ part, from, to }) => ({ label: labelOf(part), value: formatNumber(to - from + 1, 'days') }))
  const between: CardReading[] =
    gap === null || gap < 0
      ? []
      : [
          {
            label: 'Gap',
            value:
              formatNumber(gap, 'days') + (horizon === null ? '' : ` of ${formatNumber(horizon, 'days')}`),
            isWrong: horizon !== null && gap < horizon,
          },
        ]
  return [...lengths, ...between]
}

function labelOf(part: string): string {
  return part.charAt(0).toUpperCase() + part.slice(1)
}
