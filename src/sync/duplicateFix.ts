import type { TLShape } from '@tldraw/tlschema'
import type { Editor } from 'tldraw'

/**
 * Lets tldraw put bound arrows where it wants them before it duplicates: 3.15.6 throws, and takes the editor
 * down, for one that is not above its targets, which merging can cause. Undone by the result.
 */
export function fixDuplicate(editor: Editor, flush: () => void): () => void {
  const { duplicateShapes } = editor
  editor.duplicateShapes = function fixed(this: Editor, shapes, offset) {
    // An undo may just have put back a shape whose place is taken, or an empty group; flushing runs the repair.
    flush()
    const ids = shapes.map((shape) => (typeof shape === 'string' ? shape : shape.id))
    const present = () => ids.filter((id) => this.getShape(id))
    for (const id of this.getShapeAndDescendantIds(present())) {
      const shape = this.getShape(id)
      if (shape?.type === 'arrow' && this.getBindingsFromShape(id, 'arrow').length > 0) replace(this, shape)
    }
    // A group that loses its arrow may have dissolved.
    return duplicateShapes.call(this, present(), offset)
  }
  return () => {
    editor.duplicateShapes = duplicateShapes
  }
}

/** Changes an arrow and changes it back: tldraw looks at its place after any change. */
function replace({ store }: Editor, shape: TLShape) {
  const { meta } = shape
  store.put([{ ...shape, meta: { ...meta, replaced: true } }])
  const placed = store.get(shape.id)
  if (placed) store.put([{ ...placed, meta }])
}
