import { type Editor, Box as PageBox, type TLShape, type TLShapeId, Vec, type VecLike } from 'tldraw'
import { isFrame, isStepFrame } from './boardShapes.ts'
import { type Box, contains, freeSpot, snap } from './freeSpot.ts'

export const SIDES = ['right', 'down', 'left', 'up'] as const
export type Side = (typeof SIDES)[number]

/** Distance to the shape that a new one is put beside, px: room for the link's label. */
const BESIDE_PX: Record<Side, number> = { right: 88, left: 88, down: 64, up: 64 }
/** Kept free inside a frame, px; the head holds its number and name. */
const FRAME_EDGE_PX = 16
const FRAME_HEAD_PX = 56

export interface BesideShapes {
  readonly shapes: readonly TLShapeId[]
  readonly side: Side
}

export interface PlaceWish {
  /** Its middle, on the page: where it was dropped. Taken even if something stands there. */
  readonly at?: VecLike
  /** Beside these. */
  readonly beside?: BesideShapes
  /** Somewhere free in this frame. */
  readonly inside?: TLShapeId
}

/** Where something new stands: on the page, and in which frame. */
export interface Place {
  readonly box: Box
  readonly parent: TLShape | null
}

/** Where something of that size goes: see {@link PlaceWish}; without a wish the free place nearest to the middle of the view. */
export function placeFor(editor: Editor, size: { w: number; h: number }, options: PlaceWish): Place {
  const { at, beside, inside } = options
  if (at) {
    const box = { x: snap(at.x - size.w / 2), y: snap(at.y - size.h / 2), w: size.w, h: size.h }
    return { box, parent: frameAt(editor, at) }
  }
  const frame = inside && editor.getShape(inside)
  if (frame) return placeInFrame(editor, size, frame)
  const bounds = beside && PageBox.Common(beside.shapes.flatMap((id) => editor.getShapePageBounds(id) ?? []))
  if (beside && bounds && bounds.w > 0) return placeBeside(editor, size, bounds, beside)
  const centre = editor.getViewportPageBounds().center
  return placeNear(
    editor,
    size,
    { x: centre.x - size.w / 2, y: centre.y - size.h / 2 },
    frameAt(editor, centre),
  )
}

function placeInFrame(editor: Editor, size: { w: number; h: number }, frame: TLShape): Place {
  const room = roomOf(editor, frame)
  const last = standing(editor, frame).reduce((right, box) => Math.max(right, box.x + box.w), 0)
  const wanted = last > 0 ? { x: last + BESIDE_PX.right, y: room.y + 40 } : { x: room.x + 24, y: room.y + 40 }
  return placeNear(editor, size, wanted, frame)
}

function placeBeside(
  editor: Editor,
  size: { w: number; h: number },
  bounds: PageBox,
  beside: BesideShapes,
): Place {
  const { side, shapes } = beside
  const wanted = {
    right: { x: bounds.maxX + BESIDE_PX.right, y: bounds.midY - size.h / 2 },
    left: { x: bounds.x - BESIDE_PX.left - size.w, y: bounds.midY - size.h / 2 },
    down: { x: bounds.midX - size.w / 2, y: bounds.maxY + BESIDE_PX.down },
    up: { x: bounds.midX - size.w / 2, y: bounds.y - BESIDE_PX.up - size.h },
  }[side]
  const onSide = (box: Box) =>
    ({
      right: box.x >= bounds.maxX,
      left: box.x + box.w <= bounds.x,
      down: box.y >= bounds.maxY,
      up: box.y + box.h <= bounds.y,
    })[side]
  const first = shapes[0] && editor.getShape(shapes[0])
  const frame = (first && editor.findShapeAncestor(first, isFrame)) ?? null
  return placeNear(editor, size, wanted, frame, onSide)
}

/** Nearest free place, inside the frame and on the wanted side if there is room, else giving up the one, then the other. */
function placeNear(
  editor: Editor,
  size: { w: number; h: number },
  wanted: { x: number; y: number },
  frame: TLShape | null,
  onSide: (box: Box) => boolean = () => true,
): Place {
  const { w, h } = size
  if (frame) {
    const room = roomOf(editor, frame)
    const spots = { size: { w, h }, wanted, taken: standing(editor, frame) }
    const isInside = (box: Box) => contains(room, box)
    const box =
      freeSpot({ ...spots, allowed: (place) => isInside(place) && onSide(place) }) ??
      freeSpot({ ...spots, allowed: isInside }) ??
      firstFreeCell(spots, room)
    if (box) return { box, parent: frame }
  }
  const taken = standing(editor, null)
  const spot =
    freeSpot({ size: { w, h }, wanted, taken, allowed: onSide }) ??
    freeSpot({ size: { w, h }, wanted, taken })
  const box = spot ?? { x: snap(wanted.x), y: snap(wanted.y), w, h }
  return { box, parent: null }
}

/** A wanted place outside a frame offers no place inside it, so its own corner is tried. */
function firstFreeCell(spots: { size: { w: number; h: number }; taken: Box[] }, room: Box): Box | null {
  const wanted = { x: room.x + 16, y: room.y + 16 }
  return freeSpot({ ...spots, wanted, allowed: (place) => contains(room, place) })
}

/** The part of a frame where things stand, on the page. */
function roomOf(editor: Editor, frame: TLShape): Box {
  const bounds = editor.getShapePageBounds(frame) ?? new PageBox()
  const head = isStepFrame(frame) ? FRAME_HEAD_PX : FRAME_EDGE_PX
  return {
    x: bounds.x + FRAME_EDGE_PX,
    y: bounds.y + head,
    w: bounds.w - 2 * FRAME_EDGE_PX,
    h: bounds.h - head - FRAME_EDGE_PX,
  }
}

/** What stands in a frame, or on the page where it is null, on the page; links stand nowhere. */
function standing(editor: Editor, frame: TLShape | null): Box[] {
  return editor
    .getSortedChildIdsForParent(frame?.id ?? editor.getCurrentPageId())
    .flatMap((id) => (editor.getShape(id)?.type === 'arrow' ? [] : (editor.getShapePageBounds(id) ?? [])))
}

function frameAt(editor: Editor, point: VecLike): TLShape | null {
  const shapes = editor.getCurrentPageShapesSorted().filter(isFrame)
  return (
    shapes.findLast((shape) => editor.getShapePageBounds(shape)?.containsPoint(Vec.From(point)) ?? false) ??
    null
  )
}
