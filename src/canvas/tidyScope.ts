import type { Editor, TLParentId, TLShape, TLShapeId } from 'tldraw'
import { findKind } from '../../shapes/catalog/index.ts'
import { ZONES } from '../domain/kinds.ts'
import {
  frameAround,
  insertableOf,
  isComponent,
  isComposite,
  isFrame,
  isPart,
  isStepFrame,
  isZoneFrame,
  laneAround,
} from './boardShapes.ts'
import { linkEnds } from './connect.ts'

/** Parts that stand in the same frame, or on the page where that is null. */
export interface Group {
  readonly frame: TLShape | null
  /** In the order in which they were put there. */
  readonly parts: readonly TLShape[]
}

/**
 * What tidying lays out: of several selected parts those, else everything in the frame that one is in or that
 * is selected, else in the frame in the middle of the view, else on the page. Links alone stand for the frames
 * that their ends are in.
 */
export function groupsToTidy(editor: Editor): Group[] {
  const selected = editor.getSelectedShapes()
  if (selected.length > 0 && selected.every(({ type }) => type === 'arrow'))
    return aroundLinks(editor, selected)
  const parts = selected.filter(isPart)
  if (parts.length > 1) {
    const ids = new Set(parts.map(({ id }) => id))
    return [...new Set(parts.map(({ parentId }) => parentId))].flatMap((parent) =>
      groupIn(editor, parent, ids),
    )
  }
  const frame = frameToTidy(editor, selected)
  return frame ? groupsInside(editor, frame) : groupIn(editor, editor.getCurrentPageId())
}

function aroundLinks(editor: Editor, links: readonly TLShape[]): Group[] {
  const ends = links.flatMap(({ id }) => Object.values(linkEnds(editor, id)))
  const shapes = ends.flatMap((id) => (id && editor.getShape(id)) ?? [])
  return [...new Set(shapes.flatMap((shape) => frameToTidy(editor, [shape]) ?? []))].flatMap((frame) =>
    groupsInside(editor, frame),
  )
}

function groupsInside(editor: Editor, frame: TLShape): Group[] {
  const inside = [...editor.getShapeAndDescendantIds([frame.id])]
  return inside.filter((id) => id === frame.id || isLane(editor, id)).flatMap((id) => groupIn(editor, id))
}

function frameToTidy(editor: Editor, selected: readonly TLShape[]): TLShape | null {
  const [first] = selected
  if (first && isFrame(first)) return first
  if (first) return editor.findShapeAncestor(first, isStepFrame) ?? frameAround(editor, first)
  const { center } = editor.getViewportPageBounds()
  const around = (shape: TLShape) => editor.getShapePageBounds(shape)?.containsPoint(center) ?? false
  return editor.getCurrentPageShapes().find((shape) => isStepFrame(shape) && around(shape)) ?? null
}

function isLane(editor: Editor, id: TLShapeId): boolean {
  const shape = editor.getShape(id)
  return shape !== undefined && isZoneFrame(shape)
}

function groupIn(editor: Editor, parent: TLParentId, only?: ReadonlySet<TLShapeId>): Group[] {
  const frame = editor.getShape(parent as TLShapeId) ?? null
  if (frame && !isFrame(frame)) return []
  const parts = editor.getSortedChildIdsForParent(parent).flatMap((id) => {
    const shape = editor.getShape(id)
    const isMeant =
      shape && isPart(shape) && (!only || only.has(id)) && !editor.isShapeOrAncestorLocked(shape)
    return isMeant ? [shape] : []
  })
  return parts.length > 1 ? [{ frame, parts }] : []
}

/** The row of its zone: online above nearline, offline and ops. */
export function bandOf(editor: Editor, shape: TLShape): number {
  const own = isComponent(shape) || isComposite(shape) ? shape.props.zone : null
  const usual = isComponent(shape) ? findKind(shape.props.kind)?.zone : insertableOf(shape)?.zone
  return ZONES.indexOf(own ?? laneAround(editor, shape) ?? usual ?? 'online')
}
