import { useEffect } from 'react'
import { useEditor, useToasts, useValue } from 'tldraw'
import { boardSays } from '../../shapes/shared/boardSays.ts'

/** Shows what commands could not do, as tldraw shows such things. */
export function BoardToast() {
  const editor = useEditor()
  const title = useValue('board says', () => boardSays(editor).get(), [editor])
  const { addToast } = useToasts()
  useEffect(() => {
    if (title === null) return
    addToast({ id: 'board-says', title, severity: 'info' })
    boardSays(editor).set(null)
  }, [editor, title, addToast])
  return null
}
