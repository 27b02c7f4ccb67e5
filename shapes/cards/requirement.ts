import { REQUIREMENTS } from '../../src/domain/requirements.ts'
import type { Card } from './card.ts'

export const requirement: Card = {
  id: 'requirement',
  name: 'Requirements',
  purpose: 'What was agreed: function, scale, latency, freshness, data, constraints',
  synonyms: ['requirement card', 'scope', 'clarified scope', 'functional requirements'],
  code: 'req',
  step: 1,
  watchOut: [
    'A question whose answer changes nothing later costs time: use every number that you ask for.',
    'Sum up in a sentence and have it confirmed before you design anything.',
  ],
  width: 520,
  mark: 'M7 9.5l1.2 1.2l2-2.4M13 10h5M7 15.5l1.2 1.2l2-2.4M13 16h5',
  fields: [
    {
      id: 'functional',
      label: 'Must do',
      hint: 'who gets what, where in the product',
      ...REQUIREMENTS.functional,
    },
    { id: 'task', label: 'Task', isHalf: true, ...REQUIREMENTS.task },
    { id: 'batch', label: 'Batch is enough', isHalf: true, ...REQUIREMENTS.batch },
    { id: 'sla', label: 'Latency target', hint: '200 ms at p99', isHalf: true, ...REQUIREMENTS.sla },
    {
      id: 'freshness_h',
      label: 'Fresh within',
      hint: '1 h, 5 min',
      isHalf: true,
      ...REQUIREMENTS.freshness_h,
    },
    { id: 'corpus', label: 'Items', hint: '100M', isHalf: true, ...REQUIREMENTS.corpus },
    { id: 'positiveRate', label: 'Positives', hint: '3%', isHalf: true, ...REQUIREMENTS.positiveRate },
    { id: 'metrics', label: 'Offline metrics', hint: 'what decides before release', ...REQUIREMENTS.metrics },
    {
      id: 'onlineMetrics',
      label: 'Online metrics',
      hint: 'what the business watches',
      ...REQUIREMENTS.onlineMetrics,
    },
    { id: 'labels', label: 'Labels', hint: 'where they come from, and how late', ...REQUIREMENTS.labels },
    { id: 'data', label: 'Data there is', hint: 'sources, history, how clean', ...REQUIREMENTS.data },
    {
      id: 'constraints',
      label: 'Constraints',
      hint: 'privacy, fairness, budget, platform',
      ...REQUIREMENTS.constraints,
    },
    { id: 'outOfScope', label: 'Out of scope', ...REQUIREMENTS.outOfScope },
    { id: 'confirmed', label: 'Confirmed', hint: 'did the interviewer agree?', ...REQUIREMENTS.confirmed },
  ],
  headNote: ({ fields }) =>
    fields.confirmed === true ? 'confirmed by the interviewer' : 'not confirmed yet',
}
