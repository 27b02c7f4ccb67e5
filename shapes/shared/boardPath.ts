import { type Atom, atom, type Editor } from 'tldraw'
import { NO_PATH, type SlowestPath } from '../../src/domain/estimate/slowestPath.ts'

const paths = new WeakMap<Editor, Atom<SlowestPath>>()

/** The slowest call path of a board: the canvas, which knows what the board means, sets it; shapes show it. */
export function boardPath(editor: Editor): Atom<SlowestPath> {
  const known = paths.get(editor)
  if (known) return known
  const made = atom('the slowest call path', NO_PATH)
  paths.set(editor, made)
  return made
}
