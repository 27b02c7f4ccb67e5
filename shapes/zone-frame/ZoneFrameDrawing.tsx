import { MarkDrawing } from '../shared/MarkDrawing.tsx'
import { groupColours, type Theme, tokenColour } from '../shared/palette.ts'
import { drawText } from '../shared/panel/drawText.tsx'
import { MARK, zoneFrameLayout } from './layout.ts'
import { zoneFrameMark } from './marks.ts'
import type { ZoneFrameProps } from './schema.ts'

interface Props {
  readonly props: ZoneFrameProps
  /** Literal colours of a theme, for exports. */
  readonly theme?: Theme
  /** Shown too small for small text. */
  readonly isFar?: boolean
}

/**
 * A dashed frame with its mark and name. Nothing is painted inside, so that links and their labels look there
 * as they do elsewhere. A cluster has its group's colour; a zone says where, not what, and has none.
 */
export function ZoneFrameDrawing({ props, theme, isFar }: Props) {
  const { w, h, name, figure, farName } = zoneFrameLayout(props)
  const isCluster = props.kind === 'k8s-cluster'
  const group = groupColours('release', theme)
  const quiet = { stroke: tokenColour('ink-3', theme), wash: tokenColour('panel', theme) }
  return (
    <g strokeLinecap="round" strokeLinejoin="round">
      <rect
        width={w}
        height={h}
        rx={10}
        fill="none"
        stroke={isCluster ? group.stroke : tokenColour('line-2', theme)}
        strokeWidth={isCluster ? 2 : 1.5}
        strokeDasharray="7 5"
      />
      <MarkDrawing
        mark={zoneFrameMark(props)}
        at={MARK}
        scale={MARK.size / 12}
        colours={isCluster ? group : quiet}
        stroke={1.75}
      />
      {isFar && farName ? drawText(farName, theme) : drawText(name, theme)}
      {!isFar && drawText(figure, theme)}
    </g>
  )
}
