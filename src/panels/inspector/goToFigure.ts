import { useEffect } from 'react'
import { type Editor, type TLShape, type TLShapeId, useEditor, useValue } from 'tldraw'
import { findProperty } from '../../../shapes/catalog/properties.ts'
import { editField } from '../../../shapes/shared/panel/fieldEditing.ts'
import { isComponent } from '../../canvas/boardShapes.ts'
import { panIntoView } from '../../canvas/panIntoView.ts'
import { perEditor } from '../../canvas/perEditor.ts'
import type { Missing } from '../../domain/estimate/quantity.ts'

const wantedField = perEditor<Missing | null>('field to write in', null)

/**
 * Goes to where a missing figure is written: selects the shape and, once the inspector shows it, puts the focus
 * into its field. A card is filled on the board itself.
 */
export function goToFigure(editor: Editor, missing: Missing): void {
  const shape = shapeOf(editor, missing.at)
  if (!shape) return
  editor.select(shape.id)
  panIntoView(editor, shape.id)
  if (isCard(shape)) fillCard(editor, shape.id, missing.property)
  else wantedField(editor).set(missing)
}

/** Whether there is a shape on the board that the figure can be written on. */
export function canGoToFigure(editor: Editor, { at }: Missing): boolean {
  return shapeOf(editor, at) !== undefined
}

function shapeOf(editor: Editor, at: string): TLShape | undefined {
  if (at === 'requirements') {
    const shapes = editor.getCurrentPageShapes()
    return shapes.find(isRequirementCard) ?? shapes.find(isOrchestrator)
  }
  return editor.getShape(at as TLShapeId)
}

function isCard(shape: TLShape): boolean {
  return (shape.type as string) === 'card'
}

function isRequirementCard(shape: TLShape): boolean {
  return isCard(shape) && (shape.props as { card?: unknown }).card === 'requirement'
}

/** Without a requirement card, the latency target is written on what answers the requests. */
function isOrchestrator(shape: TLShape): boolean {
  return isComponent(shape) && shape.props.kind === 'orchestrator'
}

function fillCard(editor: Editor, id: TLShapeId, property: string) {
  if (editor.getIsReadonly()) return
  editor.setEditingShape(id)
  editor.setCurrentTool('select.editing_shape')
  editField(id, `fields.${property}`)
}

/** Puts the focus into the field that somebody asked for, once the form of that shape is there. */
export function useWantedField(shape: TLShape): void {
  const editor = useEditor()
  const missing = useValue(wantedField(editor))
  useEffect(() => {
    if (!missing || shapeOf(editor, missing.at)?.id !== shape.id) return
    wantedField(editor).set(null)
    const panel = editor.getContainer().ownerDocument.querySelector<HTMLElement>('[data-panel=inspector]')
    const field = panel && fieldOf(panel, missing)
    field?.focus()
    field?.select()
  }, [editor, missing, shape.id])
}

/** The field of that property; of a funnel's stage, the one in that stage's part. */
function fieldOf(panel: HTMLElement, { label, property }: Missing): HTMLInputElement | null {
  const words = findProperty(property)?.label
  const parts = [...panel.querySelectorAll<HTMLElement>('.inspector-part')]
  const stage = parts.find((part) => part.getAttribute('aria-label')?.endsWith(`: ${label}`))
  const labels = [...(stage ?? panel).querySelectorAll('label')]
  const found = labels.find(({ textContent }) => textContent === words)
  const input = found && panel.ownerDocument.getElementById(found.htmlFor)
  return input instanceof HTMLInputElement ? input : null
}
