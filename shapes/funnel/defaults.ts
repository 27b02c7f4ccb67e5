import type { IndexKey } from '@tldraw/utils'
import type { FunnelProps, FunnelStage } from './schema.ts'

/** A stage that says nothing yet but what is given. */
export function funnelStage(order: IndexKey, figures: Partial<FunnelStage> = {}): FunnelStage {
  return {
    order,
    name: 'Stage',
    model: '',
    objective: '',
    itemsIn: null,
    itemsOut: null,
    recall: null,
    p99: null,
    costPerItemUs: null,
    lanes: null,
    adds: false,
    ...figures,
  }
}

/**
 * The properties of a new funnel: the usual two stages with round counts, to be overwritten. Recall and p99
 * are left for the author to name.
 */
export function funnelDefaults(): FunnelProps {
  return {
    w: 640,
    h: 388,
    label: 'Funnel',
    items: 'items',
    about: '',
    sla: null,
    qps: null,
    zone: null,
    stages: {
      s1: funnelStage('a1' as IndexKey, {
        name: 'Retrieval',
        model: 'two-tower',
        objective: 'latency and recall',
        itemsIn: 100_000_000,
        itemsOut: 10_000,
      }),
      s2: funnelStage('a2' as IndexKey, {
        name: 'Ranking',
        model: 'multi-task DNN',
        objective: 'precision',
        itemsOut: 100,
      }),
    },
  }
}
