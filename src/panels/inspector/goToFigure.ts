import { useEffect } from 'react'
import { type Editor, type TLShape, type TLShapeId, useEditor, useValue } from 'tldraw'
import { findCard } from '../../../shapes/cards/list.ts'
import { findProperty } from '../../../shapes/catalog/properties.ts'
import { isCard, isComponent, stepFrames } from '../../canvas/boardShapes.ts'
import { insert } from '../../canvas/insert.ts'
import { cardInsertableId, findInsertable } from '../../canvas/insertables.ts'
import { panIntoView } from '../../canvas/panIntoView.ts'
import { perEditor } from '../../canvas/perEditor.ts'
import { FIGURES, type FigureId } from '../../domain/estimate/figures.ts'
import type { Missing } from '../../domain/estimate/quantity.ts'

/** Where figures are missing that no shape lacks, but the design as a whole. */
const REQUIREMENTS = 'requirements'
const REQUIREMENT_CARD = 'requirement'

const wantedField = perEditor<Missing | null>('field to write in', null)

/**
 * Goes to where a missing figure is written: selects the shape and, once the inspector shows it, puts the focus
 * into its field.
 */
export function goToFigure(editor: Editor, missing: Missing): void {
  const shape = shapeOf(editor, missing.at)
  if (shape) {
    editor.select(shape.id)
    panIntoView(editor, shape.id)
  } else if (!addsCard(editor, missing) || !addRequirementCard(editor)) return
  wantedField(editor).set(missing)
}

/** Whether there is a shape on the board that the figure can be written on, or one can be added for it. */
export function canGoToFigure(editor: Editor, missing: Missing): boolean {
  return shapeOf(editor, missing.at) !== undefined || addsCard(editor, missing)
}

/** Whether going there adds the requirement card first. */
export function addsCard(editor: Editor, { at }: Missing): boolean {
  return at === REQUIREMENTS && !shapeOf(editor, at) && !editor.getIsReadonly()
}

/** In the frame of the step that asks for it, where there is one. */
function addRequirementCard(editor: Editor): TLShapeId | null {
  const insertable = findInsertable(cardInsertableId(REQUIREMENT_CARD))
  const step = findCard(REQUIREMENT_CARD)?.step
  const inside = stepFrames(editor).find(({ props }) => props.step === step)?.id
  return insertable ? insert(editor, insertable, inside ? { inside } : {}) : null
}

/** What is missing, in a sentence that calls the figure as the field does that it is written in. */
export function missingText(editor: Editor, missing: Missing): string {
  const { property, why } = missing
  const figure = Object.hasOwn(FIGURES, property) ? FIGURES[property as FigureId] : undefined
  const end = ` has no ${figure?.name}.`
  if (!figure || !why.endsWith(end)) return why
  const words = wordsOf(shapeOf(editor, missing.at), property)
  return `${why.slice(0, -end.length)} has no ${words.charAt(0).toLowerCase()}${words.slice(1)}.`
}

function shapeOf(editor: Editor, at: string): TLShape | undefined {
  if (at === REQUIREMENTS) {
    const shapes = editor.getCurrentPageShapes()
    return shapes.find(isRequirementCard) ?? shapes.find(isOrchestrator)
  }
  return editor.getShape(at as TLShapeId)
}

function isRequirementCard(shape: TLShape): boolean {
  return isCard(shape) && shape.props.card === REQUIREMENT_CARD
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
function wordsOf(shape: TLShape | undefined, property: string): string {
  const field =
    shape && isCard(shape) ? findCard(shape.props.card)?.fields.find(({ id }) => id === property) : undefined
  return field?.label ?? findProperty(property)?.label ?? property
}

/** The field of that name; of a funnel's stage or a tower's index, the one in that part. */
function fieldOf(
  panel: HTMLElement,
  { label, words }: { readonly label: string; readonly words: string },
): HTMLInputElement | null {
  const parts = [...panel.querySelectorAll<HTMLElement>('.inspector-part')]
  const names = parts.map((part) => part.getAttribute('aria-label') ?? '')
  const at = names.findIndex((name) => name.endsWith(`: ${label}`) || label.startsWith(`${name} of `))
  const labels = [...(parts[at] ?? panel).querySelectorAll('label')]
  const found = labels.find(({ textContent }) => textContent === words)
  const input = found && panel.ownerDocument.getElementById(found.htmlFor)
  return input instanceof HTMLInputElement ? input : null
}
