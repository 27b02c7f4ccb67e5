import type { IndexKey } from '@tldraw/utils'
import type { FunnelProps, FunnelStage } from './schema.ts'

function stage(order: string, figures: Partial<FunnelStage>): FunnelStage {
  return {
    order: order as IndexKey,
    name: 'Stage',
    model: '',
    objective: '',
    itemsIn: null,
    itemsOut: null,
    recall: null,
    p99: null,
    costPerItemUs: null,
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
    h: 372,
    label: 'Funnel',
    items: 'items',
    zone: null,
    stages: {
      s1: stage('a1', {
        name: 'Retrieval',
        model: 'two-tower',
        objective: 'latency and recall',
        itemsIn: 100_000_000,
        itemsOut: 10_000,
      }),
      s2: stage('a2', { name: 'Ranking', model: 'multi-task DNN', objective: 'precision', itemsOut: 100 }),
    },
  }
}
