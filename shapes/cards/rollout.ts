import type { Card, CardValues } from './card.ts'
import { textAt } from './values.ts'

export const rollout: Card = {
  id: 'rollout',
  name: 'Rollout plan',
  purpose: 'Stages to everybody, each with its traffic, the gate to pass and the trigger to go back',
  synonyms: ['rollout card', 'release plan', 'canary plan', 'staged release', 'rollback plan'],
  code: 'roll',
  step: 7,
  watchOut: [
    'A stage without a gate is only a delay; a gate without a way back is only a hope.',
    'A shadow shows latency and scores, never what people do: that takes an A/B test.',
    'Towers and index go out together, or their vectors do not compare.',
  ],
  width: 700,
  mark: 'M5.5 17.5h3V15h3.5v-2.5h3.5V10H19',
  fields: [
    {
      id: 'unit',
      label: 'Assigned by',
      hint: 'what is thrown the coin for',
      type: 'text',
      isHalf: true,
      isFoot: true,
    },
    { id: 'back', label: 'Back within', hint: 'a time', type: 'text', isHalf: true, isFoot: true },
  ],
  table: {
    id: 'stages',
    rowName: 'Stage',
    subject: 'stage',
    columns: [
      {
        id: 'stage',
        label: 'Stage',
        type: 'choice',
        choices: ['Offline gate', 'Shadow', 'Canary', 'A/B test', 'Everybody', 'Interleaving', 'Blue/green'],
        isOpen: true,
        width: 4,
      },
      { id: 'traffic', label: 'Traffic', type: 'text', width: 3, isFigure: true, hint: '1 %' },
      { id: 'gate', label: 'Goes on if', type: 'text', width: 7, hint: 'metric and threshold' },
      { id: 'rollback', label: 'Goes back if', type: 'text', width: 7, hint: 'metric and threshold' },
    ],
    starters: ['Offline gate', 'Shadow', 'Canary', 'A/B test', 'Everybody'].map((stage) => ({ stage })),
  },
  headNote: note,
}

function note({ rows }: CardValues): string {
  const named = rows.filter(({ cells }) => textAt(cells, 'stage') !== '')
  const has = (column: string) => named.filter(({ cells }) => textAt(cells, column) !== '').length
  return `${has('gate')} of ${named.length} gated, ${has('rollback')} with a way back`
}
