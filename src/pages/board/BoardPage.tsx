import { useCallback, useState } from 'react'
import { createTLStore, defaultBindingUtils, defaultShapeUtils, type Editor, EditorProvider } from 'tldraw'
import { BoardCanvas } from './BoardCanvas.tsx'
import './board.css'

export function BoardPage({ room }: { room: string; token: string }) {
  const [store] = useState(() =>
    createTLStore({ id: room, shapeUtils: defaultShapeUtils, bindingUtils: defaultBindingUtils }),
  )
  const [editor, setEditor] = useState<Editor | null>(null)
  const onEditor = useCallback((mounted: Editor) => {
    setEditor(mounted)
    return () => setEditor(null)
  }, [])
  const onShortcuts = useCallback(() => {}, [])
  return (
    <div className="board">
      <header className="board-header" />
      {editor && (
        <EditorProvider editor={editor}>
          <aside className="board-left" />
          <aside className="board-right" />
        </EditorProvider>
      )}
      <main className="board-canvas">
        <BoardCanvas
          store={store}
          shapeUtils={[]}
          isReadonly={false}
          onEditor={onEditor}
          onShortcuts={onShortcuts}
        />
      </main>
    </div>
  )
}
