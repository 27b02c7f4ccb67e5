import { transact } from '@tldraw/state'
import type { Editor } from 'tldraw'
import { applyStep } from './applyStep.ts'
import { reverseStep, type Step, stepOf, touchesBoard } from './historyStep.ts'
import { historyInternals, withoutHistory } from './internals.ts'
import { addStep, mergeSteps } from './mergeSteps.ts'
import { pushDone, splitAtMark, type Taken, takeRedo, takeUndo } from './takeSteps.ts'

/**
 * Makes an editor's undo one per person and per property: it takes back what this person wrote where nobody
 * has written since, and nothing else. tldraw's own puts whole records back, others' edits of them included.
 *
 * The history object and its atoms stay, so that whatever shows whether there is something to undo stays
 * right. What was recorded before is forgotten, here and by the result, which puts tldraw's history back.
 *
 * @param onPassedOver called when a step had nothing left to take back or do again, and the next was taken
 */
export function installPropertyHistory(editor: Editor, onPassedOver: () => void = () => {}): () => void {
  const history = historyInternals(editor)
  const { pendingDiff } = history
  const { _undo, redo, squashToMark, getNumUndos } = history
  const { apply, clear } = pendingDiff
  history.clear()

  const pending: Step = new Map()
  pendingDiff.apply = (changes) => {
    addStep(pending, stepOf(editor.store, changes))
    pendingDiff.isEmptyAtom.set(pending.size === 0)
  }
  pendingDiff.clear = () => {
    const step = new Map(pending)
    pending.clear()
    pendingDiff.isEmptyAtom.set(true)
    return step
  }
  history._undo = ({ pushToRedoStack, toMark }) => {
    const passed = unrecorded(editor, () => undo(editor, pushToRedoStack, toMark))
    if (passed) onPassedOver()
    return history
  }
  history.redo = () => {
    if (unrecorded(editor, () => redoStep(editor))) onPassedOver()
    return history
  }
  history.squashToMark = (id) => {
    squash(editor, id)
    return history
  }
  // A mark with nothing above it is nothing to undo: 3.15.6 sets one at every Escape.
  history.getNumUndos = () => (hasStep(editor) ? getNumUndos.call(history) : 0)
  return () => {
    Object.assign(history, { _undo, redo, squashToMark, getNumUndos })
    Object.assign(pendingDiff, { apply, clear })
    history.clear()
  }
}

function hasStep(editor: Editor): boolean {
  const { stacks, pendingDiff } = historyInternals(editor)
  let { undos } = stacks.get()
  while (undos.head?.type === 'stop') undos = undos.tail
  return undos.head !== null || !pendingDiff.isEmptyAtom.get()
}

function unrecorded(editor: Editor, run: () => boolean): boolean {
  let result = false
  withoutHistory(editor, () => {
    result = transact(run)
  })
  return result
}

/** Takes back one step, or all down to a mark. True if steps were passed over. An unknown mark changes nothing. */
function undo(editor: Editor, isRedoable: boolean, toMark: string | undefined): boolean {
  const history = historyInternals(editor)
  let { undos, redos } = history.stacks.get()
  if (toMark !== undefined && !splitAtMark(undos, toMark)) return false
  let hasPassed = false
  for (;;) {
    const taken: Taken = takeUndo(undos, history.pendingDiff.clear(), toMark)
    undos = taken.rest
    const done = applyStep(editor, reverseStep(taken.step))
    if (isRedoable) redos = pushDone(redos, taken, reverseStep(done))
    // Only a person's own undo goes on: what ends a gesture must not reach beyond it.
    if (!isRedoable || !isOvertaken(editor, taken.step, done)) break
    hasPassed = true
  }
  history.stacks.set({ undos, redos })
  return hasPassed
}

/** Does again what the last undo really took back. True if steps were passed over. */
function redoStep(editor: Editor): boolean {
  const history = historyInternals(editor)
  history.flushPendingDiff()
  let { undos, redos } = history.stacks.get()
  let hasPassed = false
  for (;;) {
    const taken: Taken = takeRedo(redos)
    redos = taken.rest
    const done = applyStep(editor, taken.step)
    undos = pushDone(undos, taken, done)
    if (!isOvertaken(editor, taken.step, done)) break
    hasPassed = true
  }
  history.stacks.set({ undos, redos })
  return hasPassed
}

/** Whether others have changed all that a step did to the board. */
function isOvertaken({ store }: Editor, step: Step, done: Step): boolean {
  return touchesBoard(store, step) && !touchesBoard(store, done)
}

/** Makes one step of everything since a mark. */
function squash(editor: Editor, id: string) {
  const { stacks } = historyInternals(editor)
  const { undos, redos } = stacks.get()
  const split = splitAtMark(undos, id)
  if (!split || split.steps.length === 0) return
  const diff = mergeSteps(split.steps)
  stacks.set({ undos: diff.size > 0 ? split.rest.push({ type: 'diff', diff }) : split.rest, redos })
}
