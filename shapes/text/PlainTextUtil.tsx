import {
  DefaultFontFamilies,
  FONT_SIZES,
  getDefaultColorTheme,
  type SvgExportContext,
  TextShapeUtil,
  type TLTextShape,
} from 'tldraw'
import { boardFontFaces } from '../shared/fontFaces.ts'
import { measureRuns } from './measureRuns.ts'

/** From the middle of a line down to its baseline, of the font size. */
const MIDDLE_TO_BASELINE = 0.35

const ALIGN = { start: 'start', middle: 'center', end: 'end' } as const

/**
 * tldraw's text, exported as SVG text. Its own export embeds HTML, which most programs that open an SVG
 * leave out. Lists and highlights keep tldraw's export: SVG text has no such things.
 */
export class PlainTextUtil extends TextShapeUtil {
  override getFontFaces(shape: TLTextShape) {
    return shape.props.font === 'sans' ? boardFontFaces : super.getFontFaces(shape)
  }

  override toSvg(shape: TLTextShape, context: SvgExportContext) {
    const { props } = shape
    if (!isText(props.richText)) return super.toSvg(shape, context)
    const size = FONT_SIZES[props.size]
    const family = familyOf(props)
    const { width } = this.editor.getShapeGeometry(shape).bounds
    const runs = measureRuns(this.editor, {
      richText: props.richText,
      width: width / props.scale,
      size,
      family,
      align: ALIGN[props.textAlign as keyof typeof ALIGN] ?? 'start',
    })
    return (
      <text
        fontFamily={family}
        fontSize={size}
        fill={getDefaultColorTheme(context)[props.color].solid}
        style={{ whiteSpace: 'pre' }}
      >
        {runs.map(({ text, x, middle, weight, style }) => (
          <tspan
            key={`${x} ${middle}`}
            x={x}
            y={middle + size * MIDDLE_TO_BASELINE}
            fontWeight={weight}
            fontStyle={style}
          >
            {text}
          </tspan>
        ))}
      </text>
    )
  }
}

/** On the board, tldraw's "sans" is the type of everything else. */
function familyOf({ font }: TLTextShape['props']): string {
  return font === 'sans' ? "'IBM Plex Sans', sans-serif" : DefaultFontFamilies[font]
}

interface RichNode {
  readonly type?: string
  readonly marks?: readonly { readonly type?: string }[]
  readonly content?: unknown
}

const NODES = new Set(['doc', 'paragraph', 'text', 'hardBreak', 'heading'])
const MARKS = new Set(['bold', 'italic', 'link', 'code'])

function isText({ type, marks = [], content }: RichNode): boolean {
  if (!NODES.has(type ?? '') || marks.some((mark) => !MARKS.has(mark.type ?? ''))) return false
  return !Array.isArray(content) || content.every(isText)
}
