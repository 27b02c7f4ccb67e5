import { inOrder } from '../../src/domain/order.ts'
import type { Edit } from '../shared/panel/layout.ts'
import type { Leaf } from '../shared/panel/leaf.ts'
import { insertedOrders, movedOrders, newLineId } from '../shared/rows.ts'
import { funnelStage } from './defaults.ts'
import type { FunnelProps } from './schema.ts'

/** A new stage behind that one, or at the end; its name is typed next. */
export function addStage({ stages }: FunnelProps, after?: string): Edit {
  const ordered = inOrder(stages)
  const at = ordered.findIndex(({ id }) => id === after)
  const id = newLineId(stages)
  const leaves = insertedOrders(ordered, id, at < 0 ? ordered.length : at + 1).map(
    ([one, order]): Leaf =>
      one === id ? [`stages.${id}`, funnelStage(order)] : [`stages.${one}.order`, order],
  )
  return { leaves, next: `stages.${id}.name` }
}

export function moveStage({ stages }: FunnelProps, id: string, by: 1 | -1): Edit {
  const ordered = inOrder(stages)
  const at = ordered.findIndex((stage) => stage.id === id)
  const leaves = movedOrders(ordered, at, by).map(([path, order]): Leaf => [`stages.${path}`, order])
  return { leaves, next: null }
}

/** Takes a stage away; the editing goes on in its neighbour. */
export function removeStage({ stages }: FunnelProps, id: string): Edit {
  const ordered = inOrder(stages)
  const at = ordered.findIndex((stage) => stage.id === id)
  const neighbour = ordered[at + 1] ?? ordered[at - 1]
  return { leaves: [[`stages.${id}`, undefined]], next: neighbour ? `stages.${neighbour.id}.name` : 'label' }
}
