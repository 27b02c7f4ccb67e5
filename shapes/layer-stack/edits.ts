import { getIndexBetween } from '@tldraw/utils'
import type { Edit } from '../shared/panel/layout.ts'
import { movedOrders, newLineId } from '../shared/rows.ts'
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
  const order = getIndexBetween(ordered[at]?.order, ordered[at + 1]?.order)
  return { leaves: [[`layers.${id}`, { ...newLayer('dense'), order }]], next: `layers.${id}.text` }
}

/** The layer one place up (1) or down (-1). */
export function moveLayer(layers: Layers, id: string, by: 1 | -1): Edit {
  const ordered = orderedLayers(layers)
  const moved = movedOrders(
    ordered,
    ordered.findIndex((layer) => layer.id === id),
    by,
  )
  return { leaves: moved.map(([path, order]) => [`layers.${path}`, order] as const), next: null }
}

export function removeLayer(id: string): Edit {
  return { leaves: [[`layers.${id}`, undefined]], next: null }
}
