import { type CountedLayer, countLayers, totalParameters } from '../../src/domain/layerStack.ts'
import { formatCount } from '../../src/domain/units.ts'
import { drawnLength, drawnRows } from '../shared/bounds.ts'
import { oncePer } from '../shared/oncePer.ts'
import {
  COUNT,
  FIGURE,
  HEAD_PX,
  type PanelAction,
  type PanelField,
  type PanelLayout,
  type PanelStroke,
  type PanelText,
  PLAIN,
  put,
  QUIET,
} from '../shared/panel/layout.ts'
import { placeSentences } from '../shared/panel/sentences.ts'
import { LAYER_STACK_SYMBOL } from '../shared/panel/symbols.ts'
import { placeTitle } from '../shared/panel/title.ts'
import type { PlacedLayer } from './content.ts'
import { addLayer, moveLayer, removeLayer, topLayer } from './edits.ts'
import { orderedLayers } from './layers.ts'
import { type PlacedBox, placeLayer, rowHeight } from './row.ts'
import { BOX_GAP, rowsOf, standsBeside } from './rowsOf.ts'
import type { LayerStackProps } from './schema.ts'
import { placeSkips } from './skips.ts'

export const LAYER_STACK_MIN = { w: 360, h: 200 } as const
const EDGE = 16
/** Beside the boxes, px: skip connections at the left, parameters at the right. */
const SKIPS = 36
const COLUMN = 92
const TOP = HEAD_PX + 34
const FOOT = 58
const GAP = 16
const BUTTON = 20

/** Everything a layer stack draws; its height follows its layers, and spreads them where `h` leaves room. */
export const layerStackLayout = oncePer(layOut)

function layOut(props: LayerStackProps): PanelLayout {
  const w = Math.max(drawnLength(props.w), LAYER_STACK_MIN.w)
  const counted = countLayers(drawnRows(orderedLayers(props.layers)))
  const wide = w - EDGE - SKIPS - COLUMN
  const rows = rowsOf(props, wide)
  const heights = rows.map((row) => rowHeight(row, wide))
  const said = placeSentences(
    counted.flatMap(({ fault }) => fault ?? []),
    w,
  )
  const needed = heights.reduce((sum, height) => sum + height + GAP, TOP + FOOT + said.height)
  const h = Math.max(drawnLength(props.h), needed)
  const gap = GAP + (h - needed) / Math.max(rows.length, 1)
  const bottom = h - said.height - FOOT - 8
  const placed = placeRows({ rows, heights, counted, gap, bottom, x: SKIPS + EDGE / 2, wide })
  const title = placeTitle(props.label, w - 46 - EDGE)
  const foot = placeFoot(counted, props, { w, y: bottom + 8 })
  const boxes = placed.flat()
  return {
    w,
    h,
    title: props.label,
    symbol: LAYER_STACK_SYMBOL,
    strokes: [
      ...placed.flatMap(joinRows),
      ...placeSkips(boxes, counted),
      ...boxes.flatMap(({ strokes }) => strokes),
      ...foot.strokes,
    ],
    texts: [
      title.text,
      put(w - EDGE, HEAD_PX + 22, 'parameters', QUIET, { anchor: 'end', tone: 'ink-3' }),
      ...boxes.flatMap(({ texts }) => texts),
      ...placed.flatMap((row) => rowParameters(row, counted, w)),
      ...foot.texts,
      ...said.at(h - said.height),
    ],
    fields: [title.field, ...boxes.flatMap((box) => withEnter(box, props))],
    actions: actionsOf(props, placed, w),
  }
}

interface Rows {
  readonly rows: readonly (readonly PlacedLayer[])[]
  readonly heights: readonly number[]
  readonly counted: readonly CountedLayer[]
  readonly gap: number
  readonly bottom: number
  readonly x: number
  readonly wide: number
}

function placeRows({ rows, heights, counted, gap, bottom, x, wide }: Rows): PlacedBox[][] {
  let y = bottom
  return rows.map((row, i) => {
    const h = heights[i] ?? 0
    y -= h
    const top = y
    y -= gap
    const w = (wide - (row.length - 1) * BOX_GAP) / row.length
    return row.map((layer, n) => {
      const box = { x: x + n * (w + BOX_GAP), y: top, w, h }
      return placeLayer(
        layer,
        box,
        counted.find(({ id }) => id === layer.id),
        row.length > 1,
      )
    })
  })
}

