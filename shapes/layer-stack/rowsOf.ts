import { drawnRows } from '../shared/bounds.ts'
import type { PlacedLayer } from './content.ts'
import { orderedLayers } from './layers.ts'
import type { LayerStackProps } from './schema.ts'

const SIDE_BY_SIDE = ['head', 'embedding'] as const
const MOST_IN_A_ROW = 3
/** Of a box that shares its row, px. */
const LEAST_BOX = 84
export const BOX_GAP = 8

/** Whether layers of that type stand side by side. */
export function standsBeside(type: PlacedLayer['type'] | undefined): boolean {
  return SIDE_BY_SIDE.some((known) => known === type)
}

/** The rows that are drawn, bottom to top: heads, and embeddings that are joined, stand side by side. */
export function rowsOf({ layers }: LayerStackProps, wide: number): PlacedLayer[][] {
  const most = Math.min(MOST_IN_A_ROW, Math.floor((wide + BOX_GAP) / (LEAST_BOX + BOX_GAP)))
  const rows: PlacedLayer[][] = []
  for (const layer of drawnRows(orderedLayers(layers))) {
    const row = rows.at(-1)
    const isBeside = standsBeside(layer.type) && row?.[0]?.type === layer.type && row.length < most
    if (isBeside) row.push(layer)
    else rows.push([layer])
  }
  return rows
}
