import {
  type Editor,
  Box as PageBox,
  type TLParentId,
  type TLShape,
  type TLShapeId,
  Vec,
  type VecLike,
} from 'tldraw'
import { HEAD_PX, stepFrameLayout } from '../../shapes/step-frame/layout.ts'
import { zoneFrameLayout } from '../../shapes/zone-frame/layout.ts'
import { frameAround, isFrame, isStepFrame, isZoneFrame } from './boardShapes.ts'
import { hasClearWay } from './clearWay.ts'
import { type Footprint, takenBounds } from './footprint.ts'
import { type Box, contains, down, freeSpot, snap, touches, up } from './freeSpot.ts'

export const SIDES = ['right', 'down', 'left', 'up'] as const
export type Side = (typeof SIDES)[number]

/** Between linked neighbours, px: room for the link and its label. */
const LINK_ROOM = { x: 96, y: 72 } as const
/** Between a place straight beside a shape and everything else there, px. */
const CLEAR = { x: 48, y: 40 } as const
/** From a frame's left edge to the first thing in it, and from its head or its hint, px. */
const FIRST_PX = { left: 48, below: 24 } as const
/** Of a starter button, px. */
const STARTER_PX = 32
/** Where a neighbour goes, straight, when the wanted side is full: the next row or column. */
const NEXT: Record<Side, readonly Side[]> = {
  right: ['down', 'up'],
  left: ['down', 'up'],
  down: ['right', 'left'],
  up: ['right', 'left'],
}
/** Kept free inside a frame, px, besides its head. */
const FRAME_EDGE_PX = 16

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

/**
 * Where something of that footprint goes: see {@link PlaceWish}; without a wish first in the empty frame in
 * the middle of the view, else at the free place nearest to that middle.
 */
export function placeFor(editor: Editor, footprint: Footprint, options: PlaceWish): Place {
  const { at, beside, inside } = options
  const { w, h } = footprint
  if (at) return { box: { x: snap(at.x - w / 2), y: snap(at.y - h / 2), w, h }, parent: frameAt(editor, at) }
  const wished = inside && editor.getShape(inside)
  if (wished) return placeInFrame(editor, footprint, wished)
  const neighbours = beside && neighboursOf(editor, beside.shapes)
  if (beside && neighbours) return placeBeside(editor, footprint, neighbours, beside.side)
  const centre = editor.getViewportPageBounds().center
  const frame = frameAt(editor, centre)
  if (frame && isEmpty(editor, frame)) return placeInFrame(editor, footprint, frame)
  return placeNear(editor, { w, h }, { x: centre.x - w / 2, y: centre.y - h / 2 }, frame)
}

/** First at the left of the frame, since designs read from left to right, then in a row. */
function placeInFrame(editor: Editor, footprint: Footprint, frame: TLShape): Place {
  const { w, h } = footprint
  const rightmost = partsIn(editor, frame.id).sort((a, b) => right(editor, b) - right(editor, a))[0]
  const neighbours = rightmost && neighboursOf(editor, [rightmost])
  if (neighbours) return placeBeside(editor, footprint, neighbours, 'right')
  const { x, y } = editor.getShapePageBounds(frame) ?? roomOf(editor, frame)
  return placeNear(
    editor,
    { w, h },
    { x: x + FIRST_PX.left, y: y + hintBottom(frame) + FIRST_PX.below },
    frame,
  )
}

function right(editor: Editor, id: TLShapeId): number {
  return editor.getShapePageBounds(id)?.maxX ?? 0
}

/** How far what an empty frame says reaches down. */
function hintBottom(frame: TLShape): number {
  if (!isStepFrame(frame)) return headOf(frame)
  const { starters } = stepFrameLayout(frame.props)
  return starters.y + (frame.props.starters.length > 0 ? STARTER_PX : 0)
}

interface Neighbours {
  /** Around their outlines, where links dock. */
  readonly outlines: PageBox
  /** With the text below figures. */
  readonly whole: PageBox
  readonly frame: TLShape | null
}

function neighboursOf(editor: Editor, ids: readonly TLShapeId[]): Neighbours | null {
  const outlines = ids.flatMap((id) => editor.getShapePageBounds(id) ?? [])
  const first = ids[0] && editor.getShape(ids[0])
  if (!first || outlines.length === 0) return null
  const whole = PageBox.Common(ids.flatMap((id) => takenBounds(editor, id) ?? []))
  return { outlines: PageBox.Common(outlines), whole, frame: frameAround(editor, first) }
}

/**
 * Straight beside, so that the link has no corner; else somewhere on that side; in a frame whose row is full
 * straight below, which begins the next row; else wherever is room, at last outside of the frame.
 */
function placeBeside(editor: Editor, footprint: Footprint, neighbours: Neighbours, side: Side): Place {
  const { frame } = neighbours
  const room = frame && roomOf(editor, frame)
  const isInside = (box: Box) => !room || contains(room, box)
  const taken = standing(editor, frame)
  const straight = (way: Side) => {
    const box = straightBeside(footprint, neighbours, way)
    return isInside(box) && !taken.some((other) => touches(box, other, CLEAR)) ? box : null
  }
  const wanted = straightBeside(footprint, neighbours, side)
  const onSide = (box: Box) => isOnSide(box, wanted, side)
  const isMeant = (place: Box) => isInside(place) && onSide(place)
  const isClear = (place: Box) => {
    const { x, y, w, h } = footprint.outline
    const outline = { x: place.x + x, y: place.y + y, w, h }
    return hasClearWay(neighbours.outlines, outline, { side, taken })
  }
  const beside = { size: footprint, wanted, taken, gap: LINK_ROOM }
  const box =
    straight(side) ??
    freeSpot({ ...beside, allowed: (place) => isMeant(place) && isClear(place) }) ??
    freeSpot({ ...beside, allowed: isMeant }) ??
    NEXT[side].map(straight).find((place) => place !== null)
  return box ? { box, parent: frame } : placeNear(editor, footprint, wanted, frame, { onSide })
}

