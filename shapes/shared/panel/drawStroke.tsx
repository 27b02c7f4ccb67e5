import type { Theme } from '../palette.ts'
import { toneColour as colour } from './drawText.tsx'
import type { PanelStroke } from './layout.ts'

/** A stroke of a panel as SVG. */
export function drawStroke({ d, at, fill, stroke, width = 1, dash, opacity }: PanelStroke, theme?: Theme) {
  return (
    <path
      key={`${d} ${stroke ?? fill}`}
      d={d}
      transform={at && `translate(${at.x} ${at.y})`}
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
