import { formatCount, formatNumber } from '../../src/domain/units.ts'
import { annIndex } from '../catalog/ann-index.ts'
import { objectStore } from '../catalog/object-store.ts'
import { cylinder } from '../shared/contours.ts'
import { placedMark } from '../shared/mark.ts'
import { FIGURE, type PanelStroke, type PanelTone, put, QUIET } from '../shared/panel/layout.ts'
import { placeSegments } from '../shared/panel/segments.ts'
import { placePath } from '../shared/placePath.ts'
import { batchArrow, callArrow } from './arrows.ts'
import type { At, Placed } from './body.ts'
import { faultsOf, isBroken } from './faults.ts'
import { memoryFigures } from './figures.ts'
import { figureSegment, RULES } from './rules.ts'
import type { TwoTowerProps } from './schema.ts'
import { NAME } from './servingTower.ts'

export const INDEX_HEIGHT = 88
export const STORE_HEIGHT = 72

interface StoreDrawing {
  readonly x: number
  readonly y: number
  readonly w: number
  readonly h: number
  readonly tone: 'storage' | 'serving'
  readonly isBroken: boolean
}

function drawCylinder({ x, y, w, h, tone, isBroken }: StoreDrawing): PanelStroke[] {
  const { body, lines } = cylinder(w, h, 10)
  const place = { x, y, scale: 1 }
  const stroke: PanelTone = isBroken ? 'over' : tone
  const mark = tone === 'serving' ? annIndex.mark : objectStore.mark
  return [
    {
      d: placePath(body.d, place),
      fill: `${tone}-wash`,
      stroke,
      width: isBroken ? 2.5 : 2,
    },
    { d: placePath(lines ?? '', place), stroke, width: isBroken ? 2.5 : 2 },
    ...placedMark(mark, { x: x + 12, y: y + h / 2 - 7, scale: 26 / 12 }).map(
      ({ d, fill, dash }): PanelStroke => ({
        d,
        ...(fill === 'solid' ? { fill: tone } : { stroke: tone, width: 1.75 }),
        ...(dash ? { dash } : {}),
        isDetail: true,
      }),
    ),
  ]
}

/** The index, what is asked of it and what it finds. */
export function placeIndex(props: TwoTowerProps, at: At, y: number): Placed {
  const { index } = props
  const [left, right] = [at(290), at(443)]
  const text = left + 47
  const figure = placeSegments(
    [
      { text: 'p99' },
      figureSegment({
        path: 'index.p99',
        label: 'p99 of a search',
        value: index.p99,
        rule: RULES.p99,
        unknown: '–',
      }),
    ],
    { x: text, y: y + 22, font: FIGURE, tone: 'ink-2' },
  )
  const found = placeSegments(
    [
      { text: 'top' },
      figureSegment({
        path: 'index.topK',
        label: 'Items that a search finds',
        value: index.topK,
        rule: RULES.topK,
        unknown: 'k',
      }),
    ],
    { x: at(488), y: y - 9, font: FIGURE, anchor: 'middle', tone: 'ink-2' },
  )
  const middle = { anchor: 'middle', tone: 'ink-3' } as const
  return {
    strokes: [
      ...callArrow(at(168 + 49), left, y),
      ...drawCylinder({
        x: left,
        y: y - INDEX_HEIGHT / 2,
        w: right - left,
        h: INDEX_HEIGHT,
        tone: 'serving',
        isBroken: isBroken(props, 'index'),
      }),
      ...callArrow(right, at(534), y),
    ],
    texts: [
      put(at(252), y - 9, 'u', FIGURE, { anchor: 'middle', tone: 'ink-2' }),
      put(text, y + 5, 'ANN index', NAME),
      ...figure.texts,
      ...found.texts,
      put(at(488), y + 20, 'to ranker', QUIET, middle),
    ],
    fields: [...figure.fields, ...found.fields],
  }
}

/** The catalogue that the item tower reads. */
export function placeStore({ index }: TwoTowerProps, at: At, y: number): Placed {
  const [left, right] = [at(24), at(161)]
  const text = left + 45
  const count = placeSegments(
    [
      figureSegment({
        path: 'index.items',
        label: 'Items in the index',
        value: index.items,
        rule: RULES.items,
        unknown: '– items',
      }),
    ],
    { x: text, y: y + 22, font: FIGURE, tone: 'ink-2', minWidth: 60 },
  )
  return {
    strokes: drawCylinder({
      x: left,
      y: y - STORE_HEIGHT / 2,
      w: right - left,
      h: STORE_HEIGHT,
      tone: 'storage',
      isBroken: false,
    }),
    texts: [put(text, y + 5, 'Catalogue', NAME), ...count.texts],
    fields: count.fields,
  }
}

/** The dotted lines of the batch: from the catalogue into the item tower, and its vectors up into the index. */
export function placeFilling(
  props: TwoTowerProps,
  at: At,
  { from, to, line }: { readonly from: number; readonly to: number; readonly line: number },
): Placed {
  const [raw] = memoryFigures(props)
  const length = props.item.dim === null ? 'd –' : `${formatCount(props.item.dim)} numbers each`
  const size = raw?.value == null ? length : formatNumber(raw.value, 'bytes')
  const up = at(400)
  const isUnfed = faultsOf(props).some(({ kind }) => kind === 'feed')
  const tone = isUnfed ? 'over' : 'ink'
  return {
    strokes: [
      ...batchArrow(`M${at(161) + 3} ${from}H${at(278 - 50) - 10}`, {
        x: at(278 - 50),
        y: from,
        way: 'right',
      }),
      ...batchArrow(
        `M${at(278 + 52) + 3} ${from}H${up - 8}Q${up} ${from} ${up} ${from - 8}V${to + 11}`,
        { x: up, y: to + 1, way: 'up' },
        tone,
      ),
    ],
    texts: [
      put(up + 10, line + 24, 'vectors', QUIET, { tone: 'ink-2' }),
      put(up + 10, line + 40, size, FIGURE, { tone: 'ink-2' }),
    ],
    fields: [],
  }
}
