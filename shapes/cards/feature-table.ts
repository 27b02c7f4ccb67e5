import type { Card, CardValues } from './card.ts'
import { textAt } from './values.ts'

export const featureTable: Card = {
  id: 'feature-table',
  name: 'Feature table',
  purpose: 'Few features, each with its transform, where it is served from, and why it predicts',
  synonyms: ['features card', 'feature list', 'feature engineering', 'transforms'],
  code: 'feat',
  step: 3,
  watchOut: [
    'A feature that is not there when a request comes in is no feature: name where it is served from.',
    'Means, buckets and vocabularies are fitted on the training days alone, else the future leaks in.',
    'Ten features without a reason say less than four with one.',
  ],
  width: 880,
  mark: 'M5 12h14M5 16h14M9 8.5v11M5.5 9.5h2M5.5 14h2M5.5 18h2',
  fields: [],
  table: {
    id: 'features',
    rowName: 'Feature',
    subject: 'name',
    columns: [
      { id: 'name', label: 'Feature', type: 'text', width: 17, hint: 'e.g. plays in 7 days' },
      { id: 'source', label: 'Source', type: 'text', width: 13, hint: 'e.g. events, catalogue' },
      {
        id: 'type',
        label: 'Type',
        type: 'choice',
        choices: ['number', 'category', 'id', 'text', 'list', 'vector', 'flag', 'time'],
        isOpen: true,
        width: 10,
      },
      {
        id: 'transform',
        label: 'Transform',
        type: 'choice',
        choices: [
          'normalise',
          'logarithm',
          'equal buckets',
          'quantile buckets',
          'clip outliers',
          'one-hot',
          'hash',
          'embed',
          'window average',
          'none',
        ],
        isOpen: true,
        width: 15,
      },
      {
        id: 'served',
        label: 'Served from',
        type: 'choice',
        choices: ['offline', 'stream', 'request'],
        width: 10,
      },
      { id: 'freshness', label: 'Fresh within', type: 'text', width: 9, isFigure: true, hint: '1 h' },
      { id: 'why', label: 'Why it predicts', type: 'text', width: 20, asks: 'say why' },
    ],
    starters: [{}, {}, {}, {}],
  },
  headNote: note,
}

function note({ rows }: CardValues): string {
  const named = rows.filter(({ cells }) => textAt(cells, 'name') !== '')
  const unserved = named.filter(({ cells }) => textAt(cells, 'served') === '').length
  const count = `${named.length} ${named.length === 1 ? 'feature' : 'features'}`
  return unserved === 0 ? count : `${count}, ${unserved} served from nowhere yet`
}
