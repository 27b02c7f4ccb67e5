import {
  createShapeId,
  type Editor,
  Box as PageBox,
  type TLBinding,
  type TLShape,
  type TLShapeId,
} from 'tldraw'
import { isFrame } from './boardShapes.ts'
import { noteChosenSpot } from './chosenSpot.ts'
import { takenBounds } from './footprint.ts'
import { GRID_PX } from './freeSpot.ts'
import { panIntoView } from './panIntoView.ts'
import { placeNear } from './place.ts'

/** Between what is copied and the copy, px. */
const AWAY_PX = 72

/**
 * Copies the selection with all of its links: those inside, and those to what is not copied. The copy stands
 * below, clear of everything, and is selected; all in one undo step.
 */
export function duplicateLinked(editor: Editor): boolean {
  if (editor.getIsReadonly()) return false
  const roots = rootsOf(editor)
  if (roots.length === 0) return false
  const copied = [...editor.getShapeAndDescendantIds(roots.map(({ id }) => id))]
    .flatMap((id) => editor.getShape(id) ?? [])
    .filter(({ type }) => type !== 'arrow')
  const ids = new Map(copied.map(({ id }) => [id, createShapeId()]))
  const links = linksOf(editor, [...ids.keys()])
  for (const { id } of links) ids.set(id, createShapeId())
  const below = placeBelow(editor, roots)
  const copies = roots.flatMap(({ id }) => ids.get(id) ?? [])
  editor.markHistoryStoppingPoint('duplicate with links')
  editor.run(() => {
    editor.createShapes([...copied, ...links].map((shape) => copyOf(shape, ids)))
    editor.createBindings(links.flatMap(({ id }) => bindingsOf(editor, id, ids)))
    move(editor, copies, below)
    editor.setSelectedShapes(copies)
  })
  noteChosenSpot(editor, copies)
  const [first] = copies
  if (first) panIntoView(editor, first)
  return true
}

/** The selected shapes that no other selected one holds; links go where their ends go. */
function rootsOf(editor: Editor): TLShape[] {
  const selected = new Set(editor.getSelectedShapeIds())
  return editor
    .getSelectedShapes()
    .filter(
      (shape) =>
        shape.type !== 'arrow' &&
        !editor.isShapeOrAncestorLocked(shape) &&
        !editor.getShapeAncestors(shape).some(({ id }) => selected.has(id)),
    )
}

function linksOf(editor: Editor, ends: readonly TLShapeId[]): TLShape[] {
  const ids = new Set(
    ends.flatMap((id) => editor.getBindingsToShape(id, 'arrow').map(({ fromId }) => fromId)),
  )
  return [...ids].flatMap((id) => editor.getShape(id) ?? [])
}

function copyOf(shape: TLShape, ids: ReadonlyMap<TLShapeId, TLShapeId>) {
  const { index: _, id, parentId, ...rest } = structuredClone(shape)
  return { ...rest, id: ids.get(id) ?? id, parentId: ids.get(parentId as TLShapeId) ?? parentId }
}

function bindingsOf(editor: Editor, link: TLShapeId, ids: ReadonlyMap<TLShapeId, TLShapeId>) {
  return editor.getBindingsFromShape(link, 'arrow').map(({ type, fromId, toId, props, meta }: TLBinding) => ({
    type,
    props,
    meta,
    fromId: ids.get(fromId) ?? fromId,
    toId: ids.get(toId) ?? toId,
  }))
}

/** The free place nearest below what is copied, for all of it as one. */
function placeBelow(editor: Editor, roots: readonly TLShape[]) {
  const around = PageBox.Common(roots.flatMap(({ id }) => takenBounds(editor, id) ?? []))
  const frame = editor.findCommonAncestor([...roots], isFrame)
  const wanted = { x: around.x, y: around.maxY + AWAY_PX }
  const { box, parent } = placeNear(editor, around, wanted, (frame && editor.getShape(frame)) ?? null)
  // In whole steps of the grid, however the text lies, so that links to both run along the same lines.
  return {
    dx: steps(box.x - around.x),
    dy: steps(box.y - around.y),
    parentId: parent?.id ?? editor.getCurrentPageId(),
  }
}

/** Rounded towards staying: of a wanted place off the grid, the grid's next is up to half a step away. */
function steps(way: number): number {
  return Math.trunc(way / GRID_PX) * GRID_PX + 0
}

type Below = ReturnType<typeof placeBelow>

function move(editor: Editor, copies: readonly TLShapeId[], { dx, dy, parentId }: Below): void {
  editor.reparentShapes([...copies], parentId)
  for (const id of copies) {
    const shape = editor.getShape(id)
    const at = editor.getShapePageTransform(id).point()
    const point = editor.getPointInParentSpace(id, { x: at.x + dx, y: at.y + dy })
    if (shape) editor.updateShape({ id, type: shape.type, x: point.x, y: point.y })
  }
}
