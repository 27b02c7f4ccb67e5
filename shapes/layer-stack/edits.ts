import type { Edit } from '../shared/panel/layout.ts'
import type { Leaf } from '../shared/panel/leaf.ts'
import { insertedOrders, movedOrders, newLineId } from '../shared/rows.ts'
import { newLayer } from './defaults.ts'
import { orderedLayers } from './layers.ts'
import type { LayerStackProps } from './schema.ts'

type Layers = LayerStackProps['layers']

/** The layer that a new one is put on: heads and losses stay above it. */
export function topLayer(layers: Layers): string | null {
  const isAbove = (type: string) => type === 'loss' || type === 'head'
  return orderedLayers(layers).findLast(({ type }) => !isAbove(type))?.id ?? null
}

/** A dense layer above that one, or at the bottom; it is named next. */
export function addLayer(layers: Layers, below: string | null): Edit {
  const ordered = orderedLayers(layers).filter(({ type }) => type !== 'loss')
  const at = ordered.findIndex(({ id }) => id === below)
  const id = newLineId(layers)
  const leaves = insertedOrders(ordered, id, at + 1).map(
    ([one, order]): Leaf =>
      one === id ? [`layers.${id}`, { ...newLayer('dense'), order }] : [`layers.${one}.order`, order],
  )
  return { leaves, next: `layers.${id}.text` }
}

/** The layer one place up (1) or down (-1); a loss stays above all others, and no other gets there. */
export function moveLayer(layers: Layers, id: string, by: 1 | -1): Edit {
  const ordered = orderedLayers(layers)
  const at = ordered.findIndex((layer) => layer.id === id)
  const isLoss = (place: number) => ordered[place]?.type === 'loss'
  const moved = isLoss(at) === isLoss(at + by) ? movedOrders(ordered, at, by) : []
  return { leaves: moved.map(([path, order]) => [`layers.${path}`, order] as const), next: null }
}

/** Takes a layer away; the editing goes on in its neighbour. */
export function removeLayer(layers: Layers, id: string): Edit {
  const ordered = orderedLayers(layers)
  const at = ordered.findIndex((layer) => layer.id === id)
  const neighbour = ordered[at + 1] ?? ordered[at - 1]
  return { leaves: [[`layers.${id}`, undefined]], next: neighbour ? `layers.${neighbour.id}.text` : 'label' }
}
