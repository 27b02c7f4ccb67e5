import { useEditor, useValue } from 'tldraw'
import { boardDialog } from '../../canvas/boardDialog.ts'
import { QuickInsertBox } from './QuickInsertBox.tsx'

/** The box that puts a typed component on the board; shown while it is asked for. */
export function QuickInsert() {
  const editor = useEditor()
  const isOpen = useValue('quick insert is open', () => boardDialog(editor).get() === 'quick-insert', [
    editor,
  ])
  return isOpen ? <QuickInsertBox /> : null
}
