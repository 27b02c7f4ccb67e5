import type { Card, CardValues } from './card.ts'
import { textAt } from './values.ts'

export const assumption: Card = {
  id: 'assumption',
  name: 'Assumptions',
  purpose: 'What was taken for granted: confirmed or assumed, and what changes if it is wrong',
  synonyms: ['assumption card', 'assumption sticky', 'taken for granted'],
  code: 'asm',
  step: 1,
  watchOut: [
    'An assumption that nobody hears is a mistake: say it aloud and ask.',
    'Offer a number of your own instead of asking for each one; ask only for those that decide something.',
  ],
  width: 460,
  mark: 'M6 10h7M6 13.5h7M6 17h7M16.2 9.6l1 1l1.8-2M17.5 13.5v0M17.5 17v0',
  fields: [],
  table: {
    id: 'assumptions',
    rowName: 'Assumption',
    subject: 'assumption',
    columns: [
      { id: 'assumption', label: 'Assumed', type: 'text', width: 5, hint: '200M listeners a day' },
      { id: 'status', label: 'Status', type: 'choice', choices: ['assumed', 'confirmed'], width: 2 },
      { id: 'ifWrong', label: 'If it is wrong', type: 'text', width: 4, hint: 'what would change' },
    ],
    starters: [{ status: 'assumed' }, { status: 'assumed' }, { status: 'assumed' }],
  },
  headNote: note,
}

function note({ rows }: CardValues): string {
  const written = rows.filter(({ cells }) => textAt(cells, 'assumption') !== '')
  const confirmed = written.filter(({ cells }) => textAt(cells, 'status') === 'confirmed').length
  return written.length === 0 ? 'none written yet' : `${confirmed} of ${written.length} confirmed`
}
