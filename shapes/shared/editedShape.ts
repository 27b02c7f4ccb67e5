import { atom, type Editor, react, type Signal, type TLShapeId, unsafe__withoutCapture } from 'tldraw'

const edited = new WeakMap<Editor, Signal<TLShapeId | null>>()

/**
 * The shape that is edited. A value of its own: what tldraw says of it hangs on the state of the whole editor, and
 * every link that asked there would be asked again whenever the pointer or the camera moves.
 */
export function editedShape(editor: Editor): Signal<TLShapeId | null> {
  const known = edited.get(editor)
  if (known) return known
  const id = unsafe__withoutCapture(() => follow(editor))
  edited.set(editor, id)
  return id
}

function follow(editor: Editor): Signal<TLShapeId | null> {
  const id = atom<TLShapeId | null>('edited shape', editor.getEditingShapeId())
  editor.disposables.add(react('follow what is edited', () => id.set(editor.getEditingShapeId())))
  return id
}
