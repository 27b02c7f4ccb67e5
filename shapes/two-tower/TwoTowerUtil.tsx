import { Rectangle2d, resizeBox, ShapeUtil, type SvgExportContext, type TLResizeInfo } from 'tldraw'
import { editedField, editField, leaveFields } from '../shared/panel/fieldEditing.ts'
import { panelFontFaces } from '../shared/panel/fontFaces.ts'
import { fieldAt } from '../shared/panel/layout.ts'
import { PanelDrawing } from '../shared/panel/PanelDrawing.tsx'
import { PanelShape } from '../shared/panel/PanelShape.tsx'
import { twoTowerDefaults } from './defaults.ts'
import { TWO_TOWER_MIN, twoTowerLayout } from './layout.ts'
import { TWO_TOWER, type TwoTowerShape, twoTowerMigrations, twoTowerProps } from './schema.ts'

export class TwoTowerUtil extends ShapeUtil<TwoTowerShape> {
  static override type = TWO_TOWER
  static override props = twoTowerProps
  static override migrations = twoTowerMigrations

  override getDefaultProps() {
    return twoTowerDefaults()
  }

  override canEdit() {
    return true
  }

  override getFontFaces() {
    return panelFontFaces
  }

  override getText({ props }: TwoTowerShape) {
    return props.label
  }

  override getAriaDescriptor({ props }: TwoTowerShape) {
    const name = 'Two-tower model'
    return props.label === twoTowerDefaults().label ? name : `${name}: ${props.label}`
  }

  override getGeometry({ props }: TwoTowerShape) {
    const { w, h } = twoTowerLayout(props)
    return new Rectangle2d({ width: w, height: h, isFilled: true })
  }

  override onResize(shape: TwoTowerShape, info: TLResizeInfo<TwoTowerShape>) {
    const { w, h } = twoTowerLayout(info.initialShape.props)
    const initial = { ...info.initialShape, props: { ...info.initialShape.props, w, h } }
    return resizeBox(
      shape,
      { ...info, initialShape: initial },
      { minWidth: TWO_TOWER_MIN.w, minHeight: TWO_TOWER_MIN.h },
    )
  }

  override onDoubleClick(shape: TwoTowerShape) {
    const point = this.editor.getPointInShapeSpace(shape, this.editor.inputs.currentPagePoint)
    const field = fieldAt(twoTowerLayout(shape.props), point)
    if (field) editField(shape.id, field.path)
  }

  override onEditStart(shape: TwoTowerShape) {
    const first = twoTowerLayout(shape.props).fields[0]
    if (first && editedField(shape.id) === null) editField(shape.id, first.path)
  }

  override onEditEnd(shape: TwoTowerShape) {
    leaveFields(shape.id)
  }

  override indicator({ props }: TwoTowerShape) {
    const { w, h } = twoTowerLayout(props)
    return <rect width={w} height={h} rx={10} />
  }

  override component(shape: TwoTowerShape) {
    return <PanelShape shape={shape} layout={twoTowerLayout(shape.props)} />
  }

  override toSvg({ props }: TwoTowerShape, { isDarkMode }: SvgExportContext) {
    return <PanelDrawing layout={twoTowerLayout(props)} theme={isDarkMode ? 'dark' : 'light'} />
  }
}
