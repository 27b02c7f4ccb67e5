import type { Theme } from '../palette.ts'
import { toneColour as colour, drawText } from './drawText.tsx'
import { HEAD_PX, type PanelLayout, type PanelStroke } from './layout.ts'

const RADIUS = 10

interface PanelDrawingProps {
  readonly layout: PanelLayout
  /** For exports: literal colours of that theme instead of the style sheet's. */
  readonly theme?: Theme
  /** From afar: the outline and the figure, without text. */
  readonly isFar?: boolean
}

/** A composite as SVG: panel, head with symbol, then the layout's strokes and texts. */
export function PanelDrawing({ layout, theme, isFar = false }: PanelDrawingProps) {
  const { w, h } = layout
  const head = `M0 ${HEAD_PX}V${RADIUS}a${RADIUS} ${RADIUS} 0 0 1 ${RADIUS} ${-RADIUS}H${w - RADIUS}a${RADIUS} ${RADIUS} 0 0 1 ${RADIUS} ${RADIUS}V${HEAD_PX}z`
  return (
    <>
      <rect width={w} height={h} rx={RADIUS} fill={colour('panel', theme)} />
      <path d={head} fill={colour('sunken', theme)} />
      <path d={`M0 ${HEAD_PX}H${w}`} stroke={colour('line', theme)} />
      <g transform="translate(13 9)">{layout.symbol.map((stroke) => drawStroke(stroke, theme))}</g>
      {layout.strokes.map((stroke) => (isFar && stroke.isDetail ? null : drawStroke(stroke, theme)))}
      {isFar ? null : layout.texts.map((text) => drawText(text, theme))}
      <rect width={w} height={h} rx={RADIUS} fill="none" stroke={colour('group', theme)} strokeWidth={1.5} />
    </>
  )
}

function drawStroke({ d, fill, stroke, width = 1, dash, opacity }: PanelStroke, theme?: Theme) {
  return (
    <path
      key={`${d} ${stroke ?? fill}`}
      d={d}
      fill={fill ? colour(fill, theme) : 'none'}
      stroke={stroke ? colour(stroke, theme) : 'none'}
      strokeWidth={width}
      strokeDasharray={dash}
      strokeLinecap="round"
      strokeLinejoin="round"
      opacity={opacity}
    />
  )
}
