import { inOrder, type WithId } from '../../src/domain/order.ts'
import type { StackLayer } from './schema.ts'

/** Layers bottom to top; a loss stands on top of everything. */
export function orderedLayers(layers: Readonly<Record<string, StackLayer>>): WithId<StackLayer>[] {
  const ordered = inOrder(layers)
  const isLoss = ({ type }: StackLayer) => type === 'loss'
  return [...ordered.filter((layer) => !isLoss(layer)), ...ordered.filter(isLoss)]
}
