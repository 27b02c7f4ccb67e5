import {
  type Geometry2d,
  Group2d,
  Polygon2d,
  resizeBox,
  ShapeUtil,
  SVGContainer,
  type SvgExportContext,
  type TLResizeInfo,
  useIsEditing,
  Vec,
} from 'tldraw'
import { useDetail } from '../shared/detail.ts'
import { boardFontFaces } from '../shared/fontFaces.ts'
import { FIGURE_TEXT } from '../shared/outlines.ts'
import { ComponentDrawing } from './ComponentDrawing.tsx'
import { componentDefaults } from './defaults.ts'
import { FigureGeometry } from './FigureGeometry.ts'
import { LabelInput } from './LabelInput.tsx'
import { layoutComponent } from './layout.ts'
import { COMPONENT, type ComponentShape, componentMigrations, componentProps } from './schema.ts'

/** What tldraw itself would make of one, without being told a kind. */
const PLAIN_KIND = 'service'

export class ComponentUtil extends ShapeUtil<ComponentShape> {
  static override type = COMPONENT
  static override props = componentProps
  static override migrations = componentMigrations

  override getDefaultProps() {
    return componentDefaults(PLAIN_KIND)
  }

  override canEdit() {
    return true
  }

  override isAspectRatioLocked({ props }: ComponentShape) {
    return layoutComponent(props).outline.isFigure
  }

  override getText({ props }: ComponentShape) {
    return props.label
  }

  override getAriaDescriptor({ props }: ComponentShape) {
    const name = layoutComponent(props).kind?.name ?? props.kind
    return props.label === name ? name : `${name}: ${props.label}`
  }

  override getFontFaces() {
    return boardFontFaces
  }

  /** The true outline. Only in a group does tldraw look for hits outside of the bounds, at the text of a figure. */
  override getGeometry({ props }: ComponentShape): Geometry2d {
    const layout = layoutComponent(props)
    if (layout.outline.isFigure) return new Group2d({ children: [new FigureGeometry(layout)] })
    return new Polygon2d({ points: layout.dock.map(Vec.From), isFilled: true })
  }

  /** Resizes what is seen: a shape that its text made higher starts from there, a figure without its text. */
  override onResize(_shape: ComponentShape, info: TLResizeInfo<ComponentShape>) {
    const { props } = info.initialShape
    const { outline, w, h } = layoutComponent(props)
    const below = outline.isFigure ? FIGURE_TEXT : 0
    const start = outline.isFigure ? props.h - below : h
    const initialShape = { ...info.initialShape, props: { ...props, w, h: start } }
    const minHeight = outline.min.h - below
    const minWidth = outline.isFigure ? (w * minHeight) / start : outline.min.w
    const resized = resizeBox(initialShape, { ...info, initialShape }, { minWidth, minHeight })
    return { x: resized.x, y: resized.y, props: { w: resized.props.w, h: resized.props.h + below } }
  }

  override onEditEnd({ id, props }: ComponentShape) {
    const label = props.label.trim() || (layoutComponent(props).kind?.name ?? props.kind)
    if (label !== props.label) this.editor.updateShape({ id, type: COMPONENT, props: { label } })
  }

  override indicator({ props }: ComponentShape) {
    const { drawing } = layoutComponent(props)
    return <path d={drawing.body.d} transform={`translate(${drawing.offsetX} 0)`} />
  }

  override component(shape: ComponentShape) {
    return <ComponentOnBoard shape={shape} />
  }

  override toSvg({ props }: ComponentShape, { isDarkMode }: SvgExportContext) {
    return (
      <g strokeLinecap="round" strokeLinejoin="round">
        <ComponentDrawing layout={layoutComponent(props)} theme={isDarkMode ? 'dark' : 'light'} />
      </g>
    )
  }
}

function ComponentOnBoard({ shape }: { shape: ComponentShape }) {
  const detail = useDetail()
  const isEditing = useIsEditing(shape.id)
  const layout = layoutComponent(shape.props)
  return (
    <>
      <SVGContainer>
        <ComponentDrawing layout={layout} detail={detail} isEditing={isEditing} />
      </SVGContainer>
      {isEditing && <LabelInput shape={shape} layout={layout} />}
    </>
  )
}
