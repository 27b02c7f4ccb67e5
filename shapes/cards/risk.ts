import type { Card, CardValues } from './card.ts'
import { textAt } from './values.ts'

const LEVELS = ['low', 'medium', 'high']

export const risk: Card = {
  id: 'risk',
  name: 'Risks',
  purpose: 'What may go wrong, how likely and how bad, and what is done about it',
  synonyms: ['risk card', 'risk register', 'failure modes', 'what could go wrong'],
  code: 'risk',
  step: 7,
  watchOut: [
    'A risk with nothing done about it is a worry: write what is done, or that it is accepted.',
    'Ask what fails when the feature store, the index or the model is away.',
  ],
  width: 700,
  mark: 'M12 8.5l5.5 9.5h-11zM12 12v2.5M12 16.2v0',
  fields: [],
  table: {
    id: 'risks',
    rowName: 'Risk',
    subject: 'risk',
    columns: [
      { id: 'risk', label: 'Risk', type: 'text', width: 7, hint: 'e.g. feature store is away' },
      { id: 'likelihood', label: 'Likely', type: 'choice', choices: LEVELS, width: 2 },
      { id: 'impact', label: 'Harm', type: 'choice', choices: LEVELS, width: 2 },
      { id: 'mitigation', label: 'What is done', type: 'text', width: 7, asks: 'say what' },
      { id: 'owner', label: 'Owner', type: 'text', width: 3 },
    ],
    starters: [{}, {}, {}],
  },
  headNote: note,
}

function note({ rows }: CardValues): string {
  const named = rows.filter(({ cells }) => textAt(cells, 'risk') !== '')
  const open = named.filter(({ cells }) => textAt(cells, 'mitigation') === '').length
  const count = `${named.length} ${named.length === 1 ? 'risk' : 'risks'}`
  return open === 0 ? count : `${count}, ${open} with nothing done`
}
