import { type Editor, HTMLContainer, type TLShape, type TLShapeId, useEditor, useValue } from 'tldraw'
import type { Box, PanelAction, PanelLayout } from './layout.ts'
import { makeEdit } from './makeEdit.ts'

interface PanelActionsProps {
  readonly shape: TLShape
  readonly layout: PanelLayout
  readonly isEditing: boolean
}

/** What can be pressed on a panel, by whoever may draw and has nothing else in hand. */
export function PanelActions({ shape, layout, isEditing }: PanelActionsProps) {
  const editor = useEditor()
  const canPress = useValue(
    'panel can be pressed',
    () => !editor.getIsReadonly() && editor.getCurrentToolId() === 'select',
    [editor],
  )
  const isSelected = useValue('panel alone is selected', () => editor.getOnlySelectedShapeId() === shape.id, [
    editor,
    shape.id,
  ])
  const { actions = [], w, h } = layout
  const isShown = ({ isAlways, isOnSelected }: PanelAction) =>
    isAlways || isEditing || (isSelected && isOnSelected)
  const shown = canPress ? actions.filter(isShown) : []
  const isBeside = ({ box }: PanelAction) => box.x >= w || box.y >= h
  const beside = shown.filter(isBeside)
  if (shown.length === 0) return null
  return (
    <HTMLContainer className="panel-fields">
      {shown.map((action) =>
        isBeside(action) ? null : (
          <ActionButton key={action.label} id={shape.id} action={action} box={action.box} />
        ),
      )}
      {beside.length > 0 && <BesideActions id={shape.id} actions={beside} size={layout} />}
    </HTMLContainer>
  )
}

interface BesideActionsProps {
  readonly id: TLShapeId
  readonly actions: readonly PanelAction[]
  readonly size: { readonly w: number; readonly h: number }
}

/** Buttons beside a panel come over it where there is no view of them otherwise: they move with the view. */
function BesideActions({ id, actions, size }: BesideActionsProps) {
  const editor = useEditor()
  const { w, h } = size
  const right = Math.max(...actions.map(({ box }) => (box.x < w ? 0 : box.x + box.w)))
  const bottom = Math.max(...actions.map(({ box }) => (box.y < h ? 0 : box.y + box.h)))
  const dx = useValue('buttons to the left', () => hidden(editor, id, { x: right, y: 0 }).x, [
    editor,
    id,
    right,
  ])
  const dy = useValue('buttons up', () => hidden(editor, id, { x: 0, y: bottom }).y, [editor, id, bottom])
  return actions.map((action) => {
    const x = Math.max(0, action.box.x - (action.box.x < w ? 0 : dx))
    const y = Math.max(0, action.box.y - (action.box.y < h ? 0 : dy))
    return <ActionButton key={action.label} id={id} action={action} box={{ ...action.box, x, y }} />
  })
}

/** Kept free at the edges of the view, px on the screen: tldraw's toolbar stands below. */
const EDGE_PX = { right: 8, bottom: 72 } as const

/** How far a point of a panel lies right of the view and below it, px. */
function hidden(editor: Editor, id: TLShapeId, { x, y }: { x: number; y: number }): { x: number; y: number } {
  const transform = editor.getShapePageTransform(id)
  if (transform.rotation() !== 0) return { x: 0, y: 0 }
  const point = transform.applyToPoint({ x, y })
  const { maxX, maxY } = editor.getViewportPageBounds()
  const zoom = editor.getZoomLevel()
  return {
    x: Math.max(0, point.x - maxX + EDGE_PX.right / zoom),
    y: Math.max(0, point.y - maxY + EDGE_PX.bottom / zoom),
  }
}

interface ActionButtonProps {
  readonly id: TLShapeId
  readonly action: PanelAction
  readonly box: Box
}

function ActionButton({ id, action: { label, text, isPressed, press }, box }: ActionButtonProps) {
  const editor = useEditor()
  return (
    <button
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
      onClick={() => makeEdit(editor, id, press())}
    >
      {text}
    </button>
  )
}
