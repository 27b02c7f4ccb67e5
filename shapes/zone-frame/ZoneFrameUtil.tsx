import {
  BaseBoxShapeUtil,
  resizeBox,
  type SvgExportContext,
  type TLDragShapesOutInfo,
  type TLDragShapesOverInfo,
  type TLResizeInfo,
  type TLShape,
} from 'tldraw'
import { releaseShapes, takeShapes } from '../shared/frame/children.ts'
import { FrameGeometry } from '../shared/frame/FrameGeometry.ts'
import { editField, leaveFields } from '../shared/panel/fieldEditing.ts'
import { panelFontFaces } from '../shared/panel/fontFaces.ts'
import { zoneFrameDefaults } from './defaults.ts'
import { MIN_HEIGHT, MIN_WIDTH, zoneFrameLayout } from './layout.ts'
import { describeZoneFrame, zoneFrameName } from './names.ts'
import { ZONE_FRAME, type ZoneFrameShape, zoneFrameMigrations, zoneFrameProps } from './schema.ts'
import { ZoneFrame } from './ZoneFrame.tsx'
import { ZoneFrameDrawing } from './ZoneFrameDrawing.tsx'

export class ZoneFrameUtil extends BaseBoxShapeUtil<ZoneFrameShape> {
  static override type = ZONE_FRAME
  static override props = zoneFrameProps
  static override migrations = zoneFrameMigrations

  override getDefaultProps() {
    return zoneFrameDefaults('zone')
  }

  override canEdit() {
    return true
  }

  /** Links join what is inside; a frame would swallow ends meant for that. */
  override canBind() {
    return false
  }

  override canResizeChildren() {
    return false
  }

  override canReceiveNewChildrenOfType(shape: ZoneFrameShape) {
    return !shape.isLocked
  }

  override getFontFaces() {
    return panelFontFaces
  }

  override getText({ props }: ZoneFrameShape) {
    return zoneFrameName(props)
  }

  override getAriaDescriptor({ props }: ZoneFrameShape) {
    return describeZoneFrame(props)
  }

  override getGeometry({ props }: ZoneFrameShape) {
    return new FrameGeometry(zoneFrameLayout(props))
  }

  override onResize(shape: ZoneFrameShape, info: TLResizeInfo<ZoneFrameShape>) {
    return resizeBox(shape, info, { minWidth: MIN_WIDTH, minHeight: MIN_HEIGHT })
  }

  override onDragShapesIn(shape: ZoneFrameShape, dragged: TLShape[], info: TLDragShapesOverInfo) {
    takeShapes(this.editor, { frame: shape, dragged, info })
  }

  override onDragShapesOut(shape: ZoneFrameShape, dragged: TLShape[], info: TLDragShapesOutInfo) {
    releaseShapes(this.editor, { frame: shape, dragged, info })
  }

  override onEditStart(shape: ZoneFrameShape) {
    editField(shape.id, 'label')
  }

  override onEditEnd(shape: ZoneFrameShape) {
    leaveFields(shape.id)
  }

  override indicator({ props }: ZoneFrameShape) {
    const { w, h } = zoneFrameLayout(props)
    return <rect width={w} height={h} rx={10} />
  }

  override component(shape: ZoneFrameShape) {
    return <ZoneFrame shape={shape} />
  }

  override toSvg({ props }: ZoneFrameShape, { isDarkMode }: SvgExportContext) {
    return <ZoneFrameDrawing props={props} theme={isDarkMode ? 'dark' : 'light'} />
  }
}
