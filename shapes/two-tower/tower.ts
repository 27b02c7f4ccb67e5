import { inOrder } from '../../src/domain/order.ts'
import { drawnRows } from '../shared/bounds.ts'
import {
  FIGURE,
  linesOf,
  type PanelFont,
  type PanelStroke,
  type PanelText,
  put,
  QUIET,
  roundBox,
  STRONG,
  widthOf,
} from '../shared/panel/layout.ts'
import type { Tower, TowerLine } from './schema.ts'

export const TOWER_TOP = 164
/** Room below a tower with one row of inputs: arrows, inputs, name, version. */
export const TOWER_BELOW = 111

const MIN_LAYER = 34
const INPUT_HEIGHT = 26
const INPUT_GAP = 6
const INPUT_PADDING = 8
const ARROW = 27
const LAYER: PanelFont = { ...STRONG, size: 13, lineHeight: 16 }

export type Side = 'query' | 'item'

export interface TowerPlace {
  readonly side: Side
  readonly axis: number
  /** Of the lower edge. */
  readonly width: number
  readonly height: number
  /** Its vector is not as long as the other's. */
  readonly isBroken: boolean
}

interface PlacedLine {
  /** Of the line in `inputs` or `layers`. */
  readonly id: string
  readonly text: PanelText
  readonly line: TowerLine
}

export interface PlacedTower {
  readonly axis: number
  /** Where the panel may end. */
  readonly bottom: number
  readonly strokes: readonly PanelStroke[]
  readonly texts: readonly PanelText[]
  readonly inputs: readonly PlacedLine[]
  readonly layers: readonly PlacedLine[]
  readonly dim: PanelText
  readonly name: PanelText
  readonly version: PanelText
}

/** The least height of a tower in which all its layers can be read. */
export function towerHeight(tower: Tower, width: number): number {
  return linesIn(tower.layers).reduce((sum, { line }) => sum + layerHeight(line.text, width), 0)
}

function layerHeight(text: string, width: number): number {
  return Math.max(MIN_LAYER, linesOf(text, width * 0.62, LAYER).length * LAYER.lineHeight + 12)
}

function linesIn(lines: Readonly<Record<string, TowerLine>>) {
  return drawnRows(inOrder(lines)).map(({ id, ...line }) => ({ id, line }))
}

/** A tower, its inputs and its name; layers bottom to top, inputs left to right. */
export function placeTower(tower: Tower, place: TowerPlace): PlacedTower {
  const { axis, width, height, side, isBroken } = place
  const foot = TOWER_TOP + height
  const body = placeLayers(tower, place)
  const inputs = placeInputs(tower, place)
  const below = inputs.bottom + 26
  const center = { anchor: 'middle' } as const
  const letter = side === 'query' ? 'u' : 'v'
  const outward = side === 'query' ? -1 : 1
  const dim = put(axis + outward * 9, TOWER_TOP - 14, `${letter}, d ${tower.dim ?? '–'}`, FIGURE, {
    anchor: side === 'query' ? 'end' : 'start',
    tone: isBroken ? 'over' : 'ink-2',
  })
  const name = put(axis, below, linesOf(tower.name, width, STRONG), STRONG, center)
  const version = put(axis, below + name.lines.length * STRONG.lineHeight - 1, tower.version, FIGURE, {
    ...center,
    tone: 'ink-2',
  })
  const top = width * 0.34
  return {
    axis,
    bottom: version.y + 15,
    strokes: [
      {
        d: `M${axis - top} ${TOWER_TOP}H${axis + top}L${axis + width / 2} ${foot}H${axis - width / 2}z`,
        fill: 'wash',
        stroke: 'group',
        width: 2,
      },
      ...body.strokes,
      ...inputs.strokes,
    ],
    texts: [
      dim,
      ...body.layers.map(({ text }) => text),
      ...inputs.placed.map(({ text }) => text),
      name,
      version,
    ],
    inputs: inputs.placed,
    layers: body.layers,
    dim,
    name,
    version,
  }
}

function placeLayers(tower: Tower, { axis, width, height }: TowerPlace) {
  const lines = linesIn(tower.layers)
  const needed = lines.map(({ line }) => layerHeight(line.text, width))
  const spare = (height - needed.reduce((a, b) => a + b, 0)) / Math.max(lines.length, 1)
  const layers: PlacedLine[] = []
  const strokes: PanelStroke[] = []
  let y = TOWER_TOP + height
  lines.forEach(({ id, line }, i) => {
    const layer = (needed[i] ?? MIN_LAYER) + spare
    const wrapped = linesOf(line.text, width * 0.62, LAYER)
    const first = y - layer / 2 - ((wrapped.length - 1) * LAYER.lineHeight) / 2 + 4.5
    layers.push({ id, line, text: put(axis, first, wrapped, LAYER, { anchor: 'middle' }) })
    y -= layer
    if (i === lines.length - 1) return
    const half = width * (0.34 + (0.16 * (y - TOWER_TOP)) / height)
    strokes.push({ d: `M${axis - half} ${y}H${axis + half}`, stroke: 'group', opacity: 0.45, isDetail: true })
  })
  return { layers, strokes }
}

/** The inputs as boxes in rows under the tower, each as wide as its text asks, an arrow from each of the first row. */
function placeInputs(tower: Tower, { axis, width, height }: TowerPlace) {
  const foot = TOWER_TOP + height
  const placed: PlacedLine[] = []
  const strokes: PanelStroke[] = []
  let top = foot + ARROW
  rowsOf(tower, width + 12).forEach((row, r) => {
    let x = axis - (row.reduce((sum, { w }) => sum + w + INPUT_GAP, 0) - INPUT_GAP) / 2
    const rowHeight = Math.max(...row.map(({ h }) => h))
    for (const { id, line, lines, w } of row) {
      const first = top + rowHeight / 2 + 4.2 - ((lines.length - 1) * QUIET.lineHeight) / 2
      placed.push({ id, line, text: put(x + w / 2, first, lines, QUIET, { anchor: 'middle' }) })
      strokes.push({ d: roundBox(x, top, w, rowHeight, 4), fill: 'panel', stroke: 'line-2', isDetail: true })
      if (r === 0) strokes.push(arrowUp(x + w / 2, top, foot + 2))
      x += w + INPUT_GAP
    }
    top += rowHeight + INPUT_GAP
  })
  return { placed, strokes, bottom: top - INPUT_GAP }
}

function arrowUp(x: number, from: number, to: number): PanelStroke {
  return { d: `M${x} ${from}V${to}m-4 6l4-6l4 6`, stroke: 'ink-3', width: 1.25, isDetail: true }
}

interface InputBox {
  readonly id: string
  readonly line: TowerLine
  readonly lines: readonly string[]
  readonly w: number
  readonly h: number
}

function rowsOf(tower: Tower, width: number): InputBox[][] {
  const rows: InputBox[][] = []
  let left = 0
  for (const { id, line } of linesIn(tower.inputs)) {
    const lines = linesOf(line.text, width - 2 * INPUT_PADDING, QUIET)
    const w = Math.max(36, ...lines.map((text) => widthOf(text, QUIET) + 2 * INPUT_PADDING))
    const box = { id, line, lines, w, h: INPUT_HEIGHT + (lines.length - 1) * QUIET.lineHeight }
    const row = rows.at(-1)
    if (row && w <= left) row.push(box)
    else {
      rows.push([box])
      left = width
    }
    left -= w + INPUT_GAP
  }
  return rows
}
