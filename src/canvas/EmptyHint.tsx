import { useEditor, useValue } from 'tldraw'

/** What to do first, while there is nothing on the board. */
export function EmptyHint() {
  const editor = useEditor()
  const isEmpty = useValue('board is empty', () => editor.getCurrentPageShapeIds().size === 0, [editor])
  const isReadonly = useValue('hint is for drawing', () => editor.getIsReadonly(), [editor])
  if (!isEmpty) return null
  return (
    <div className="empty-hint">
      {isReadonly ? (
        <p>Nothing is drawn yet.</p>
      ) : (
        <>
          <p>
            Press <kbd>Ctrl K</kbd> and type a component.
          </p>
          <p>
            Press its <kbd>+</kbd> to link the next.
          </p>
          <p>
            <kbd>?</kbd> lists every key.
          </p>
        </>
      )}
    </div>
  )
}
