import { createShapeId, type Editor, type TLParentId, type TLShape, type TLShapeId } from 'tldraw'
import type { PropertyValue } from '../domain/design.ts'
import { LINK_MODES, type LinkMode } from '../domain/kinds.ts'
import { insertableOf, isFrame } from './boardShapes.ts'
import { noteChosenSpot } from './chosenSpot.ts'
import { connect, type LinkWords, takesLinks } from './connect.ts'
import { enclosed, placeAround } from './enclose.ts'
import { footprintOf } from './footprint.ts'
import type { Insertable } from './insertables.ts'
import { linkDirection } from './linkDirection.ts'
import { panIntoView } from './panIntoView.ts'
import { type BesideShapes, type Place, type PlaceWish, placeFor, type Side } from './place.ts'
import type { TypedLink } from './quickWords.ts'

export interface InsertOptions extends PlaceWish {
  readonly beside?: Beside
  /** The synonym by which somebody found it. */
  readonly synonym?: string | null
  /** In place of its kind's name. */
  readonly label?: string
  readonly values?: Readonly<Record<string, PropertyValue>>
}

/** Beside these shapes, joined to each. */
export interface Beside extends BesideShapes {
  /** Null: what such two usually say to each other; `none`: no link. */
  readonly mode: LinkMode | 'none' | null
  /** What the links say, in place of what is usual. */
  readonly words?: TypedLink
}

/**
 * Puts something new on the board and selects it, in one undo step: where it was dropped, beside the given
 * shapes, in the selected frame, or where the view is. It becomes part of the frame it stands in. A frame that
 * nobody dropped is drawn around the selection and takes it in.
 *
 * @returns its id; null where the editor may not
 */
export function insert(
  editor: Editor,
  insertable: Insertable,
  options: InsertOptions = {},
): TLShapeId | null {
  if (editor.getIsReadonly()) return null
  const { props, place, held } = draft(editor, insertable, options)
  const { box, parent } = place
  const id = createShapeId()
  editor.markHistoryStoppingPoint(`insert ${insertable.id}`)
  editor.run(() => {
    const point = parent ? editor.getPointInShapeSpace(parent, box) : box
    const parentId: TLParentId = parent?.id ?? editor.getCurrentPageId()
    editor.createShape({ id, type: insertable.shapeType, parentId, x: point.x, y: point.y, props })
    if (held.length > 0) editor.reparentShapes([...held], id)
    if (options.beside && !insertable.frame && !insertable.card) join(editor, id, insertable, options.beside)
    editor.setSelectedShapes([id])
  })
  if (!editor.getShape(id)) return null
  if (!options.at && held.length === 0) noteChosenSpot(editor, [id])
  panIntoView(editor, id)
  return id
}

interface Draft {
  readonly props: object
  readonly place: Place
  /** What a frame takes in. */
  readonly held: readonly TLShape[]
}

function draft(editor: Editor, insertable: Insertable, options: InsertOptions): Draft {
  const props = begun(insertable, options)
  if (!insertable.frame) {
    const isToldWhere = options.at || options.beside || options.inside
    const wish = isToldWhere ? options : { inside: selectedFrame(editor)?.id }
    return { props, place: placeFor(editor, footprintOf(props), wish), held: [] }
  }
  const held = options.at || options.inside ? [] : enclosed(editor)
  const around = placeAround(editor, held)
  if (around) return { props: { ...props, w: around.box.w, h: around.box.h }, place: around, held }
  const { w, h } = props
  const { beside: _, ...wish } = options
  return { props, place: placeFor(editor, footprintOf({ w, h }), wish), held: [] }
}

/** What it has from the start: its kind's defaults, and what was typed. */
function begun(insertable: Insertable, { synonym, label, values }: InsertOptions) {
  const defaults = insertable.defaults(synonym)
  const labelled = label ? { ...defaults, [insertable.card ? 'title' : 'label']: label } : defaults
  return values && 'values' in defaults ? { ...labelled, values } : labelled
}

function join(editor: Editor, id: TLShapeId, insertable: Insertable, beside: Beside): void {
  const { shapes, side, mode, words: typed } = beside
  if (mode === 'none') return
  for (const other of shapes) {
    const shape = editor.getShape(other)
    if (!shape) continue
    const [from, to] = linkDirection(side) === 'out' ? [other, id] : [id, other]
    const words = linkWords(insertableOf(shape), insertable, side, mode)
    connect(editor, from, to, { ...words, ...typed, label: typed?.label || words.label })
  }
}

/** Mode and label of a link between a shape and what is put beside it: what such two usually say, else a call. */
export function linkWords(
  shape: Insertable | undefined,
  added: Insertable | undefined,
  side: Side,
  mode: LinkMode | null,
): LinkWords {
  const [from, to] = linkDirection(side) === 'out' ? [shape, added] : [added, shape]
  const usual = from?.usualLinks.filter((link) => link.to === to?.id) ?? []
  const chosen = mode === null ? usual[0] : usual.find((link) => link.mode === mode)
  return { mode: chosen?.mode ?? mode ?? LINK_MODES[0], label: chosen?.label ?? '' }
}

/** The selected shapes that something can be put beside and joined to. */
export function besideSelection(editor: Editor): TLShape[] {
  return editor
    .getSelectedShapes()
    .filter((shape) => !isFrame(shape) && shape.type !== 'arrow' && takesLinks(editor, shape.id))
}

/** The frame that something new goes into because nothing but the frame is selected. */
export function selectedFrame(editor: Editor): TLShape | null {
  const shape = editor.getOnlySelectedShape()
  return shape && isFrame(shape) && !editor.isShapeOrAncestorLocked(shape) ? shape : null
}
