import type { Card, CardRow, CardValues } from './card.ts'
import { textAt } from './values.ts'

export const monitorMatrix: Card = {
  id: 'monitor-matrix',
  name: 'Monitor matrix',
  purpose: 'Signals of four layers, data drift and model drift: window, threshold, action, owner',
  synonyms: ['monitoring card', 'monitoring table', 'signals table', 'alert rules'],
  code: 'mm',
  step: 6,
  watchOut: [
    'A signal without a threshold, an action and an owner watches nothing.',
    'Inputs that stay the same can still mean something else: watch model drift beside data drift.',
  ],
  width: 760,
  mark: 'M5 12h14M5 16h14M9.5 8.5v11M14.5 8.5v11',
  fields: [],
  table: {
    id: 'signals',
    rowName: 'Signal',
    subject: 'signal',
    columns: [
      {
        id: 'layer',
        label: 'Layer',
        type: 'choice',
        choices: ['System', 'Data quality', 'Distribution', 'Outcome'],
        isOpen: true,
        width: 11,
      },
      { id: 'drift', label: 'Drift of', type: 'choice', choices: ['data', 'model'], width: 8 },
      { id: 'signal', label: 'Signal', type: 'text', width: 19, hint: 'e.g. PSI of the score, null rate' },
      { id: 'window', label: 'Window', type: 'text', width: 8, hint: '1 day' },
      { id: 'threshold', label: 'Threshold', type: 'text', width: 10, isFigure: true, hint: '> 0.25' },
      { id: 'action', label: 'Then', type: 'text', width: 14, hint: 'e.g. page, roll back, retrain' },
      { id: 'owner', label: 'Owner', type: 'text', width: 10, asks: 'name one' },
    ],
    starters: [
      { layer: 'System' },
      { layer: 'Data quality' },
      { layer: 'Distribution', drift: 'data' },
      { layer: 'Outcome', drift: 'model' },
    ],
  },
  headNote: note,
}

const DRIFTS = ['data', 'model']

function note({ rows }: CardValues): string {
  const watched = rows.filter(hasSignal)
  const unowned = watched.filter(({ cells }) => textAt(cells, 'owner') === '').length
  const unseen = DRIFTS.filter((drift) => !watched.some(({ cells }) => textAt(cells, 'drift') === drift))
  return [
    `${watched.length} ${watched.length === 1 ? 'signal' : 'signals'}`,
    ...(unowned > 0 ? [`${unowned} without an owner`] : []),
    ...(unseen.length > 0 ? [`${unseen.join(' and ')} drift not watched`] : []),
  ].join(', ')
}

function hasSignal({ cells }: CardRow): boolean {
  return textAt(cells, 'signal') !== ''
}
