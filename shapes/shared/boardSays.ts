import { type Atom, atom, type Editor } from 'tldraw'

const said = new WeakMap<Editor, Atom<string | null>>()

/** A sentence for the person at the board, about what could not be done; the canvas shows it. */
export function boardSays(editor: Editor): Atom<string | null> {
  const known = said.get(editor)
  if (known) return known
  const made = atom<string | null>('board says', null)
  said.set(editor, made)
  return made
}
