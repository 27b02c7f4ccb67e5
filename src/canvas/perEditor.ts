import { type Atom, atom, type Editor } from 'tldraw'

/** A value that each editor has for itself, which components may watch. */
export function perEditor<T>(name: string, initial: T): (editor: Editor) => Atom<T> {
  const atoms = new WeakMap<Editor, Atom<T>>()
  return (editor) => {
    const known = atoms.get(editor)
    if (known) return known
    const made = atom(name, initial)
    atoms.set(editor, made)
    return made
  }
}
