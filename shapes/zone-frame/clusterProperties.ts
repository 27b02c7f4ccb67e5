import type { PropertyValue } from '../../src/domain/design.ts'
import { formatCount } from '../../src/domain/units.ts'
import type { KindProperty } from '../catalog/kind.ts'

/** What one writes down of a cluster. */
export const CLUSTER_PROPERTIES: readonly KindProperty[] = [
  {
    id: 'nodes',
    typical: {
      text: 'replicas over replicas per node, and one node to lose',
      source: 'engineering judgement',
    },
  },
  {
    id: 'hpaMetric',
    typical: { text: 'CPU; for model servers requests in flight', source: 'engineering judgement' },
  },
]

/** What stands under a cluster's name: its nodes, else what it scales by. */
export function clusterFigure({ nodes, hpaMetric }: Readonly<Record<string, PropertyValue>>): string {
  if (typeof nodes === 'number') return `${formatCount(nodes)} ${nodes === 1 ? 'node' : 'nodes'}`
  return typeof hpaMetric === 'string' && hpaMetric.trim() ? `scales by ${hpaMetric.trim()}` : ''
}
