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
import { frameSize, HEAD_PX, MIN_HEIGHT, MIN_WIDTH } from './layout.ts'
import { FrameDrawing, StepFrame } from './StepFrame.tsx'
import {
  STEP_FRAME,
  type StepFrameShape,
  stepFrameDefaults,
  stepFrameMigrations,
  stepFrameProps,
} from './schema.ts'

export class StepFrameUtil extends BaseBoxShapeUtil<StepFrameShape> {
  static override type = STEP_FRAME
  static override props = stepFrameProps
  static override migrations = stepFrameMigrations

  override getDefaultProps() {
    return stepFrameDefaults
  }

  override canEdit() {
    return true
  }

  /** Links join components; a frame is where they are. */
  override canBind() {
    return false
  }

  override canResizeChildren() {
    return false
  }

  providesBackgroundForChildren() {
    return true
  }

  override canReceiveNewChildrenOfType(shape: StepFrameShape) {
    return !shape.isLocked
  }

  override getFontFaces() {
    return panelFontFaces
  }

  override getText({ props }: StepFrameShape) {
    return props.name
  }

  override getAriaDescriptor({ props }: StepFrameShape) {
    return `Step ${props.step}: ${props.name}`
  }

  override getGeometry({ props }: StepFrameShape) {
    return new FrameGeometry({ ...frameSize(props), head: HEAD_PX })
  }

  override onResize(shape: StepFrameShape, info: TLResizeInfo<StepFrameShape>) {
    return resizeBox(shape, info, { minWidth: MIN_WIDTH, minHeight: MIN_HEIGHT })
  }

  override onDragShapesIn(shape: StepFrameShape, dragged: TLShape[], info: TLDragShapesOverInfo) {
    takeShapes(this.editor, { frame: shape, dragged, info })
  }

  override onDragShapesOut(shape: StepFrameShape, dragged: TLShape[], info: TLDragShapesOutInfo) {
    releaseShapes(this.editor, { frame: shape, dragged, info })
  }

  override onEditStart(shape: StepFrameShape) {
    editField(shape.id, 'name')
  }

  override onEditEnd(shape: StepFrameShape) {
    leaveFields(shape.id)
  }

  override indicator({ props }: StepFrameShape) {
    const { w, h } = frameSize(props)
    return <rect width={w} height={h} rx={12} />
  }

  override component(shape: StepFrameShape) {
    return <StepFrame shape={shape} />
  }

  override toSvg(shape: StepFrameShape, { isDarkMode }: SvgExportContext) {
    const isEmpty = this.editor.getSortedChildIdsForParent(shape.id).length === 0
    return <FrameDrawing props={shape.props} isEmpty={isEmpty} theme={isDarkMode ? 'dark' : 'light'} />
  }
}
