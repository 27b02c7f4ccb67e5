import { embedShapeMigrations, embedShapeProps, type TLEmbedShape } from '@tldraw/tlschema'
import { BaseBoxShapeUtil, SVGContainer } from 'tldraw'
import { type Theme, tokenColour } from '../shared/palette.ts'
import { fontStyle } from '../shared/panel/fontStyle.ts'
import { linesOf, QUIET } from '../shared/panel/layout.ts'

/**
 * An embed that embeds nothing: its address as text. Boards from elsewhere may hold embeds, and a board must
 * fetch nothing from other hosts.
 */
export class InertEmbedUtil extends BaseBoxShapeUtil<TLEmbedShape> {
  static override type = 'embed' as const
  static override props = embedShapeProps
  static override migrations = embedShapeMigrations

  override getDefaultProps(): TLEmbedShape['props'] {
    return { w: 300, h: 80, url: '' }
  }

  override getText({ props }: TLEmbedShape) {
    return props.url
  }

  override indicator({ props }: TLEmbedShape) {
    return <rect width={props.w} height={props.h} rx={8} />
  }

  override component({ props }: TLEmbedShape) {
    return <SVGContainer>{draw(props)}</SVGContainer>
  }

  override toSvg({ props }: TLEmbedShape, { isDarkMode }: { isDarkMode: boolean }) {
    return draw(props, isDarkMode ? 'dark' : 'light')
  }
}

function draw({ w, h, url }: TLEmbedShape['props'], theme?: Theme) {
  const lines = linesOf(url, w - 24, QUIET).map((line, i) => ({ line, y: 24 + i * QUIET.lineHeight }))
  return (
    <>
      <rect
        width={w}
        height={h}
        rx={8}
        fill={tokenColour('panel', theme)}
        stroke={tokenColour('line-2', theme)}
      />
      <text fill={tokenColour('ink-2', theme)} style={fontStyle(QUIET)}>
        {lines.map(({ line, y }) => (
          <tspan key={y} x={12} y={y}>
            {line}
          </tspan>
        ))}
      </text>
    </>
  )
}
