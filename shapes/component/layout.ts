import { findKind } from '../catalog/index.ts'
import type { ComponentKind } from '../catalog/kind.ts'
import { drawnLength, drawnText } from '../shared/bounds.ts'
import { oncePer } from '../shared/oncePer.ts'
import { type Outline, type OutlineDrawing, outlines, plainOutline } from '../shared/outlines.ts'
import type { Point } from '../shared/pen.ts'
import { FIGURE_FONT, LABEL_FONT, measureText, wrapText } from '../shared/text.ts'
import { keyFigure } from './keyFigure.ts'
import type { ComponentProps } from './schema.ts'

/** A component as it is drawn, in px from its top left corner. */
export interface ComponentLayout {
  /** Undefined for a kind that this version does not know: a plain box. */
  readonly kind: ComponentKind | undefined
  readonly outline: Outline
  readonly drawing: OutlineDrawing
  readonly w: number
  /** At least the stored height: a long label makes the shape higher. */
  readonly h: number
  readonly label: string
  readonly labelLines: readonly string[]
  readonly figure: string
  readonly figureLines: readonly string[]
  /** The box of label and figure. */
  readonly text: { readonly x: number; readonly y: number; readonly w: number; readonly h: number }
  /** The true outline, closed, on which links dock. */
  readonly dock: readonly Point[]
}

/** What the board draws for these properties. The same in every browser and in exports. */
export const layoutComponent = oncePer(computeLayout)

function computeLayout(props: ComponentProps): ComponentLayout {
  const { kind: kindId, values } = props
  const w = drawnLength(props.w)
  const label = drawnText(props.label)
  const kind = findKind(kindId)
  const outline = kind ? outlines[kind.outline] : plainOutline
  const textWidth = Math.max(outline.textWidth(w), LABEL_FONT.size)
  const labelLines = wrapText(label, textWidth, LABEL_FONT)
  const figure = drawnText(keyFigure(kind, values))
  const figureLines = figure === '' ? [] : wrapText(figure, textWidth, FIGURE_FONT)
  const textHeight = labelLines.length * LABEL_FONT.lineHeight + figureLines.length * FIGURE_FONT.lineHeight
  const h = outline.height(drawnLength(props.h), textHeight)
  const drawing = outline.draw(w, h, textHeight)
  const widest = Math.max(
    ...labelLines.map((line) => measureText(line, LABEL_FONT)),
    ...figureLines.map((line) => measureText(line, FIGURE_FONT)),
  )
  const { x, top, align } = drawing.text
  const left = align === 'middle' ? x - widest / 2 : x
  const dock = (drawing.dock ?? drawing.body.points).map((point) => ({
    ...point,
    x: point.x + drawing.offsetX,
  }))
  const text = { x: left, y: top, w: widest, h: textHeight }
  return { kind, outline, drawing, w, h, label, labelLines, figure, figureLines, text, dock }
}