/** The place on that side with its outline's middle in line with the neighbours', off the grid if need be. */
function straightBeside({ w, h, outline }: Footprint, { outlines, whole }: Neighbours, side: Side): Box {
  const x = outlines.midX - outline.w / 2 - outline.x
  const y = outlines.midY - outline.h / 2 - outline.y
  switch (side) {
    case 'right':
      return { x: up(Math.max(outlines.maxX + LINK_ROOM.x - outline.x, whole.maxX + CLEAR.x)), y, w, h }
    case 'left': {
      const edge = outlines.x - LINK_ROOM.x - outline.x - outline.w
      return { x: down(Math.min(edge, whole.x - CLEAR.x - w)), y, w, h }
    }
    case 'down':
      return { x, y: up(whole.maxY + LINK_ROOM.y - outline.y), w, h }
    case 'up':
      return { x, y: down(whole.y - LINK_ROOM.y - h), w, h }
  }
}

/** Whether a place is at least as far on that side as the wanted one. */
function isOnSide(box: Box, wanted: Box, side: Side): boolean {
  return {
    right: box.x >= wanted.x,
    left: box.x <= wanted.x,
    down: box.y >= wanted.y,
    up: box.y <= wanted.y,
  }[side]
}

interface NearOptions {
  readonly onSide?: (box: Box) => boolean
  /** What is about to leave its place. */
  readonly without?: ReadonlySet<TLShapeId>
}

/**
 * Nearest free place, inside the frame and on the wanted side if there is room, else giving up room for
 * links, then the side, then the frame for the one around it.
 */
export function placeNear(
  editor: Editor,
  { w, h }: { w: number; h: number },
  wanted: { x: number; y: number },
  frame: TLShape | null,
  { onSide = () => true, without }: NearOptions = {},
): Place {
  const size = { w, h }
  if (frame) {
    const room = roomOf(editor, frame)
    const taken = standing(editor, frame, without)
    const isInside = (box: Box) => contains(room, box)
    // A wanted place outside offers no place inside, so the frame's own corner is tried, too.
    const corner = { x: room.x + FRAME_EDGE_PX, y: room.y + FRAME_EDGE_PX }
    const box =
      freeSpot({ size, wanted, taken, gap: LINK_ROOM, allowed: isInside }) ??
      freeSpot({ size, wanted: corner, taken, gap: LINK_ROOM, allowed: isInside }) ??
      freeSpot({ size, wanted, taken, allowed: isInside }) ??
      freeSpot({ size, wanted: corner, taken, allowed: isInside })
    if (box) return { box, parent: frame }
    const outer = frameAround(editor, frame)
    if (outer) return placeNear(editor, size, wanted, outer, { onSide, ...(without && { without }) })
  }
  const taken = standing(editor, null, without)
  const spot =
    freeSpot({ size, wanted, taken, gap: LINK_ROOM, allowed: onSide }) ?? freeSpot({ size, wanted, taken })
  return { box: spot ?? { x: snap(wanted.x), y: snap(wanted.y), w, h }, parent: null }
}

/** The part of a frame where things stand, on the page. */
export function roomOf(editor: Editor, frame: TLShape): Box {
  const bounds = editor.getShapePageBounds(frame) ?? new PageBox()
  const head = headOf(frame)
  return {
    x: bounds.x + FRAME_EDGE_PX,
    y: bounds.y + head,
    w: bounds.w - 2 * FRAME_EDGE_PX,
    h: bounds.h - head - FRAME_EDGE_PX,
  }
}

/** The height of what stands at the top of a frame, px. */
function headOf(frame: TLShape): number {
  if (isZoneFrame(frame)) return zoneFrameLayout(frame.props).head
  return isStepFrame(frame) ? HEAD_PX : FRAME_EDGE_PX
}

/** What stands in a frame, or on the page where it is null, on the page; links stand nowhere. */
export function standing(
  editor: Editor,
  frame: TLShape | null,
  without: ReadonlySet<TLShapeId> = new Set(),
): Box[] {
  return partsIn(editor, frame?.id ?? editor.getCurrentPageId()).flatMap((id) =>
    without.has(id) ? [] : (takenBounds(editor, id) ?? []),
  )
}

function partsIn(editor: Editor, parent: TLParentId): TLShapeId[] {
  return editor.getSortedChildIdsForParent(parent).filter((id) => editor.getShape(id)?.type !== 'arrow')
}

function isEmpty(editor: Editor, frame: TLShape): boolean {
  return editor.getSortedChildIdsForParent(frame).length === 0
}

function frameAt(editor: Editor, point: VecLike): TLShape | null {
  const shapes = editor.getCurrentPageShapesSorted().filter(isFrame)
  return (
    shapes.findLast((shape) => editor.getShapePageBounds(shape)?.containsPoint(Vec.From(point)) ?? false) ??
    null
  )
}
