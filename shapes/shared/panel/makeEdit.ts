import type { Editor, TLShapeId } from 'tldraw'
import { editField } from './fieldEditing.ts'
import type { Edit } from './layout.ts'
import { withLeaves } from './leaf.ts'

/** Writes an edit of a panel in one undo step, over what others wrote meanwhile, and goes on in its field. */
export function makeEdit(editor: Editor, id: TLShapeId, { leaves, next }: Edit) {
  const now = editor.getShape(id)
  if (!now || editor.getIsReadonly()) return
  if (leaves.length > 0) {
    editor.markHistoryStoppingPoint('edit a panel')
    editor.updateShape({ id, type: now.type, props: withLeaves<object>(now.props, leaves) })
  }
  if (next === null) return
  if (editor.getEditingShapeId() !== id) {
    editor.setEditingShape(id)
    editor.setCurrentTool('select.editing_shape')
  }
  editField(id, next)
}
