import { type Editor, Mat, type MatModel, type TLRecord, type TLShape } from 'tldraw'

/** tldraw's rounding makes rotations that are the same differ by less. */
const SAME_ROTATION = 1e-6

/** The coordinates at which a shape stays where it is on the page, in another parent: one of the store or of `coming`. */
export function placeIn(
  editor: Editor,
  shape: TLShape,
  parentId: string,
  coming: ReadonlyMap<string, TLRecord>,
): { x: number; y: number; rotation: number } | undefined {
  const there = pageTransform(editor, parentId, coming)
  if (!there) return undefined
  const { x, y, rotation } = Mat.Decompose(
    Mat.Compose(Mat.Inverse(there), editor.getShapePageTransform(shape)),
  )
  const isTurned = Math.abs(rotation - shape.rotation) > SAME_ROTATION
  return { x, y, rotation: isTurned ? rotation : shape.rotation }
}

function pageTransform(
  editor: Editor,
  id: string,
  coming: ReadonlyMap<string, TLRecord>,
): MatModel | undefined {
  const record = coming.get(id) ?? editor.store.get(id as TLRecord['id'])
  if (record?.typeName === 'page') return Mat.Identity()
  if (record?.typeName !== 'shape') return undefined
  if (!coming.has(id)) return editor.getShapePageTransform(record)
  const above = pageTransform(editor, record.parentId, coming)
  return above && Mat.Compose(above, Mat.Identity().translate(record.x, record.y).rotate(record.rotation))
}
