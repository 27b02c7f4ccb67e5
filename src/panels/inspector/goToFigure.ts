import { useEffect } from 'react'
import { type Editor, type TLShape, type TLShapeId, useEditor, useValue } from 'tldraw'
import { findCard } from '../../../shapes/cards/list.ts'
import { findProperty } from '../../../shapes/catalog/properties.ts'
import { isCard, isComponent } from '../../canvas/boardShapes.ts'
import { panIntoView } from '../../canvas/panIntoView.ts'
import { perEditor } from '../../canvas/perEditor.ts'
import type { Missing } from '../../domain/estimate/quantity.ts'

const wantedField = perEditor<Missing | null>('field to write in', null)

/**
 * Goes to where a missing figure is written: selects the shape and, once the inspector shows it, puts the focus
 * into its field.
 */
export function goToFigure(editor: Editor, missing: Missing): void {
  const shape = shapeOf(editor, missing.at)
  if (!shape) return
  editor.select(shape.id)
  panIntoView(editor, shape.id)
  wantedField(editor).set(missing)
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

function isRequirementCard(shape: TLShape): boolean {
  return isCard(shape) && shape.props.card === 'requirement'
}

/** Without a requirement card, the latency target is written on what answers the requests. */
function isOrchestrator(shape: TLShape): boolean {
  return isComponent(shape) && shape.props.kind === 'orchestrator'
}

/** Puts the focus into the field that somebody asked for, once the form of that shape is there. */
export function useWantedField(shape: TLShape): void {
  const editor = useEditor()
  const missing = useValue(wantedField(editor))
  useEffect(() => {
    if (!missing || shapeOf(editor, missing.at)?.id !== shape.id) return
    wantedField(editor).set(null)
    const panel = editor.getContainer().ownerDocument.querySelector<HTMLElement>('[data-panel=inspector]')
    const field = panel && fieldOf(panel, { label: missing.label, words: wordsOf(shape, missing.property) })
    field?.focus()
    field?.select()
  }, [editor, missing, shape])
}

/** What the inspector calls a property of that shape. */
function wordsOf(shape: TLShape, property: string): string {
  const field = isCard(shape)
    ? findCard(shape.props.card)?.fields.find(({ id }) => id === property)
    : undefined
  return field?.label ?? findProperty(property)?.label ?? property
}

/** The field of that name; of a funnel's stage, the one in that stage's part. */
function fieldOf(
  panel: HTMLElement,
  { label, words }: { readonly label: string; readonly words: string },
): HTMLInputElement | null {
  const parts = [...panel.querySelectorAll<HTMLElement>('.inspector-part')]
  const stage = parts.find((part) => part.getAttribute('aria-label')?.endsWith(`: ${label}`))
  const labels = [...(stage ?? panel).querySelectorAll('label')]
  const found = labels.find(({ textContent }) => textContent === words)
  const input = found && panel.ownerDocument.getElementById(found.htmlFor)
  return input instanceof HTMLInputElement ? input : null
}
