import type { TLShapeId } from '@tldraw/tlschema'
import type { Editor } from 'tldraw'
import { dragInternals } from './internals.ts'
import { type Change, hasOtherParent } from './showInStore.ts'

/**
 * Ends what this person is doing with a shape that is about to vanish or to get another parent. Without it
 * tldraw's drag and resize throw when an arrow is gone, and a reparented shape jumps.
 */
export function guardGesture(editor: Editor, { puts, removes }: Change) {
  const editing = editor.getEditingShapeId()
  const cropping = editor.getCroppingShapeId()
  const isAtRest = /(^|\.)idle$/.test(editor.getPath()) && !editing && !cropping
  if (isAtRest) return
  leaveFrame(editor, removes)
  const moved = puts.filter((put) => hasOtherParent(editor.store, put))
  // Most edits only change values: whatever is in hand, and be it the whole board, they end nothing.
  if (removes.length === 0 && moved.length === 0) return
  const hot = inHand(editor)
  if (!removes.some((id) => hot.has(id)) && !moved.some(({ id }) => hot.has(id))) return
  if (editing) {
    const wasTyping = editor.isIn('select.editing_shape')
    const isGone = removes.includes(editing) || removes.includes(editor.getCurrentPageId())
    if (wasTyping && !isGone) return
    stopEditing(editor)
    if (wasTyping) return
  }
  editor.cancel()
  if (cropping && removes.includes(cropping)) {
    editor.setCroppingShape(null)
    editor.setCurrentTool('select.idle')
  }
}

/** A drag over a frame that vanishes goes on over what is below: 3.15.6 would tell the frame that it is left, and throw. */
function leaveFrame(editor: Editor, removes: Change['removes']) {
  const drag = dragInternals(editor)
  const over = drag?.prevDraggingOverShape
  if (drag && over && removes.includes(over.id)) drag.prevDraggingOverShape = undefined
}

function stopEditing(editor: Editor) {
  editor.setEditingShape(null)
  if (editor.isIn('select.editing_shape')) editor.setCurrentTool('select.idle')
}

/** Everything a gesture may touch: what is selected, erased, edited or cropped, what is in it and around it, and the page. */
function inHand(editor: Editor): Set<string> {
  const group = editor.getFocusedGroupId()
  const held = [
    ...editor.getSelectedShapeIds(),
    ...editor.getErasingShapeIds(),
    editor.getEditingShapeId(),
    editor.getCroppingShapeId(),
    group,
  ].filter((id): id is TLShapeId => id?.startsWith('shape:') ?? false)
  const hot = new Set<string>([...held, editor.getCurrentPageId()])
  for (const id of held) {
    for (const parent of editor.getShapeAncestors(id)) hot.add(parent.id)
    editor.visitDescendants(id, (child) => {
      hot.add(child)
    })
  }
  return hot
}
