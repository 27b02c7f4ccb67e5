import { useEffect, useState } from 'react'
import type { Editor } from 'tldraw'
import { boardDialog } from '../../canvas/boardDialog.ts'

const ASKS_FOR_MS = 3_000

/**
 * Escape pressed twice while it has nothing else to do on the board: nothing is selected, edited or open.
 * Returns whether the first press came, and the second is waited for.
 */
export function useDoubleEscape(editor: Editor | null, onTwice: () => void): boolean {
  const [isAsking, setAsking] = useState(false)
  useEffect(() => {
    if (!isAsking) return
    const timer = setTimeout(() => setAsking(false), ASKS_FOR_MS)
    return () => clearTimeout(timer)
  }, [isAsking])
  useEffect(() => {
    if (!editor) return
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.key !== 'Escape' || event.repeat || !isFree(editor, event.target)) return setAsking(false)
      if (isAsking) onTwice()
      setAsking(!isAsking)
    }
    // Before tldraw, which would take the selection away and make every Escape free.
    window.addEventListener('keydown', onKeyDown, { capture: true })
    return () => window.removeEventListener('keydown', onKeyDown, { capture: true })
  }, [editor, isAsking, onTwice])
  return isAsking
}

function isFree(editor: Editor, target: EventTarget | null): boolean {
  if (boardDialog(editor).get() !== null || editor.menus.hasAnyOpenMenus()) return false
  if (target instanceof Element && target.closest('input, textarea, select, [role="dialog"], [role="menu"]'))
    return false
  return editor.isIn('select.idle') && editor.getSelectedShapeIds().length === 0
}
