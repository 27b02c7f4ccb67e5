import type { CountedLayer } from '../../src/domain/layerStack.ts'
import {
  type Box,
  boxAround,
  FIGURE,
  linesOf,
  type PanelField,
  type PanelFont,
  type PanelStroke,
  type PanelText,
  put,
  roundBox,
  STRONG,
} from '../shared/panel/layout.ts'
import { placeSegments, type Segment, segmentsWidth, shortened } from '../shared/panel/segments.ts'
import { detailsOf, type PlacedLayer } from './content.ts'
import { BOX_GAP } from './rowsOf.ts'

const NAME: PanelFont = { ...STRONG, size: 13, lineHeight: 16 }
const LEAST = 34
/** A box that shares its row has its details below its name. */
const LEAST_SHARED = 46
const PADDING = 12
const ADD_RADIUS = 11
/** Not wider than that, so that a name keeps some room. */
const DETAIL_SHARE = 0.6

export interface PlacedBox {
  readonly layer: PlacedLayer
  readonly box: Box
  readonly strokes: readonly PanelStroke[]
  readonly texts: readonly PanelText[]
  readonly fields: readonly PanelField[]
}

function inside({ activation, ...layer }: PlacedLayer, width: number, isShared: boolean): Segment[] {
  const room = (width - 2 * PADDING) * (isShared ? 1 : DETAIL_SHARE)
  const own = detailsOf({ ...layer, activation: '' })
  const left = room - segmentsWidth(own, FIGURE)
  return detailsOf({ ...layer, activation: activation && shortened(activation, left, FIGURE) }).map(
    (segment) =>
      segment.field?.path.endsWith('.activation')
        ? { ...segment, field: { ...segment.field, text: activation } }
        : segment,
  )
}

function nameLines(layer: PlacedLayer, width: number, isShared: boolean): string[] {
  const beside =
    isShared || layer.type === 'skip' ? 0 : segmentsWidth(inside(layer, width, isShared), FIGURE) + PADDING
  const left = layer.type === 'skip' ? width / 2 - 2 * ADD_RADIUS : width - 2 * PADDING - beside
  return linesOf(layer.text, left, NAME)
}

/** The height of a row in which all its names can be read. */
export function rowHeight(row: readonly PlacedLayer[], width: number): number {
  const isShared = row.length > 1
  const own = (width - (row.length - 1) * BOX_GAP) / row.length
  const least = isShared ? LEAST_SHARED : LEAST
  return Math.max(
    ...row.map((layer) => least + (nameLines(layer, own, isShared).length - 1) * NAME.lineHeight),
  )
}

/** A layer in its box. */
export function placeLayer(
  layer: PlacedLayer,
  box: Box,
  counted: CountedLayer | undefined,
  isShared: boolean,
): PlacedBox {
  if (layer.type === 'skip') return placeAdd(layer, box, counted?.fault != null)
  const lines = nameLines(layer, box.w, isShared)
  const details = inside(layer, box.w, isShared)
  const middle = box.y + box.h / 2
  const first = middle + 4.5 - ((lines.length - 1) * NAME.lineHeight) / 2 - (isShared ? 8 : 0)
  const centre = { x: box.x + box.w / 2, anchor: 'middle' } as const
  const hasDetails = details.length > 0
  const name =
    isShared || !hasDetails
      ? put(centre.x, first, lines, NAME, { anchor: 'middle' })
      : put(box.x + PADDING, first, lines, NAME)
  const line = placeSegments(
    details,
    isShared
      ? { ...centre, y: first + lines.length * NAME.lineHeight + 1, font: FIGURE, tone: 'ink-2' }
      : {
          x: box.x + box.w - PADDING - emptyRoom(details),
          y: middle + 4,
          anchor: 'end',
          font: FIGURE,
          tone: 'ink-2',
        },
  )
  return {
    layer,
    box,
    strokes: [outline(layer, box)],
    texts: [name, ...line.texts],
    fields: [nameField(layer, name), ...line.fields],
  }
}

/** Room for an activation that nobody named yet. */
function emptyRoom(details: readonly Segment[]): number {
  return details.at(-1)?.text === '' ? 44 : 0
}

function nameField({ id, text }: PlacedLayer, name: PanelText): PanelField {
  const path = `layers.${id}.text`
  return { path, label: 'Name of the layer', text, box: boxAround(name, 70), font: NAME, anchor: name.anchor }
}

function outline({ type }: PlacedLayer, { x, y, w, h }: Box): PanelStroke {
  const d = roundBox(x, y, w, h, 6)
  if (type === 'loss') return { d, fill: 'sunken', stroke: 'line-2' }
  if (type === 'dropout') return { d, fill: 'panel', stroke: 'line-2', width: 1.5, dash: '6 5' }
  if (type === 'normalise') return { d, fill: 'panel', stroke: 'group', width: 1.5 }
  return { d, fill: 'wash', stroke: 'group', width: 2 }
}

/** Where a skip connection is added to what comes from below. */
function placeAdd(layer: PlacedLayer, box: Box, isBroken: boolean): PlacedBox {
  const [x, y] = [box.x + box.w / 2, box.y + box.h / 2]
  const lines = nameLines(layer, box.w, false)
  const name = put(x + ADD_RADIUS + 9, y + 4.5 - ((lines.length - 1) * NAME.lineHeight) / 2, lines, NAME)
  const tone = isBroken ? 'over' : 'group'
  const r = ADD_RADIUS
  return {
    layer,
    box: { x: x - r, y: y - r, w: 2 * r, h: 2 * r },
    strokes: [
      {
        d: `M${x - r} ${y}a${r} ${r} 0 1 0 ${2 * r} 0a${r} ${r} 0 1 0 ${-2 * r} 0z`,
        fill: 'wash',
        stroke: tone,
        width: isBroken ? 2.5 : 2,
      },
      { d: `M${x - 5} ${y}h10M${x} ${y - 5}v10`, stroke: tone, width: 1.75 },
    ],
    texts: [name],
    fields: [nameField(layer, name)],
  }
}
