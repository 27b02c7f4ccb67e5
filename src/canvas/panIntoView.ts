import { type Editor, Box as PageBox, type TLShapeId } from 'tldraw'
import { panBy, shift, shiftToFill } from '../../shapes/shared/panBy.ts'
import { takenBounds } from './footprint.ts'

/** Moves the view, at the same zoom, just as far as is needed to see the whole shape. */
export function panIntoView(editor: Editor, id: TLShapeId): void {
  const box = takenBounds(editor, id)
  if (box) panBy(editor, box, shift)
}

/** Moves the view, at the same zoom, just as far as is needed to see as much as it can hold of these shapes. */
export function panAllIntoView(editor: Editor, ids: readonly TLShapeId[]): void {
  const boxes = ids.flatMap((id) => takenBounds(editor, id) ?? [])
  if (boxes.length > 0) panBy(editor, PageBox.Common(boxes), shiftToFill)
}
