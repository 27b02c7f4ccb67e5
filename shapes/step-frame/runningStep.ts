import { type Atom, atom, type Editor } from 'tldraw'

/** Where the run of a board is, and how its time stands there. */
export interface RunningStep {
  readonly step: number
  /** `4:24 of 9:00` */
  readonly time: string
  readonly isOver: boolean
}

const steps = new WeakMap<Editor, Atom<RunningStep | null>>()

/** The step that a board's run is in, for its frame to show; null: in none. Each browser has it for itself. */
export function runningStep(editor: Editor): Atom<RunningStep | null> {
  const known = steps.get(editor)
  if (known) return known
  const made = atom<RunningStep | null>('running step', null)
  steps.set(editor, made)
  return made
}
