import type { Editor } from 'tldraw'
import { perEditor } from './perEditor.ts'

export type BoardDialog = 'quick-insert' | 'connect' | 'shortcuts'

/** Which of the board's dialogs is open. */
export const boardDialog = perEditor<BoardDialog | null>('board dialog', null)

export function openDialog(editor: Editor, dialog: BoardDialog): void {
  if (editor.getEditingShapeId()) editor.complete()
  boardDialog(editor).set(dialog)
}

/** Closes the dialog and gives the keys back to the canvas. */
export function closeDialog(editor: Editor): void {
  boardDialog(editor).set(null)
  focusCanvas(editor)
}

/** Lets the next key press reach the canvas. */
export function focusCanvas(editor: Editor): void {
  editor.updateInstanceState({ isFocused: true })
  editor.getContainer().focus({ preventScroll: true })
}
