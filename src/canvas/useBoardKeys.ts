import { useEffect } from 'react'
import type { Editor } from 'tldraw'
import { starterRequests } from '../../shapes/shared/starter.ts'
import { boardDialog, focusCanvas } from './boardDialog.ts'
import { runCommand } from './commands.ts'
import { insert } from './insert.ts'
import { findInsertable } from './insertables.ts'
import { type KeyBinding, type KeyResult, readPress } from './keys.ts'
import { perEditor } from './perEditor.ts'

/** Whether the leader was pressed and a key of ours comes next. */
export const leaderWaits = perEditor('leader waits', false)

/** Makes the keys of ours and the starter buttons of empty frames work while the board is shown. */
export function useBoardKeys(editor: Editor): void {
  useEffect(() => listenToKeys(editor), [editor])
  useEffect(() => answerStarters(editor), [editor])
}

/** Puts into a frame what its starter buttons ask for. Returns how to stop. */
export function answerStarters(editor: Editor): () => void {
  return starterRequests.listen(({ frame, kind }) => {
    const insertable = findInsertable(kind)
    if (!insertable) return
    insert(editor, insertable, { inside: frame })
    // The button that was pressed goes away, and would take the keys along.
    focusCanvas(editor)
  })
}

/** Listens before tldraw does, so that the key after the leader never picks a tool. Returns how to stop. */
export function listenToKeys(editor: Editor): () => void {
  const waits = leaderWaits(editor)
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.isComposing || isModifier(event.key) || isElsewhere(editor, event.target)) return
    const result = readPress(event, waits.get())
    if (result.kind === 'pass' || !mayAct(editor, event, result)) return
    const isDone = result.kind !== 'command' || run(editor, event, result.binding)
    if (!isDone && !waits.get()) return
    event.preventDefault()
    event.stopImmediatePropagation()
    waits.set(result.kind === 'wait')
  }
  const stopWaiting = () => waits.set(false)
  window.addEventListener('keydown', onKeyDown, { capture: true })
  window.addEventListener('pointerdown', stopWaiting, { capture: true })
  window.addEventListener('blur', stopWaiting)
  return () => {
    window.removeEventListener('keydown', onKeyDown, { capture: true })
    window.removeEventListener('pointerdown', stopWaiting, { capture: true })
    window.removeEventListener('blur', stopWaiting)
  }
}

/** Does what the key is for. False: it found nothing to do, and tldraw has a use for that key. */
function run(editor: Editor, event: KeyboardEvent, binding: KeyBinding): boolean {
  if (event.repeat && !binding.repeats) return true
  if (binding.edits && editor.getIsReadonly()) return true
  const isDone = runCommand(editor, binding.id)
  return isDone || binding.orElse === undefined
}

/** Whether the press is meant for the board and not for a text being typed. */
function mayAct(editor: Editor, event: KeyboardEvent, result: KeyResult): boolean {
  if (result.kind === 'command' && result.binding.whileTyping) return true
  return !isTextField(event.target) && editor.getEditingShapeId() === null
}

function isModifier(key: string): boolean {
  return key === 'Shift' || key === 'Control' || key === 'Alt' || key === 'Meta' || key === 'AltGraph'
}

/** In a dialog or menu, whose keys are its own. */
function isElsewhere(editor: Editor, target: EventTarget | null): boolean {
  if (boardDialog(editor).get() !== null || editor.menus.hasAnyOpenMenus()) return true
  return target instanceof Element && target.closest('dialog, [role="dialog"], [role="menu"]') !== null
}

function isTextField(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false
  if (target instanceof HTMLInputElement) return !['checkbox', 'radio', 'button'].includes(target.type)
  return target.isContentEditable || target.matches('textarea, select')
}
