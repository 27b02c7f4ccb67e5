import type { Editor, VecLike } from 'tldraw'
import { perEditor } from './perEditor.ts'
import type { Side } from './place.ts'

export type BoardDialog =
  | 'quick-insert'
  | 'connect'
  | 'replace'
  | 'shortcuts'
  | 'import-design'
  | 'start-clock'

/** Which of the board's dialogs is open. */
export const boardDialog = perEditor<BoardDialog | null>('board dialog', null)

/** The side of the selection that quick insert begins with. */
export const insertSide = perEditor<Side>('insert side', 'right')

/** Whether the page can show what a design file would add. */
export const takesDesigns = perEditor<boolean>('takes designs', false)

/** The file that the dialog of that name begins with; null: it asks for one. */
export const designFile = perEditor<File | null>('design file', null)

/** Where on the page quick insert puts something; null: beside the selection, or where there is room. */
export const insertSpot = perEditor<VecLike | null>('insert spot', null)

/** Opens quick insert for that place, to be joined to the selection. */
export function insertAtSpot(editor: Editor, side: Side, spot: VecLike): void {
  insertSpot(editor).set(spot)
  insertAtSide(editor, side)
}

/** Opens quick insert for that side of the selection. */
export function insertAtSide(editor: Editor, side: Side): void {
  insertSide(editor).set(side)
  openDialog(editor, 'quick-insert')
}

/** Shows what that design file would add, or asks for one. False: not here. */
export function importDesign(editor: Editor, file: File | null = null): boolean {
  if (editor.getIsReadonly() || !takesDesigns(editor).get()) return false
  designFile(editor).set(file)
  openDialog(editor, 'import-design')
  return true
}

export function openDialog(editor: Editor, dialog: BoardDialog): void {
  if (editor.getEditingShapeId()) editor.complete()
  boardDialog(editor).set(dialog)
}

/** Closes the dialog and gives the keys back to the canvas. */
export function closeDialog(editor: Editor): void {
  leaveDialog(editor)
  focusCanvas(editor)
}

/** Closes the dialog because the focus has gone elsewhere. */
export function leaveDialog(editor: Editor): void {
  boardDialog(editor).set(null)
  insertSide(editor).set('right')
  insertSpot(editor).set(null)
  designFile(editor).set(null)
}

/** Lets the next key press reach the canvas. */
export function focusCanvas(editor: Editor): void {
  editor.updateInstanceState({ isFocused: true })
  editor.getContainer().focus({ preventScroll: true })
}
