import { atom } from '@tldraw/state'
import type { TLShapeId } from '@tldraw/tlschema'

interface EditedField {
  readonly shape: TLShapeId
  readonly path: string
}

/** The one field of a composite or frame that this browser edits; nobody else sees it. */
const edited = atom<EditedField | null>('edited field', null)

/** The path of the field of that shape that is edited here; null where none is. */
export function editedField(shape: TLShapeId): string | null {
  const field = edited.get()
  return field?.shape === shape ? field.path : null
}

export function editField(shape: TLShapeId, path: string) {
  edited.set({ shape, path })
}

/** Forgets the field if it is that shape's. */
export function leaveFields(shape: TLShapeId) {
  if (edited.get()?.shape === shape) edited.set(null)
}
