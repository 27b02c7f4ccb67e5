import type { PropertyType } from './propertyType.ts'

const TASKS = ['classification', 'regression', 'ranking', 'retrieval', 'generation']

/** What step 1 agrees on, by id. */
export const REQUIREMENTS: Readonly<Record<string, PropertyType>> = {
  sla: { type: 'number', rule: { unit: 'ms' } },
  corpus: { type: 'number', rule: { unit: 'count' } },
  freshness_h: { type: 'number', rule: { unit: 'hours' } },
  task: { type: 'choice', choices: TASKS },
  positiveRate: { type: 'number', rule: { unit: 'share', max: 1 } },
  metrics: { type: 'list' },
  onlineMetrics: { type: 'list' },
  labels: { type: 'text' },
  batch: { type: 'flag' },
}
