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

export const OUTLINE_IDS = [
  'process',
  'process-bold',
  'process-dashed',
  'process-ghost',
  'rounded',
  'cylinder',
  'cylinder-split',
  'pipe',
  'parallelogram',
  'hexagon',
  'hexagon-dashed',
  'hexagon-small',
  'hexagon-large',
  'trapezoid-down',
  'trapezoid-up',
  'document',
  'document-stack',
  'cloud',
  'diamond',
  'phone',
  'person',
  'bell',
  'shield',
] as const
export type OutlineId = (typeof OUTLINE_IDS)[number]

/** How one family of outlines is drawn on the board. Lengths in px. */
export interface Outline {
  /** What a new one measures. */
  readonly size: { readonly w: number; readonly h: number }
  /** What it can be made, at the least. */
  readonly min: { readonly w: number; readonly h: number }
  /** A figure keeps its proportions and has its text below; links dock on the figure alone. */
  readonly isFigure: boolean
  readonly stroke: number
  /** Stroke pattern of the body. */
  readonly dash?: string
  /** Stroke pattern of what stands behind the body. */
  readonly ghostDash?: string
  /** Width that a label may take in a shape that wide. */
  readonly textWidth: (w: number) => number
  /** Height of a shape of height `h` once its text is that high: it grows, text is never cut. */
  readonly height: (h: number, textHeight: number) => number
  /** Draws it; `h` is what `height` gave. */
  readonly draw: (w: number, h: number, textHeight: number) => OutlineDrawing
}

export interface OutlineDrawing extends Drawing {
  /** How far the drawing is moved right: figures stand in the middle of their shape. */
  readonly offsetX: number
  /** The square of the mark; null where the outline says all. */
  readonly mark: { readonly x: number; readonly y: number; readonly size: number } | null
  /** Where text begins (or its middle, if so aligned) and the top of its first line. */
  readonly text: { readonly x: number; readonly top: number; readonly align: 'start' | 'middle' }
}

const STROKE = 2
const MARK = 26
const MARK_GAP = 12

interface Beside {
  readonly size: Outline['size']
  readonly draw: (w: number, h: number) => Drawing
  readonly markX: number
  /** From the text to the right edge. */
  readonly right: number
  /** Height that text cannot use. */
  readonly padding: number
  /** The middle of mark and text; half the height if absent. */
  readonly centre?: (h: number) => number
  readonly markSize?: number
  readonly textX?: number
  readonly stroke?: number
  readonly dash?: string
  readonly ghostDash?: string
}

/** An outline with its mark, if it has one, at the left and its text beside it. */
function beside(spec: Beside): Outline {
  const { size, markX, right, padding, markSize = MARK, stroke = STROKE, dash, ghostDash } = spec
  const textX = spec.textX ?? markX + markSize + MARK_GAP
  const centreOf = spec.centre ?? ((h: number) => h / 2)
  return {
    size,
    min: { w: textX + right + 48, h: Math.min(size.h, padding + 32) },
    isFigure: false,
    stroke,
    ...(dash ? { dash } : {}),
    ...(ghostDash ? { ghostDash } : {}),
    textWidth: (w) => w - textX - right,
    height: (h, textHeight) => Math.max(h, textHeight + padding),
    draw(w, h, textHeight) {
      const centre = centreOf(h)
      return {
        ...spec.draw(w, h),
        offsetX: 0,
        mark: markSize === 0 ? null : { x: markX, y: centre - markSize / 2, size: markSize },
        text: { x: textX, top: centre - textHeight / 2, align: 'start' },
      }
    },
  }
}

interface Figure {
  /** Width of the shape; the figure stands in its middle. */
  readonly w: number
  /** Default height of the figure, and its width as a share of that. */
  readonly figureHeight: number
  readonly aspect: number
  readonly draw: (w: number, h: number) => Drawing
  /** The mark's x, y and size as shares of the figure's height; null: none. */
  readonly mark: readonly [number, number, number] | null
}

/** Height under a figure that its shape has for text: a gap of 6, two lines and a rest of 2. */
export const FIGURE_TEXT = 40
const FIGURE_GAP = 6

/** A figure with its text below. */
function figure({ w: width, figureHeight, aspect, draw, mark }: Figure): Outline {
  const textZone = (textHeight: number) => Math.max(FIGURE_TEXT, textHeight + FIGURE_GAP + 2)
  return {
    size: { w: width, h: figureHeight + FIGURE_TEXT },
    min: { w: 64, h: FIGURE_TEXT + 32 },
    isFigure: true,
    stroke: STROKE,
    textWidth: (w) => w,
    height: (h, textHeight) => h - FIGURE_TEXT + textZone(textHeight),
    draw(w, h, textHeight) {
      const high = h - textZone(textHeight)
      const wide = Math.min(w, high * aspect)
      const offsetX = (w - wide) / 2
      return {
        ...draw(wide, high),
        offsetX,
        mark: mark && {
          x: offsetX + wide / 2 + mark[0] * high,
          y: mark[1] * high,
          size: Math.min(mark[2] * high, wide),
        },
        text: { x: w / 2, top: high + FIGURE_GAP, align: 'middle' },
      }
    },
  }
}

