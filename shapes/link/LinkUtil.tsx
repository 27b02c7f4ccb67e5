import {
  ArrowShapeKindStyle,
  ArrowShapeUtil,
  type Editor,
  Group2d,
  getDefaultColorTheme,
  Polyline2d,
  Rectangle2d,
  SVGContainer,
  type SvgExportContext,
  type TLArrowShape,
  Vec,
} from 'tldraw'
import { useDetail } from '../shared/detail.ts'
import { editedShape } from '../shared/editedShape.ts'
import { boardFontFaces } from '../shared/fontFaces.ts'
import { type Theme, tokenColour } from '../shared/palette.ts'
import { type LinkColours, LinkDrawing, type LinkPicture, linkPaths } from './LinkDrawing.tsx'
import { LinkLabelEditor } from './LinkLabelEditor.tsx'
import { labelText, linkLabel } from './label.ts'
import { quietBindings } from './quietBindings.ts'
import { linkRoute } from './route.ts'
import { linkMeta } from './schema.ts'
import { LINK_STROKES } from './strokes.ts'

const LABEL_MARGIN_PX = 4

// tldraw takes the kind of a new arrow from its style, not from the shape's default properties.
ArrowShapeKindStyle.setDefaultValue('elbow')

/**
 * tldraw's arrow, drawn in the links' grammar: the mode is in the line and the head. Binding, routing,
 * handles and dragging are tldraw's own; its sizes, dashes and fonts mean nothing here.
 */
export class LinkUtil extends ArrowShapeUtil {
  constructor(editor: Editor) {
    super(editor)
    quietBindings(editor)
  }

  override getDefaultProps(): TLArrowShape['props'] {
    return { ...super.getDefaultProps(), kind: 'elbow', dash: 'solid', size: 's', font: 'sans' }
  }

  override getAriaDescriptor({ props, meta }: TLArrowShape) {
    const { mode, seq } = linkMeta(meta)
    const order = seq === undefined ? '' : `, number ${seq}`
    return `${mode} link${order}: ${labelText(props.text, linkMeta(meta)) || 'no label'}`
  }

  /** A label nobody moved goes where there is room, so nothing is set when it is first written. */
  override onEditStart() {}

  override getFontFaces() {
    return boardFontFaces
  }

  override getGeometry(shape: TLArrowShape) {
    const picture = this.picture(shape)
    if (!picture) return super.getGeometry(shape)
    const body = new Polyline2d({ points: picture.points.map(Vec.From) })
    const { label } = picture
    if (!label || !this.showsLabel(shape)) return new Group2d({ children: [body] })
    const { x, y, w, h } = label.box
    const m = LABEL_MARGIN_PX
    const around = { x: x - m, y: y - m, width: w + 2 * m, height: h + 2 * m }
    return new Group2d({ children: [body, new Rectangle2d({ ...around, isFilled: true, isLabel: true })] })
  }

  override component(shape: TLArrowShape) {
    const picture = this.picture(shape)
    if (!picture) return null
    const isEditing = editedShape(this.editor).get() === shape.id
    const shown =
      isEditing && picture.label ? { ...picture, label: { ...picture.label, lines: [] } } : picture
    return (
      <>
        <SVGContainer style={{ minWidth: 50, minHeight: 50 }}>
          <LinkOnBoard picture={shown} colours={this.colours(shape)} />
        </SVGContainer>
        {isEditing && picture.label && <LinkLabelEditor link={shape} label={picture.label} />}
      </>
    )
  }

  override indicator(shape: TLArrowShape) {
    const picture = this.picture(shape)
    if (!picture) return null
    const { line, heads } = linkPaths(picture)
    return <path d={[line, ...heads].join('')} fill="none" />
  }

  override toSvg(shape: TLArrowShape, { isDarkMode }: SvgExportContext) {
    const picture = this.picture(shape)
    if (!picture) return <g />
    return <LinkDrawing picture={picture} colours={this.colours(shape, isDarkMode ? 'dark' : 'light')} />
  }

  private showsLabel(shape: TLArrowShape): boolean {
    return shape.props.text.trim() !== '' || editedShape(this.editor).get() === shape.id
  }

  private picture(shape: TLArrowShape): LinkPicture | null {
    const points = linkRoute(this.editor, shape)
    if (!points) return null
    const { text, labelPosition, arrowheadStart, arrowheadEnd } = shape.props
    const meta = linkMeta(shape.meta)
    return {
      points,
      stroke: LINK_STROKES[meta.mode],
      hasStartHead: arrowheadStart !== 'none',
      hasEndHead: arrowheadEnd !== 'none',
      label: linkLabel(points, labelText(text, meta), { position: labelPosition, seq: meta.seq }),
      seq: meta.seq,
    }
  }

  /** Ink, or the colour that somebody chose; an optional link is lighter, besides saying so. */
  private colours({ props, meta }: TLArrowShape, theme?: Theme): LinkColours {
    const { mode, optional } = linkMeta(meta)
    const isDarkMode = theme ? theme === 'dark' : this.editor.user.getIsDarkMode()
    const own = tokenColour(optional ? 'line-2' : LINK_STROKES[mode].tone, theme)
    const line = props.color === 'black' ? own : getDefaultColorTheme({ isDarkMode })[props.color].solid
    return { line, text: tokenColour('ink-2', theme), canvas: tokenColour('canvas', theme) }
  }
}

/** From afar, without what nobody could make out. */
function LinkOnBoard({ picture, colours }: { picture: LinkPicture; colours: LinkColours }) {
  const detail = useDetail()
  if (detail === 'all') return <LinkDrawing picture={picture} colours={colours} />
  const hasHeads = detail !== 'outlines'
  const { hasStartHead, hasEndHead } = picture
  const seen = { hasStartHead: hasHeads && hasStartHead, hasEndHead: hasHeads && hasEndHead, label: null }
  return <LinkDrawing picture={{ ...picture, ...seen }} colours={colours} />
}
