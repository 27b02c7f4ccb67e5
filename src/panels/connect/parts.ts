import type { Editor, TLShape, TLShapeId } from 'tldraw'
import { frameAround, insertableOf, isPart, nameOf } from '../../canvas/boardShapes.ts'
import type { Insertable } from '../../canvas/insertables.ts'
import type { Searchable } from '../../canvas/search.ts'

/** A component or composite on the board, as one looks for it. */
export interface Part extends Searchable {
  readonly id: TLShapeId
  readonly insertable: Insertable | undefined
  /** Its kind and the step it stands in. */
  readonly detail: string
}

export function partOf(editor: Editor, shape: TLShape): Part {
  const insertable = insertableOf(shape)
  const frame = frameAround(editor, shape)
  const kind = insertable?.name ?? ''
  return {
    id: shape.id,
    name: nameOf(shape),
    synonyms: insertable ? [kind, insertable.code, ...insertable.synonyms] : [],
    code: '',
    insertable,
    detail: [kind, frame && nameOf(frame)].filter(Boolean).join(' · '),
  }
}

/** What can be linked on the board, nearest to the given shapes first. */
export function partsNear(editor: Editor, from: readonly TLShapeId[]): Part[] {
  const [first] = from
  const start = (first && editor.getShapePageBounds(first)?.center) ?? editor.getViewportPageBounds().center
  const away = (shape: TLShape) => editor.getShapePageBounds(shape)?.center.dist(start) ?? 0
  return editor
    .getCurrentPageShapesSorted()
    .filter((shape) => isPart(shape) && !from.includes(shape.id))
    .sort((a, b) => away(a) - away(b))
    .map((shape) => partOf(editor, shape))
}
