import type { GroupId } from '../../../src/domain/kinds.ts'
import { groupColours, type Theme, tokenColour } from '../palette.ts'
import { fontStyle } from './fontStyle.ts'
import type { PanelText, PanelTone } from './layout.ts'

/** Composites are models. */
const GROUP: GroupId = 'models'

/** The colour of a tone, as `tokenColour` has it. */
export function toneColour(tone: PanelTone, theme?: Theme): string {
  switch (tone) {
    case 'group':
      return groupColours(GROUP, theme).stroke
    case 'wash':
      return groupColours(GROUP, theme).wash
    case 'storage':
    case 'serving':
      return groupColours(tone, theme).stroke
    case 'storage-wash':
      return groupColours('storage', theme).wash
    case 'serving-wash':
      return groupColours('serving', theme).wash
    default:
      return tokenColour(tone, theme)
  }
}

/** Lines of text as one SVG text. */
export function drawText({ x, y, lines, font, anchor, tone }: PanelText, theme?: Theme) {
  const style = fontStyle(font)
  return (
    <text key={`${x} ${y}`} x={x} y={y} textAnchor={anchor} fill={toneColour(tone, theme)} style={style}>
      {lines
        .map((line, i) => ({ line, at: y + i * font.lineHeight }))
        .map(({ line, at }) => (
          <tspan key={at} x={x} y={at}>
            {line}
          </tspan>
        ))}
    </text>
  )
}