const PROCESS: Beside = {
  size: { w: 168, h: 64 },
  draw: (w, h) => box(w, h, 6),
  markX: 16,
  right: 12,
  padding: 14,
}

const HEXAGON: Beside = {
  size: { w: 176, h: 64 },
  draw: (w, h) => hexagon(w, h, Math.min(20, 0.32 * h)),
  markX: 24,
  right: 20,
  padding: 14,
}

const CYLINDER: Beside = {
  size: { w: 168, h: 80 },
  draw: (w, h) => cylinder(w, h, 10),
  markX: 16,
  right: 12,
  padding: 34,
  centre: (h) => h / 2 + 6,
}

const TOWER_INSET = 20

/** A tower: the mark over the text, both in the middle, where it is wide enough. */
const tower: Outline = {
  size: { w: 144, h: 104 },
  min: { w: 104, h: 88 },
  isFigure: false,
  stroke: STROKE,
  textWidth: (w) => w - 36,
  height: (h, textHeight) => Math.max(h, MARK + MARK_GAP + textHeight + 22),
  draw(w, h, textHeight) {
    const top = (h - MARK - MARK_GAP - textHeight) / 2 - 4
    return {
      ...trapezoid(w, h, -TOWER_INSET),
      offsetX: 0,
      mark: { x: (w - MARK) / 2, y: top, size: MARK },
      text: { x: w / 2, top: top + MARK + MARK_GAP, align: 'middle' },
    }
  },
}

/** A kind that this version does not know: a box without a mark. */
export const plainOutline = beside({ ...PROCESS, markSize: 0, textX: 16 })

/** Every family by its id; the sizes are multiples of the board's grid of 8. */
export const outlines: Readonly<Record<OutlineId, Outline>> = {
  process: beside(PROCESS),
  'process-bold': beside({ ...PROCESS, size: { w: 184, h: 72 }, stroke: 3.5 }),
  'process-dashed': beside({ ...PROCESS, dash: '7 5' }),
  'process-ghost': beside({
    ...PROCESS,
    size: { w: 176, h: 72 },
    draw: (w, h) => ghost(w, h, { radius: 6, offset: 8 }),
    right: 20,
    padding: 22,
    centre: (h) => h / 2 + 4,
    ghostDash: '5 4',
  }),
  rounded: beside({ ...PROCESS, draw: (w, h) => box(w, h, 20) }),
  cylinder: beside(CYLINDER),
  'cylinder-split': beside({
    ...CYLINDER,
    size: { w: 184, h: 80 },
    draw: (w, h) => splitCylinder(w, h, { ry: 10, split: 52 }),
    markX: 13,
    textX: 60,
  }),
  pipe: beside({
    ...PROCESS,
    size: { w: 184, h: 64 },
    draw: (w, h) => pipe(w, h, 10),
    markX: 18,
    right: 24,
  }),
  parallelogram: beside({
    ...PROCESS,
    size: { w: 176, h: 64 },
    draw: (w, h) => parallelogram(w, h, 16),
    markX: 24,
    right: 22,
  }),
  hexagon: beside(HEXAGON),
  'hexagon-dashed': beside({ ...HEXAGON, dash: '7 5' }),
  'hexagon-small': beside({ ...HEXAGON, size: { w: 152, h: 56 }, markSize: 22 }),
  'hexagon-large': beside({ ...HEXAGON, size: { w: 208, h: 80 } }),
  'trapezoid-down': beside({
    ...PROCESS,
    size: { w: 192, h: 72 },
    draw: (w, h) => trapezoid(w, h, 20),
    markX: 28,
    right: 26,
  }),
  'trapezoid-up': tower,
  document: beside({
    ...PROCESS,
    size: { w: 168, h: 88 },
    draw: (w, h) => document(w, h, 8),
    padding: 28,
    centre: (h) => (h - 11.2) / 2,
  }),
  'document-stack': beside({
    ...PROCESS,
    size: { w: 168, h: 88 },
    draw: (w, h) => documentStack(w, h, { wave: 8, offset: 8 }),
    right: 18,
    padding: 36,
    centre: (h) => (h - 3.2) / 2,
  }),
  cloud: beside({
    ...PROCESS,
    size: { w: 168, h: 96 },
    draw: cloud,
    markX: 34,
    right: 16,
    padding: 46,
    centre: (h) => 0.56 * h,
  }),
  diamond: figure({ w: 144, figureHeight: 72, aspect: 1, draw: diamond, mark: [-0.21, 0.29, 0.42] }),
  phone: figure({
    w: 128,
    figureHeight: 72,
    aspect: 40 / 72,
    draw: (w, h) => phone(w, h, { radius: h / 9, bar: [0.3, 64 / 72, 0.4] }),
    mark: [-12 / 72, 20 / 72, 24 / 72],
  }),
  person: figure({ w: 144, figureHeight: 72, aspect: 0.72, draw: person, mark: [0.185, -0.023, 0.545] }),
  bell: figure({ w: 128, figureHeight: 64, aspect: 0.9, draw: bell, mark: null }),
  shield: figure({ w: 128, figureHeight: 72, aspect: 0.86, draw: shield, mark: [-0.22, 0.28, 0.44] }),
}