/** An arrow from a row up to each box of the next. */
function joinRows(
  row: readonly PlacedBox[],
  i: number,
  all: readonly (readonly PlacedBox[])[],
): PanelStroke[] {
  const above = all[i + 1]
  const from = row[0]
  if (!above || !from) return []
  if (standsBeside(from.layer.type) && above[0]?.layer.type === from.layer.type) return []
  const [wider, isSplit] = above.length >= row.length ? [above, true] : [row, false]
  return wider.map(({ box }) => {
    const x = box.x + box.w / 2
    const [start, end] = isSplit
      ? [from.box.y, box.y + box.h]
      : [box.y, (above[0]?.box.y ?? 0) + (above[0]?.box.h ?? 0)]
    return { d: `M${x} ${start - 1}V${end + 2}m-4 6l4-6l4 6`, stroke: 'ink-3', width: 1.25, isDetail: true }
  })
}

function rowParameters(row: readonly PlacedBox[], counted: readonly CountedLayer[], w: number): PanelText[] {
  const [first] = row
  const own = counted.filter(({ id }) => row.some(({ layer }) => layer.id === id))
  const missing = own.flatMap((one) => one.missing)[0]
  const { known } = totalParameters(own)
  if (!first || (!missing && known === 0)) return []
  const y = first.box.y + first.box.h / 2 + 4
  const right = { anchor: 'end' } as const
  return missing
    ? [put(w - EDGE, y, sayShort(missing), QUIET, { ...right, tone: 'ink-3' })]
    : [put(w - EDGE, y, formatCount(known), FIGURE, { ...right, tone: 'ink-2' })]
}

function sayShort(missing: string): string {
  return missing.length > 12 ? 'unknown' : `say ${missing}`
}

function placeFoot(
  counted: readonly CountedLayer[],
  { layers: all }: LayerStackProps,
  { w, y }: { readonly w: number; readonly y: number },
) {
  const { known, unknown } = totalParameters(counted)
  const layers = unknown === 1 ? '1 layer' : `${unknown} layers`
  const of = counted.length < Object.keys(all).length ? ` of the first ${counted.length} layers` : ''
  const said = `Parameters${of}${unknown === 0 ? '' : `, ${layers} unknown`}`
  return {
    strokes: [{ d: `M${EDGE} ${y + 12}H${w - EDGE}`, stroke: 'line' } as const],
    texts: [
      put(EDGE, y + 38, said, PLAIN, { tone: 'ink-2' }),
      put(w - EDGE, y + 39, known === 0 && unknown > 0 ? '–' : formatCount(known), COUNT, { anchor: 'end' }),
    ],
  }
}

/** Enter in a layer's last field adds a layer above it. */
function withEnter({ layer, fields }: PlacedBox, { layers }: LayerStackProps): PanelField[] {
  if (layer.type === 'loss') return [...fields]
  const enter = () => addLayer(layers, layer.id)
  return fields.map((field, i) => (i === fields.length - 1 ? { ...field, enter } : field))
}

function actionsOf(
  { layers }: LayerStackProps,
  rows: readonly (readonly PlacedBox[])[],
  w: number,
): PanelAction[] {
  const ordered = orderedLayers(layers)
  const top = topLayer(layers)
  const add: PanelAction = {
    label: 'Add a layer',
    text: '+ Layer',
    box: { x: SKIPS + EDGE / 2, y: HEAD_PX + 7, w: 72, h: 24 },
    press: () => addLayer(layers, top),
  }
  return [
    add,
    ...rows.flatMap((row) =>
      row.flatMap(({ layer, box }) => {
        const place = ordered.findIndex(({ id }) => id === layer.id)
        const name = `layer ${place + 1}, ${layer.text || 'no name'}`
        const [x, y] =
          row.length > 1
            ? [box.x + box.w - 3 * BUTTON, box.y - BUTTON / 2]
            : // Right of the panel, where they cover no parameters.
              [w + 8, box.y + (box.h - BUTTON) / 2]
        const button = (
          n: number,
          label: string,
          text: string,
          press: PanelAction['press'],
        ): PanelAction => ({
          label: `${label} ${name}`,
          text,
          press,
          box: { x: x + n * (BUTTON + 2), y, w: BUTTON, h: BUTTON },
        })
        return [
          button(0, 'Move up', '↑', () => moveLayer(layers, layer.id, 1)),
          button(1, 'Move down', '↓', () => moveLayer(layers, layer.id, -1)),
          button(2, 'Remove', '×', () => removeLayer(layers, layer.id)),
        ]
      }),
    ),
  ]
}
