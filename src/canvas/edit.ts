import type { Editor, JsonObject, TLShapeId } from 'tldraw'
import { type Leaf, withLeaves } from '../../shapes/shared/panel/leaf.ts'

/**
 * Writes one leaf of a shape's properties, e.g. `values.p99` or `stages.s1.itemsOut`, in one undo step of its
 * own. Undefined takes the leaf away. What others wrote to the shape meanwhile stays.
 */
export function setLeaf(editor: Editor, id: TLShapeId, path: string, value: unknown): void {
  editLeaves(editor, id, [[path, value]])
}

/** Writes several leaves of a shape in one undo step; see {@link setLeaf}. */
export function editLeaves(editor: Editor, id: TLShapeId, leaves: readonly Leaf[]): void {
  const shape = editor.getShape(id)
  if (!shape || editor.getIsReadonly()) return
  const props = withLeaves<object>(shape.props, leaves)
  editor.markHistoryStoppingPoint('edit property')
  editor.updateShape({ id, type: shape.type, props: changed(shape.props, props) })
}

/** Writes entries of a shape's `meta` in one undo step; null takes an entry's meaning away. */
export function setMeta(editor: Editor, id: TLShapeId, entries: JsonObject): void {
  const shape = editor.getShape(id)
  if (!shape) return
  editor.markHistoryStoppingPoint('edit link')
  editor.updateShape({ id, type: shape.type, meta: { ...shape.meta, ...entries } })
}

function changed(before: object, after: object): object {
  const old = before as Record<string, unknown>
  return Object.fromEntries(Object.entries(after).filter(([key, value]) => old[key] !== value))
}
