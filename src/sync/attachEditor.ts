import type { Editor } from 'tldraw'
import { fixDuplicate } from './duplicateFix.ts'
import { guardGesture } from './guardGesture.ts'
import { withoutHistory } from './internals.ts'
import { limitNesting } from './nestingLimit.ts'
import { fixPaste } from './pasteFix.ts'
import { installPropertyHistory } from './propertyHistory.ts'
import { type QuietKeys, quietKeys } from './quietKeys.ts'
import { fixResize } from './resizeFix.ts'
import type { Change } from './showInStore.ts'

/** The editor that draws the board, while there is one. */
export interface EditorHold {
  current: Editor | null
  /** Its keys. */
  keys?: QuietKeys
}

/**
 * Holds an editor, so that others' edits end its gestures where they must, and its undo takes back nothing of
 * theirs. `onPassedOver` hears of steps that an undo or redo had to leave out.
 */
export function attachEditor(
  editor: Editor,
  hold: EditorHold,
  flush: () => void,
  onPassedOver?: () => void,
): () => void {
  const uninstall = installPropertyHistory(editor, onPassedOver)
  const keys = quietKeys(editor)
  hold.current = editor
  hold.keys = keys
  const unfixDuplicate = fixDuplicate(editor, flush)
  const unfixPaste = fixPaste(editor)
  const unfixResize = fixResize(editor)
  const unlimitNesting = limitNesting(editor)
  return () => {
    keys.stop()
    unlimitNesting()
    unfixResize()
    unfixPaste()
    unfixDuplicate()
    uninstall()
    if (hold.current !== editor) return
    hold.current = null
    delete hold.keys
  }
}

/** Shows others' edits with `show`, gently for the editor that is held. */
export function around({ current: editor, keys }: EditorHold, change: Change, show: () => void) {
  if (!editor || editor.isDisposed) {
    show()
    return
  }
  keys?.watchField()
  try {
    guardGesture(editor, change)
  } catch (error) {
    // The edits have to be shown all the same, or this board would differ from the others' from now on.
    reportError(error)
  }
  withoutHistory(editor, show)
}
