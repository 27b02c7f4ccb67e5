import { experiment as estimator } from '../../src/domain/estimate/estimators/experiment.ts'
import { FIGURES, type FigureId } from '../../src/domain/estimate/figures.ts'
import type { Card, CardField, CardValues } from './card.ts'
import { estimatedReadings } from './estimated.ts'
import { textAt } from './values.ts'

function figure(id: FigureId, label: string, hint: string): CardField {
  return { id, label, hint, type: 'number', rule: FIGURES[id].rule, isHalf: true }
}

export const experiment: Card = {
  id: 'experiment',
  name: 'Experiment',
  purpose: 'Offline gate, shadow and A/B test: unit, split, guardrails, how many people for how many days',
  synonyms: ['experiment card', 'a/b test', 'ab test', 'online test', 'sample size', 'shadow test'],
  code: 'exp',
  step: 5,
  watchOut: [
    'A shadow shows latency and scores, never what people do.',
    'Half the change to see takes four times the people.',
    'People of one unit must not meet both arms; neighbours and drivers carry effects across.',
  ],
  width: 600,
  mark: 'M5.5 18.5h13.5M9 18.5V9M15.5 18.5v-6M9 9.5a1 1 0 1 0 0-2 1 1 0 0 0 0 2zM15.5 12.5a1 1 0 1 0 0-2 1 1 0 0 0 0 2z',
  fields: [
    { id: 'offlineGate', label: 'Offline gate', hint: 'metric and threshold to go on', type: 'text' },
    { id: 'shadow', label: 'Shadow', hint: 'what it has to show, for how long', type: 'text' },
    { id: 'metric', label: 'Decided by', hint: 'the one online metric', type: 'text' },
    { id: 'guardrails', label: 'Guardrails', hint: 'what may not get worse', type: 'list' },
    { id: 'unit', label: 'Unit', hint: 'e.g. user, session, city', type: 'text', isHalf: true },
    { id: 'split', label: 'Split', hint: '50 : 50', type: 'text', isHalf: true },
    figure('baseRate', 'Rate today', '5%'),
    figure('effect', 'Change to see', '0.1%, in points'),
    figure('users_day', 'People a day', 'who come into the test'),
    figure('arms', 'Arms', '2'),
    { id: 'stop', label: 'Ends when', hint: 'after the days below; sooner only if harm shows', type: 'text' },
  ],
  headNote: note,
  readings: (values) => {
    const [perArm, days] = estimatedReadings('experiment', values, [estimator], {
      'sample-size-per-arm': 'People in each arm',
      'experiment-days': 'Runs for at least',
    })
    const unknown = { label: 'Runs for at least', value: null, missing: 'needs people a day' }
    return [...(perArm ? [perArm] : []), days ?? unknown]
  },
}

function note({ fields }: CardValues): string {
  const absent = [
    ['metric', 'metric'],
    ['guardrails', 'guardrail'],
    ['unit', 'unit'],
  ].filter(([id = '']) => textAt(fields, id) === '')
  const names = absent.map(([, name]) => name)
  const last = names.at(-1)
  return names.length > 1
    ? `no ${names.slice(0, -1).join(', ')} or ${last} yet`
    : last
      ? `no ${last} yet`
      : ''
}
