import type { Detail } from '../detail.ts'
import type { Theme } from '../palette.ts'
import { drawStroke } from './drawStroke.tsx'
import { toneColour as colour, drawText } from './drawText.tsx'
import { HEAD_PX, type PanelLayout, type PanelText, STRONG, TITLE } from './layout.ts'

const RADIUS = 10

interface PanelDrawingProps {
  readonly layout: PanelLayout
  /** For exports: literal colours of that theme instead of the style sheet's. */
  readonly theme?: Theme
  /** How much of it can be made out. */
  readonly detail?: Detail
}

/** A composite as SVG: panel, head with symbol, then the layout's strokes and texts. */
export function PanelDrawing({ layout, theme, detail = 'all' }: PanelDrawingProps) {
  const { w, h } = layout
  const head = `M0 ${HEAD_PX}V${RADIUS}a${RADIUS} ${RADIUS} 0 0 1 ${RADIUS} ${-RADIUS}H${w - RADIUS}a${RADIUS} ${RADIUS} 0 0 1 ${RADIUS} ${RADIUS}V${HEAD_PX}z`
  return (
    <>
      <rect width={w} height={h} rx={RADIUS} fill={colour('panel', theme)} />
      <path d={head} fill={colour('sunken', theme)} />
      <path d={`M0 ${HEAD_PX}H${w}`} stroke={colour('line', theme)} />
      <g transform="translate(13 9)">{layout.symbol.map((stroke) => drawStroke(stroke, theme))}</g>
      {layout.strokes.map((stroke) =>
        detail !== 'all' && stroke.isDetail ? null : drawStroke(stroke, theme),
      )}
      {shownOf(layout.texts, detail).map((shown) => drawText(shown, theme))}
      <rect width={w} height={h} rx={RADIUS} fill="none" stroke={colour('group', theme)} strokeWidth={1.5} />
    </>
  )
}

/** Names are the title and what stands in the font of parts' names. */
function shownOf(texts: readonly PanelText[], detail: Detail): readonly PanelText[] {
  if (detail === 'all') return texts
  return detail !== 'names' ? [] : texts.filter(({ font }) => font === TITLE || font === STRONG)
}
