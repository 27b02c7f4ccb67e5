import { Rectangle2d, resizeBox, ShapeUtil, type SvgExportContext, type TLResizeInfo } from 'tldraw'
import { editedField, editField, leaveFields } from '../shared/panel/fieldEditing.ts'
import { panelFontFaces } from '../shared/panel/fontFaces.ts'
import { fieldAt } from '../shared/panel/layout.ts'
import { PanelDrawing } from '../shared/panel/PanelDrawing.tsx'
import { PanelShape } from '../shared/panel/PanelShape.tsx'
import { funnelDefaults } from './defaults.ts'
import { funnelLayout } from './layout.ts'
import { funnelMigrations } from './migrations.ts'
import { FUNNEL, type FunnelShape, funnelProps } from './schema.ts'

const MIN_WIDTH = 520
const MIN_HEIGHT = 300

export class FunnelUtil extends ShapeUtil<FunnelShape> {
  static override type = FUNNEL
  static override props = funnelProps
  static override migrations = funnelMigrations

  override getDefaultProps() {
    return funnelDefaults()
  }

  override canEdit() {
    return true
  }

  override getFontFaces() {
    return panelFontFaces
  }

  override getText({ props }: FunnelShape) {
    return props.label
  }

  override getAriaDescriptor({ props }: FunnelShape) {
    return props.label === 'Funnel' ? props.label : `Funnel: ${props.label}`
  }

  override getGeometry({ props }: FunnelShape) {
    const { w, h } = funnelLayout(props)
    return new Rectangle2d({ width: w, height: h, isFilled: true })
  }

  override onResize(shape: FunnelShape, info: TLResizeInfo<FunnelShape>) {
    const { w, h } = funnelLayout(info.initialShape.props)
    const initial = { ...info.initialShape, props: { ...info.initialShape.props, w, h } }
    return resizeBox(
      shape,
      { ...info, initialShape: initial },
      { minWidth: MIN_WIDTH, minHeight: MIN_HEIGHT },
    )
  }

  override onDoubleClick(shape: FunnelShape) {
    const point = this.editor.getPointInShapeSpace(shape, this.editor.inputs.currentPagePoint)
    const field = fieldAt(funnelLayout(shape.props), point)
    if (field) editField(shape.id, field.path)
  }

  override onEditStart(shape: FunnelShape) {
    const first = funnelLayout(shape.props).fields[0]
    if (first && editedField(shape.id) === null) editField(shape.id, first.path)
  }

  override onEditEnd(shape: FunnelShape) {
    leaveFields(shape.id)
  }

  override indicator({ props }: FunnelShape) {
    const { w, h } = funnelLayout(props)
    return <rect width={w} height={h} rx={10} />
  }

  override component(shape: FunnelShape) {
    return <PanelShape shape={shape} layout={funnelLayout(shape.props)} />
  }

  override toSvg({ props }: FunnelShape, { isDarkMode }: SvgExportContext) {
    return <PanelDrawing layout={funnelLayout(props)} theme={isDarkMode ? 'dark' : 'light'} />
  }
}
