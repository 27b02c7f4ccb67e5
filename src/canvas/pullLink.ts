import {
  createShapeId,
  type Editor,
  react,
  StateNode,
  type TLArrowShape,
  type TLShape,
  type TLShapeId,
  unsafe__withoutCapture,
  type VecLike,
} from 'tldraw'
import { LINK } from '../../shapes/link/schema.ts'
import { insertAtSide, insertAtSpot } from './boardDialog.ts'
import { isPart } from './boardShapes.ts'
import { docked, linkEnds } from './connect.ts'
import { linkDirection } from './linkDirection.ts'
import { perEditor } from './perEditor.ts'
import type { Side } from './place.ts'

/** Dropped nearer to where it began, px on the screen, a pull was meant as a press. */
const PRESS_PX = 24
const PULLING = 'pulling_link'

interface Pull {
  readonly shape: TLShapeId
  readonly side: Side
}

interface Pulled extends Pull {
  readonly link: TLShapeId
  readonly mark: string
  /** Where it began, on the page. */
  readonly origin: VecLike
}

/** The link that is being pulled from a + now. */
const pulled = perEditor<Pulled | null>('pulled link', null)

/** A press on a +: let go there it asks what to put, moved away it draws a link, by tldraw's own dragging. */
class PullingLink extends StateNode {
  static override id = PULLING
  private pull: Pull | null = null

  override onEnter(pull: Pull) {
    this.pull = pull
  }

  override onPointerMove() {
    const { editor, pull } = this
    if (pull && editor.inputs.isDragging) drawLink(editor, pull)
  }

  override onPointerUp() {
    const { editor, pull } = this
    this.parent.transition('idle')
    if (pull) askBeside(editor, pull)
  }

  override onCancel() {
    this.parent.transition('idle')
  }

  override onInterrupt() {
    this.onCancel()
  }
}

/** Begins a pull; the pointer is pressed, and its events go to the canvas from now on. */
export function beginPull(editor: Editor, shape: TLShapeId, side: Side): void {
  editor.setCurrentTool(`select.${PULLING}`, { shape, side } satisfies Pull)
}

/** Asks for what to put beside the shape. */
export function askBeside(editor: Editor, { shape, side }: Pull): void {
  if (!editor.getShape(shape)) return
  editor.setSelectedShapes([shape])
  insertAtSide(editor, side)
}

/** Makes it possible to pull links out of the pluses. Returns how to stop. */
export function listenToPulls(editor: Editor): () => void {
  const select = editor.getStateDescendant('select')
  if (select && !select.children?.[PULLING]) select.addChild(PullingLink)
  return react('pulled link', () => {
    const pull = pulled(editor).get()
    if (!pull) return
    const isDragging = editor.isIn('select.dragging_handle')
    const isGone = !editor.getShape(pull.shape)
    unsafe__withoutCapture(() => {
      if (!isDragging) finish(editor, pull)
      // Not at once: within a friend's change, taking the link back would be taken for theirs and not be sent.
      else if (isGone) queueMicrotask(() => pulled(editor).get() === pull && editor.cancel())
    })
  })
}

function drawLink(editor: Editor, pull: Pull): void {
  const link = createShapeId()
  const { x, y } = editor.inputs.originPagePoint
  const isOut = linkDirection(pull.side) === 'out'
  const mark = editor.markHistoryStoppingPoint('pull link')
  editor.createShape<TLArrowShape>({ id: link, type: LINK, parentId: editor.getCurrentPageId(), x, y })
  editor.createBinding({
    type: 'arrow',
    fromId: link,
    toId: pull.shape,
    props: docked(isOut ? 'start' : 'end'),
  })
  const shape = editor.getShape<TLArrowShape>(link)
  const handle = shape && editor.getShapeHandles(shape)?.find(({ id }) => id === (isOut ? 'end' : 'start'))
  if (!handle) {
    editor.bailToMark(mark)
    editor.setCurrentTool('select.idle')
    return
  }
  editor.setCurrentTool('select.dragging_handle', {
    target: 'handle',
    shape,
    handle,
    isCreating: true,
    creatingMarkId: mark,
  })
  pulled(editor).set({ ...pull, link, mark, origin: { x, y } })
}

/** What was let go over nothing leaves no trace but the question what to put there. */
function finish(editor: Editor, pull: Pulled): void {
  pulled(editor).set(null)
  if (!editor.getShape(pull.link)) return
  const { from, to } = linkEnds(editor, pull.link)
  const spot = { ...editor.inputs.currentPagePoint }
  const other = from === pull.shape ? to : from
  if (other && other !== pull.shape) return
  editor.bailToMark(pull.mark)
  if (!editor.getShape(pull.shape)) return
  const isPress = editor.inputs.currentPagePoint.dist(pull.origin) * editor.getZoomLevel() < PRESS_PX
  if (isPress) askBeside(editor, pull)
  else if (!other) {
    editor.setSelectedShapes([pull.shape])
    insertAtSpot(editor, pull.side, spot)
  }
}

/** Whether links can be pulled out of a shape. */
export function canPull(editor: Editor, shape: TLShape): boolean {
  return isPart(shape) && !editor.getIsReadonly() && !editor.isShapeOrAncestorLocked(shape)
}
