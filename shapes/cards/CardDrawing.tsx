import type { Detail } from '../shared/detail.ts'
import type { Theme } from '../shared/palette.ts'
import { drawStroke } from '../shared/panel/drawStroke.tsx'
import { toneColour as colour, drawText } from '../shared/panel/drawText.tsx'
import { type PanelLayout, TITLE } from '../shared/panel/layout.ts'

export const CARD_RADIUS = 8

interface CardDrawingProps {
  readonly layout: PanelLayout
  /** For exports: literal colours of that theme instead of the style sheet's. */
  readonly theme?: Theme
  /** How much of it can be made out. */
  readonly detail?: Detail
}

/** A card as SVG: a sheet, then what its layout says. */
export function CardDrawing({ layout, theme, detail = 'all' }: CardDrawingProps) {
  const { w, h, strokes, texts } = layout
  const box = { width: w, height: h, rx: CARD_RADIUS }
  const isAll = detail === 'all'
  return (
    <>
      <rect {...box} y={1.5} fill={colour('ink', theme)} opacity={0.08} />
      <rect {...box} fill={colour('panel', theme)} />
      {strokes.map((stroke) => (isAll || !stroke.isDetail ? drawStroke(stroke, theme) : null))}
      {texts
        .filter(({ font }) => isAll || (detail === 'names' && font === TITLE))
        .map((text) => drawText(text, theme))}
      <rect {...box} fill="none" stroke={colour('line', theme)} />
    </>
  )
}
