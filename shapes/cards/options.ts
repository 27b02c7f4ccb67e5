import type { Card, CardRow, CardValues } from './card.ts'
import { textAt } from './values.ts'

export const options: Card = {
  id: 'options',
  name: 'Options',
  purpose: 'Options compared by what counts, time and memory too; one is chosen, and why',
  synonyms: ['options card', 'trade-off table', 'decision table', 'alternatives', 'comparison'],
  code: 'opt',
  step: 4,
  watchOut: [
    'Three models named and none chosen is no answer: choose one, and say because of which number.',
    'A column of adjectives decides nothing: write what each costs in time and in memory.',
  ],
  width: 640,
  mark: 'M5 12h14M10 7v11M6.3 15l1 1l1.6-2',
  fields: [
    { id: 'because', label: 'Because', hint: 'the number or the requirement that decides', type: 'text' },
    { id: 'unless', label: 'Unless', hint: 'what would change the choice', type: 'text', isFoot: true },
  ],
  table: {
    id: 'options',
    rowName: 'Option',
    subject: 'name',
    columns: [{ id: 'name', label: 'Option', type: 'text', width: 3, hint: 'a model, a store, a way' }],
    criteria: { name: 'Criterion', starters: ['Quality', 'p99', 'Memory', 'Needs', 'Updates'], width: 2 },
    choice: { field: 'chosen', label: 'Chosen option' },
    starters: [{}, {}, {}],
  },
  said: 'because',
  headNote: note,
}

function note({ fields, rows }: CardValues): string {
  const compared = rows.filter(hasName)
  if (compared.length === 0) return 'none compared yet'
  const isChosen = compared.some(({ id }) => id === fields.chosen)
  return `${compared.length} compared, ${isChosen ? '1' : 'none'} chosen`
}

function hasName({ cells }: CardRow): boolean {
  return textAt(cells, 'name') !== ''
}
