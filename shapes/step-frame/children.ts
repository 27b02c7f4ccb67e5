import type { Editor, TLDragShapesOverInfo, TLShape } from 'tldraw'
import { STEP_FRAME, type StepFrameShape } from './schema.ts'

interface Drag {
  readonly frame: StepFrameShape
  readonly dragged: readonly TLShape[]
  readonly info: TLDragShapesOverInfo
}

/**
 * Makes dragged shapes children of the frame; another step's frame stays beside it. A shape that is only
 * dragged within its frame, or out and back, keeps its place in the order.
 */
export function takeShapes(editor: Editor, { frame, dragged, info }: Drag) {
  const taken = dragged.filter(({ id, type }) => type !== STEP_FRAME && !editor.hasAncestor(frame, id))
  if (taken.every(({ parentId }) => parentId === frame.id)) return
  const returning = taken.filter(({ id }) => info.initialParentIds.get(id) === frame.id)
  const present = editor.getSortedChildIdsForParent(frame).map((id) => editor.getShape(id)?.index)
  const isPlaceFree = returning.every((shape) => !present.includes(shape.index))
  editor.reparentShapes([...taken], frame.id)
  if (!isPlaceFree) return
  for (const { id, type } of returning) editor.updateShape({ id, type, index: info.initialIndices.get(id) })
}
