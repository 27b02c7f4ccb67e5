import { Suspense, useEffect } from 'react'
import { type Editor, useEditor, useValue } from 'tldraw'
import { boardDialog, closeDialog, takesDesigns } from '../../canvas/boardDialog.ts'
import { Dialog } from '../../look/Dialog.tsx'
import { later } from '../../look/later.tsx'

const ImportDialog = later(() => import('./ImportDialog.tsx').then((file) => file.ImportDialog), NotLoaded)

/** Shows what a design file would put on the board; shown while it is asked for. */
export function ImportDesign() {
  const editor = useEditor()
  const isOpen = useValue('import is open', () => boardDialog(editor).get() === 'import-design', [editor])
  useEffect(() => {
    takesDesigns(editor).set(true)
    return () => void takesDesigns(editor).set(false)
  }, [editor])
  const isReadonly = useValue('import only looks', () => editor.getIsReadonly(), [editor])
  useEffect(() => {
    if (isOpen && isReadonly) closeDialog(editor)
  }, [editor, isOpen, isReadonly])
  return <Suspense>{isOpen && !isReadonly && <ImportDialog editor={editor} />}</Suspense>
}

function NotLoaded({ editor }: { editor: Editor }) {
  return (
    <Dialog title="Import design" onClose={() => closeDialog(editor)}>
      <p role="alert">This did not load. Reload the page to try again.</p>
    </Dialog>
  )
}
