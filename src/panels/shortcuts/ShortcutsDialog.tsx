import { Suspense } from 'react'
import { createPortal } from 'react-dom'
import { useEditor, useValue } from 'tldraw'
import { boardDialog, closeDialog } from '../../canvas/boardDialog.ts'
import { Dialog } from '../../look/Dialog.tsx'
import { later } from '../../look/later.tsx'

const Shortcuts = later(() => import('./Shortcuts.tsx').then((file) => file.Shortcuts), NotLoaded)

/** The keys, shown while they are asked for. */
export function ShortcutsDialog() {
  const editor = useEditor()
  const isOpen = useValue('shortcuts are open', () => boardDialog(editor).get() === 'shortcuts', [editor])
  // Outside tldraw's element, which would take Escape for itself.
  return isOpen
    ? createPortal(
        <Suspense>
          <Shortcuts />
        </Suspense>,
        document.body,
      )
    : null
}

function NotLoaded() {
  const editor = useEditor()
  return (
    <Dialog title="Keyboard shortcuts" onClose={() => closeDialog(editor)}>
      <p role="alert">The list did not load. Reload the page to try again.</p>
    </Dialog>
  )
}
