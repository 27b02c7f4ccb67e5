import { inOrder } from '../../src/domain/order.ts'
import { featureSide } from '../../src/domain/twoTower.ts'
import { drawnRows } from '../shared/bounds.ts'
import {
  FIGURE,
  linesOf,
  type PanelField,
  type PanelFont,
  type PanelStroke,
  type PanelText,
  put,
  QUIET,
  roundBox,
  STRONG,
  widthOf,
} from '../shared/panel/layout.ts'
import { placeSegments, shortened } from '../shared/panel/segments.ts'
import { isBroken } from './faults.ts'
import type { Tower, TowerLine, TwoTowerProps } from './schema.ts'

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
  /** Where “online, v7” is edited. */
  readonly runs: readonly PanelField[]
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
export function placeTower(props: TwoTowerProps, place: TowerPlace): PlacedTower {
  const { axis, width, height, side } = place
  const tower = props[side]
  const body = placeLayers(tower, place)
  const inputs = placeInputs(tower, place)
  const dim = placeDim(props, place)
  const name = put(axis, inputs.bottom + 26, linesOf(tower.name, width, STRONG), STRONG, { anchor: 'middle' })
  const runs = placeRuns(props, place, name.y + name.lines.length * STRONG.lineHeight - 1)
  const top = width * 0.34
  const foot = TOWER_TOP + height
  const isFaulty = isBroken(props, side)
  return {
    axis,
    bottom: runs.y + 15,
    strokes: [
      {
        d: `M${axis - top} ${TOWER_TOP}H${axis + top}L${axis + width / 2} ${foot}H${axis - width / 2}z`,
        fill: 'wash',
        stroke: isFaulty ? 'over' : 'group',
        width: isFaulty ? 2.5 : 2,
      },
      ...body.strokes,
      ...inputs.strokes,
    ],
    texts: [
      dim,
      ...body.layers.map(({ text }) => text),
      ...inputs.placed.map(({ text }) => text),
      name,
      ...runs.texts,
    ],
    inputs: inputs.placed,
    layers: body.layers,
    dim,
    name,
    runs: runs.fields,
  }
}

function placeDim(props: TwoTowerProps, { axis, side }: TowerPlace): PanelText {
  const isQuery = side === 'query'
  const text = `${isQuery ? 'u' : 'v'}, d ${props[side].dim ?? '–'}`
  return put(axis + (isQuery ? -9 : 9), TOWER_TOP - 14, text, FIGURE, {
    anchor: isQuery ? 'end' : 'start',
    tone: isBroken(props, side, 'dimension') ? 'over' : 'ink-2',
  })
}

/** How the tower runs and as which version: “online, v7”. */
function placeRuns(props: TwoTowerProps, { axis, side, width }: TowerPlace, y: number) {
  const { name, runs, version } = props[side]
  const half = width * 0.6
  const shown = shortened(version, half, FIGURE)
  const text = shortened(runs, half, FIGURE)
  const isOdd = isBroken(props, side, 'version')
  const placed = placeSegments(
    [
      {
        text: text !== '' && shown !== '' ? `${text},` : text,
        field: { path: `${side}.runs`, label: `How ${name} runs`, text: runs },
      },
      {
        text: shown,
        field: { path: `${side}.version`, label: `Version of ${name}`, text: version },
        ...(isOdd ? { tone: 'over' as const } : {}),
      },
    ],
    { x: axis, y, font: FIGURE, anchor: 'middle', tone: 'ink-2' },
  )
  return { ...placed, y }
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
function placeInputs(tower: Tower, { axis, width, height, side }: TowerPlace) {
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
      const about = featureSide(line.text)
      const stroke = about !== null && about !== side ? 'over' : 'line-2'
      strokes.push({ d: roundBox(x, top, w, rowHeight, 4), fill: 'panel', stroke, isDetail: true })
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
