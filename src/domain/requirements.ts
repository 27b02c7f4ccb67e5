import type { PropertyType } from './propertyType.ts'

const TASKS = ['classification', 'regression', 'ranking', 'retrieval', 'generation']

/** What step 1 agrees on, by id. */
export const REQUIREMENTS = {
  sla: { type: 'number', rule: { unit: 'ms' } },
  corpus: { type: 'number', rule: { unit: 'count' } },
  freshness_h: { type: 'number', rule: { unit: 'hours' } },
  task: { type: 'choice', choices: TASKS },
  positiveRate: { type: 'number', rule: { unit: 'share', max: 1 } },
  metrics: { type: 'list' },
  onlineMetrics: { type: 'list' },
  labels: { type: 'text' },
  batch: { type: 'flag' },
  functional: { type: 'text' },
  data: { type: 'text' },
  constraints: { type: 'text' },
  outOfScope: { type: 'text' },
  confirmed: { type: 'flag' },
} as const satisfies Readonly<Record<string, PropertyType>>

/** What a requirement of that id holds; undefined for one that this version does not know. */
export function findRequirement(id: string): PropertyType | undefined {
  return Object.hasOwn(REQUIREMENTS, id) ? REQUIREMENTS[id as keyof typeof REQUIREMENTS] : undefined
}
