import type { Editor, TLDragShapesOutInfo, TLDragShapesOverInfo, TLShape } from 'tldraw'
import { STEP_FRAME } from '../../step-frame/schema.ts'

interface Drag {
  readonly frame: TLShape
  readonly dragged: readonly TLShape[]
  readonly info: TLDragShapesOverInfo
}

/**
 * Makes dragged shapes children of the frame; a step's frame stays where it is, since steps hold all else. A shape that is only
 * dragged within its frame, or out and back, keeps its place in the order.
 */
export function takeShapes(editor: Editor, { frame, dragged, info }: Drag) {
  const taken = dragged.filter(
    ({ id, type }) => (type as string) !== STEP_FRAME && !editor.hasAncestor(frame, id),
  )
  if (taken.every(({ parentId }) => parentId === frame.id)) return
  const returning = taken.filter(({ id }) => info.initialParentIds.get(id) === frame.id)
  const present = editor.getSortedChildIdsForParent(frame).map((id) => editor.getShape(id)?.index)
  const isPlaceFree = returning.every((shape) => !present.includes(shape.index))
  editor.reparentShapes([...taken], frame.id)
  if (!isPlaceFree) return
  for (const { id, type } of returning) editor.updateShape({ id, type, index: info.initialIndices.get(id) })
}

/** Puts shapes that are dragged out of the frame, to no other, on the page. */
export function releaseShapes(
  editor: Editor,
  { frame, dragged, info }: Omit<Drag, 'info'> & { readonly info: TLDragShapesOutInfo },
) {
  if (info.nextDraggingOverShapeId) return
  const leaving = dragged.filter(({ parentId }) => parentId === frame.id)
  editor.reparentShapes(leaving, editor.getCurrentPageId())
}
