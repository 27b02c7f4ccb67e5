import type { TLRecord, TLShape, TLStore } from '@tldraw/tlschema'
import { type Editor, Mat } from 'tldraw'
import { MAX_AROUND } from './repairParents.ts'

/**
 * Keeps this person's own edits from putting more frames and groups around a shape than the repair lets stand,
 * or what they put there would jump to the page. What is put in too deep stays where it was; what is drawn or
 * pasted too deep goes into the nearest frame or group with room, at the same spot. Undone by the result.
 */
export function limitNesting(editor: Editor): () => void {
  const { sideEffects, groupShapes } = editor
  const stopCreating = sideEffects.registerBeforeCreateHandler('shape', (shape) => lifted(editor, shape))
  const stopChanging = sideEffects.registerBeforeChangeHandler('shape', (before, after) => {
    if (after.parentId === before.parentId || fits(editor, after.parentId, [after.id])) return after
    const { parentId, x, y, rotation, index } = before
    return { ...after, parentId, x, y, rotation, index }
  })
  editor.groupShapes = function limited(this: Editor, shapes: TLShape[] | TLShape['id'][], options) {
    const ids = shapes.map((shape) => (typeof shape === 'string' ? shape : shape.id))
    const outer = this.findCommonAncestor(ids)
    if (outer && !fits(this, outer, ids, 1)) return this
    return groupShapes.call(this, ids, options)
  }
  return () => {
    stopCreating()
    stopChanging()
    editor.groupShapes = groupShapes
  }
}

/** Whether there is room for shapes in a parent, with what is in them, and with so many more around them. */
function fits(editor: Editor, parentId: TLRecord['id'], ids: TLShape['id'][], more = 0): boolean {
  const above = around(editor.store, parentId)
  return above === 0 || above + more + Math.max(...ids.map((id) => height(editor, id))) <= MAX_AROUND
}

/** How many frames and groups are around what is in this parent. */
function around(store: TLStore, parentId: TLRecord['id']): number {
  let count = 0
  for (let record = store.get(parentId); record?.typeName === 'shape' && count <= MAX_AROUND; count += 1) {
    record = store.get(record.parentId)
  }
  return count
}

/** How many shapes lie in each other in a shape. */
function height(editor: Editor, id: TLShape['id']): number {
  const children = editor.getSortedChildIdsForParent(id)
  return children.length === 0 ? 0 : 1 + Math.max(...children.map((child) => height(editor, child)))
}

function lifted(editor: Editor, shape: TLShape): TLShape {
  let next = shape
  while (around(editor.store, next.parentId) > MAX_AROUND) {
    const parent = editor.store.get(next.parentId)
    if (parent?.typeName !== 'shape') break
    const { x, y, rotation } = Mat.Decompose(Mat.Compose(placeOf(parent), placeOf(next)))
    const { parentId } = parent
    next = { ...next, parentId, x, y, rotation, index: editor.getHighestIndexForParent(parentId) }
  }
  return next
}

const placeOf = ({ x, y, rotation }: TLShape) => Mat.Identity().translate(x, y).rotate(rotation)
