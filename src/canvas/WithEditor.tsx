import type { ReactNode } from 'react'
import { type Editor, EditorProvider } from 'tldraw'

/** What stands beside the canvas from the start, so that it has its size, but needs the editor for what is in it. */
export function WithEditor({ editor, children }: { editor: Editor | null; children: ReactNode }) {
  return editor && <EditorProvider editor={editor}>{children}</EditorProvider>
}
