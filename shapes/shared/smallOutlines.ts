import {
  bell,
  box,
  cloud,
  cylinder,
  type Drawing,
  diamond,
  document,
  documentStack,
  ghost,
  hexagon,
  parallelogram,
  person,
  phone,
  pipe,
  shield,
  splitCylinder,
  trapezoid,
} from './contours.ts'
import type { OutlineId } from './outlines.ts'

/** An outline in a square of 24 px, for lists. */
export interface SmallOutline {
  /** Where the drawing's top left corner is. */
  readonly x: number
  readonly y: number
  readonly drawing: Drawing
  /** x, y and scale of the mark within the drawing; null where there is no room for it. */
  readonly mark: readonly [number, number, number] | null
  readonly stroke: number
  readonly dash?: string
  readonly ghostDash?: string
}

const STROKE = 1.5
const DASH = '2.6 2'

const process: SmallOutline = {
  x: 1.5,
  y: 3.5,
  drawing: box(21, 17, 2.5),
  mark: [5, 3, 0.92],
  stroke: STROKE,
}
const cylinderSmall: SmallOutline = {
  x: 3,
  y: 1.4,
  drawing: cylinder(18, 21.2, 2.9),
  mark: [4.2, 8.2, 0.8],
  stroke: STROKE,
}
const hexagonSmall: SmallOutline = {
  x: 0.8,
  y: 2.5,
  drawing: hexagon(22.4, 19, 5.4),
  mark: [5.9, 4.2, 0.88],
  stroke: STROKE,
}

/** Every family at 24 px; strokes and radii are not scaled down but drawn anew. */
export const smallOutlines: Readonly<Record<OutlineId, SmallOutline>> = {
  process,
  'process-bold': { ...process, mark: [5.25, 3.25, 0.88], stroke: 2.4 },
  'process-dashed': { ...process, dash: DASH },
  'process-ghost': {
    ...process,
    y: 2,
    drawing: ghost(21, 20, { radius: 2.5, offset: 3 }),
    mark: [4, 6.5, 0.83],
    ghostDash: '2 1.8',
  },
  rounded: { ...process, drawing: box(21, 17, 6) },
  cylinder: cylinderSmall,
  'cylinder-split': {
    ...cylinderSmall,
    drawing: splitCylinder(18, 21.2, { ry: 2.9, split: 9 }),
    mark: null,
  },
  pipe: { x: 1, y: 5, drawing: pipe(22, 14, 3), mark: [5.2, 2.5, 0.75], stroke: STROKE },
  parallelogram: {
    x: 1,
    y: 4.5,
    drawing: parallelogram(22, 15, 4.6),
    mark: [6.3, 2.8, 0.78],
    stroke: STROKE,
  },
  hexagon: hexagonSmall,
  'hexagon-dashed': { ...hexagonSmall, mark: [6.2, 4.5, 0.83], dash: DASH },
  'hexagon-small': hexagonSmall,
  'hexagon-large': hexagonSmall,
  'trapezoid-down': { x: 1, y: 3, drawing: trapezoid(22, 18, 4.6), mark: [6.4, 4, 0.77], stroke: STROKE },
  'trapezoid-up': {
    x: 2.5,
    y: 1.5,
    drawing: trapezoid(19, 21, -4.6),
    mark: [5, 7.4, 0.75],
    stroke: STROKE,
  },
  document: { x: 3, y: 1.5, drawing: document(18, 21.5, 1.9), mark: [4, 4.3, 0.83], stroke: STROKE },
  'document-stack': {
    x: 2.2,
    y: 1.2,
    drawing: documentStack(19.6, 21.6, { wave: 1.9, offset: 3 }),
    mark: [3.8, 6.5, 0.75],
    stroke: STROKE,
  },
  cloud: { x: 1, y: 4, drawing: cloud(22, 16), mark: [7.2, 5.6, 0.63], stroke: STROKE },
  diamond: { x: 0.6, y: 0.6, drawing: diamond(22.8, 22.8), mark: [6.7, 6.7, 0.78], stroke: STROKE },
  phone: {
    x: 6,
    y: 1.2,
    drawing: phone(12, 21.6, { radius: 2.5, bar: [0.375, 0.88, 0.25] }),
    mark: [2.2, 5.6, 0.63],
    stroke: STROKE,
  },
  person: { x: 2, y: 2, drawing: person(14, 20), mark: [10, -1, 1], stroke: STROKE },
  bell: { x: 2.5, y: 1.2, drawing: bell(19, 21.4), mark: null, stroke: STROKE },
  shield: { x: 3, y: 1.4, drawing: shield(18, 21.2), mark: [4.8, 6.4, 0.7], stroke: STROKE },
}
