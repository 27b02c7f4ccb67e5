import { HTMLContainer, type TLShape, useEditor, useValue } from 'tldraw'
import type { PanelAction } from './layout.ts'
import { makeEdit } from './makeEdit.ts'

interface PanelActionsProps {
  readonly shape: TLShape
  readonly actions: readonly PanelAction[]
  readonly isEditing: boolean
}

/** What can be pressed on a panel, by whoever may draw and has nothing else in hand. */
export function PanelActions({ shape, actions, isEditing }: PanelActionsProps) {
  const editor = useEditor()
  const canPress = useValue(
    'panel can be pressed',
    () => !editor.getIsReadonly() && editor.getCurrentToolId() === 'select',
    [editor],
  )
  const shown = canPress ? actions.filter(({ isAlways }) => isAlways || isEditing) : []
  if (shown.length === 0) return null
  return (
    <HTMLContainer className="panel-fields">
      {shown.map(({ label, box, press, text, isPressed }) => (
        <button
          key={label}
          type="button"
          className={text === undefined ? 'panel-action' : 'panel-action panel-action-shown'}
          aria-label={label}
          aria-pressed={isPressed}
          title={label}
          style={{ left: box.x, top: box.y, width: box.w, height: box.h }}
          onPointerDown={(event) => {
            // Kept from the canvas, and from the input that is edited, which saves when it goes away.
            event.stopPropagation()
            event.preventDefault()
          }}
          onClick={() => makeEdit(editor, shape.id, press())}
        >
          {text}
        </button>
      ))}
    </HTMLContainer>
  )
}
