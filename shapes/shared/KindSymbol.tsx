import type { ComponentKind } from '../catalog/kind.ts'
import { MarkDrawing } from './MarkDrawing.tsx'
import { groupColours } from './palette.ts'
import { smallOutlines } from './smallOutlines.ts'

const GRID_PX = 24
const MARK_STROKE = 1.25
/** Of the usual strokes, where the symbol is shown many times its size. */
const LARGE_WEIGHT = 0.4

interface Props {
  readonly kind: ComponentKind
  readonly size?: number
  /** Shown many times its size: thinner strokes, and the mark with all that is in it. */
  readonly isLarge?: boolean
}

/** A kind as the palette and lists show it: beside its name, so hidden from screen readers. */
export function KindSymbol({ kind, size = GRID_PX, isLarge = false }: Props) {
  const { x, y, drawing, mark, stroke, dash, ghostDash } = smallOutlines[kind.outline]
  const colours = groupColours(kind.group)
  const weight = isLarge ? LARGE_WEIGHT : 1
  const line = { fill: 'none', stroke: colours.stroke, strokeWidth: stroke * weight }
  return (
    <svg width={size} height={size} viewBox={`0 0 ${GRID_PX} ${GRID_PX}`} aria-hidden="true">
      <g strokeLinecap="round" strokeLinejoin="round" transform={`translate(${x} ${y})`}>
        {drawing.behind && <path d={drawing.behind} {...line} strokeDasharray={ghostDash} />}
        <path d={drawing.body.d} {...line} style={{ fill: colours.wash }} strokeDasharray={dash} />
        {drawing.tint && <path d={drawing.tint} fill={colours.stroke} fillOpacity={0.22} />}
        {drawing.lines && <path d={drawing.lines} {...line} />}
        {mark && (
          <MarkDrawing
            mark={isLarge ? kind.mark : (kind.smallMark ?? kind.mark)}
            at={{ x: mark[0], y: mark[1] }}
            scale={mark[2]}
            colours={colours}
            stroke={MARK_STROKE * weight}
          />
        )}
      </g>
    </svg>
  )
}
