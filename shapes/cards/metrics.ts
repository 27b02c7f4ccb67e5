import type { Card, CardValues } from './card.ts'
import { textAt } from './values.ts'

export const metrics: Card = {
  id: 'metrics',
  name: 'Metric table',
  purpose: 'For each stage: offline, online and business metric, and what may not get worse',
  synonyms: ['metrics card', 'evaluation metrics', 'guardrail metrics'],
  code: 'met',
  step: 5,
  watchOut: [
    'With 1 % positives a model that always says no is right in 99 of 100 cases: not accuracy alone.',
    'Offline numbers are not the business result: name the online metric that decides.',
    'One metric for every stage is wrong for most: recall early, precision late.',
  ],
  width: 760,
  mark: 'M5.5 18.5v-4M9.5 18.5v-7M13.5 18.5v-5.5M17.5 18.5v-9',
  fields: [
    {
      id: 'threshold',
      label: 'Threshold',
      hint: 'from what the two errors cost',
      type: 'text',
      isFoot: true,
    },
    {
      id: 'slices',
      label: 'Slices',
      hint: 'who may fare worse than the average',
      type: 'list',
      isFoot: true,
    },
    {
      id: 'baseline',
      label: 'Compared with',
      hint: 'a rule, or what runs today',
      type: 'text',
      isFoot: true,
    },
  ],
  table: {
    id: 'metrics',
    rowName: 'Stage',
    subject: 'stage',
    columns: [
      { id: 'stage', label: 'Stage', type: 'text', width: 3, hint: 'e.g. retrieval, ranking' },
      { id: 'offline', label: 'Offline', type: 'text', width: 4, hint: 'e.g. recall@k, nDCG, PR-AUC' },
      { id: 'online', label: 'Online', type: 'text', width: 4, hint: 'e.g. skip rate, click rate' },
      { id: 'business', label: 'Business', type: 'text', width: 4, hint: 'e.g. retention, revenue' },
      {
        id: 'guardrail',
        label: 'Guardrail',
        type: 'text',
        width: 4,
        hint: 'e.g. latency, coverage, complaints',
      },
    ],
    starters: [{ stage: 'Retrieval' }, { stage: 'Ranking' }, { stage: 'Whole product' }],
  },
  headNote: note,
}

const ASKED = ['offline', 'online', 'business', 'guardrail']

function note({ rows }: CardValues): string {
  const absent = ASKED.filter((column) => rows.every(({ cells }) => textAt(cells, column) === ''))
  if (absent.length === 0) return ''
  const last = absent.at(-1)
  return `no ${absent.length > 1 ? `${absent.slice(0, -1).join(', ')} or ${last}` : last} metric yet`
}
