import { Rectangle2d, resizeBox, ShapeUtil, type SvgExportContext, type TLResizeInfo } from 'tldraw'
import { editedField, editField, leaveFields } from '../shared/panel/fieldEditing.ts'
import { panelFontFaces } from '../shared/panel/fontFaces.ts'
import { fieldAt } from '../shared/panel/layout.ts'
import { PanelDrawing } from '../shared/panel/PanelDrawing.tsx'
import { PanelShape } from '../shared/panel/PanelShape.tsx'
import { layerStackDefaults } from './defaults.ts'
import { LAYER_STACK_MIN, layerStackLayout } from './layout.ts'
import { LAYER_STACK, type LayerStackShape, layerStackMigrations, layerStackProps } from './schema.ts'

export class LayerStackUtil extends ShapeUtil<LayerStackShape> {
  static override type = LAYER_STACK
  static override props = layerStackProps
  static override migrations = layerStackMigrations

  override getDefaultProps() {
    return layerStackDefaults()
  }

  override canEdit() {
    return true
  }

  override getFontFaces() {
    return panelFontFaces
  }

  override getText({ props }: LayerStackShape) {
    return props.label
  }

  override getAriaDescriptor({ props }: LayerStackShape) {
    const name = 'Layer stack'
    return props.label === layerStackDefaults().label ? name : `${name}: ${props.label}`
  }

  override getGeometry({ props }: LayerStackShape) {
    const { w, h } = layerStackLayout(props)
    return new Rectangle2d({ width: w, height: h, isFilled: true })
  }

  override onResize(shape: LayerStackShape, info: TLResizeInfo<LayerStackShape>) {
    const { w, h } = layerStackLayout(info.initialShape.props)
    const initial = { ...info.initialShape, props: { ...info.initialShape.props, w, h } }
    return resizeBox(
      shape,
      { ...info, initialShape: initial },
      { minWidth: LAYER_STACK_MIN.w, minHeight: LAYER_STACK_MIN.h },
    )
  }

  override onDoubleClick(shape: LayerStackShape) {
    const point = this.editor.getPointInShapeSpace(shape, this.editor.inputs.currentPagePoint)
    const field = fieldAt(layerStackLayout(shape.props), point)
    if (field) editField(shape.id, field.path)
  }

  override onEditStart(shape: LayerStackShape) {
    const first = layerStackLayout(shape.props).fields[0]
    if (first && editedField(shape.id) === null) editField(shape.id, first.path)
  }

  override onEditEnd(shape: LayerStackShape) {
    leaveFields(shape.id)
  }

  override indicator({ props }: LayerStackShape) {
    const { w, h } = layerStackLayout(props)
    return <rect width={w} height={h} rx={10} />
  }

  override component(shape: LayerStackShape) {
    return <PanelShape shape={shape} layout={layerStackLayout(shape.props)} />
  }

  override toSvg({ props }: LayerStackShape, { isDarkMode }: SvgExportContext) {
    return <PanelDrawing layout={layerStackLayout(props)} theme={isDarkMode ? 'dark' : 'light'} />
  }
}
