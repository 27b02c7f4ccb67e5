import { getIndexBetween, getIndices } from '@tldraw/utils'
import { inOrder } from '../../src/domain/order.ts'
import type { Edit } from '../shared/panel/layout.ts'
import type { Leaf } from '../shared/panel/leaf.ts'
import { movedOrders, newLineId, orderAfter } from '../shared/rows.ts'
import { funnelStage } from './defaults.ts'
import type { FunnelProps } from './schema.ts'

/** A new stage behind that one, or at the end; its name is typed next. */
export function addStage({ stages }: FunnelProps, after?: string): Edit {
  const ordered = inOrder(stages)
  const at = ordered.findIndex(({ id }) => id === after)
  const [before, following] = [ordered[at], ordered[at + 1]]
  const id = newLineId(stages)
  const next = `stages.${id}.name`
  if (at < 0 || !before || !following)
    return { leaves: [[`stages.${id}`, funnelStage(orderAfter(ordered))]], next }
  if (before.order < following.order)
    return { leaves: [[`stages.${id}`, funnelStage(getIndexBetween(before.order, following.order))]], next }
  // Two people gave two stages one order: nothing fits between, so all are numbered anew.
  const ids = ordered.map((stage) => stage.id).toSpliced(at + 1, 0, id)
  const orders = getIndices(ids.length)
  const leaves = ids.flatMap((one, n): Leaf[] => {
    const order = orders[n]
    if (!order) return []
    return [one === id ? [`stages.${id}`, funnelStage(order)] : [`stages.${one}.order`, order]]
  })
  return { leaves, next }
}

export function moveStage({ stages }: FunnelProps, id: string, by: 1 | -1): Edit {
  const ordered = inOrder(stages)
  const at = ordered.findIndex((stage) => stage.id === id)
  const leaves = movedOrders(ordered, at, by).map(([path, order]): Leaf => [`stages.${path}`, order])
  return { leaves, next: null }
}

export function removeStage(id: string): Edit {
  return { leaves: [[`stages.${id}`, undefined]], next: null }
}
