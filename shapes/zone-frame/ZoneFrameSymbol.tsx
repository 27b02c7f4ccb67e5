import { MarkDrawing } from '../shared/MarkDrawing.tsx'
import { groupColours } from '../shared/palette.ts'
import { zoneFrameMark } from './marks.ts'
import type { ZoneFrameKind } from './schema.ts'

const GRID_PX = 24

/** A zone or cluster as the palette and lists show it: beside its name, so hidden from screen readers. */
export function ZoneFrameSymbol({ kind, size = GRID_PX }: { kind: ZoneFrameKind; size?: number }) {
  const isCluster = kind === 'k8s-cluster'
  const colours = isCluster ? groupColours('release') : { stroke: 'var(--ink-3)', wash: 'none' }
  const scale = isCluster ? 0.95 : 0.8
  const at = (21 - 12 * scale) / 2
  return (
    <svg width={size} height={size} viewBox={`0 0 ${GRID_PX} ${GRID_PX}`} aria-hidden="true">
      <g transform="translate(1.5 2.5)" strokeLinecap="round" strokeLinejoin="round">
        <rect
          width={21}
          height={19}
          rx={2.5}
          style={{ fill: colours.wash }}
          stroke={colours.stroke}
          strokeWidth={1.5}
          strokeDasharray="2.6 2"
        />
        <MarkDrawing
          mark={zoneFrameMark({ kind, zone: null })}
          at={{ x: at, y: at - 1 }}
          scale={scale}
          colours={colours}
          stroke={1.25}
        />
      </g>
    </svg>
  )
}
