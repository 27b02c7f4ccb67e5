import { type Editor, Box as PageBox, type TLShape, type TLShapeId } from 'tldraw'
import { isCard, isComposite, isFrame, isPart, isStepFrame } from './boardShapes.ts'
import { takenBounds } from './footprint.ts'
import { up } from './freeSpot.ts'
import { isRecorded } from './isRecorded.ts'

/** Between what has grown and what stands below it, px, where there was so much before. */
const GAP_PX = 24
/** Kept free above the lower edge of a frame, px. */
const FRAME_EDGE_PX = 24
/** These lie on other things, on purpose. */
const STROKES: readonly string[] = ['arrow', 'line', 'draw', 'highlight']

/**
 * Makes room where a card or a composite grows because somebody writes on it: what stands below it in the same
 * frame is pushed down, and the frames around it grow. In the same undo step, and only in the browser of whoever
 * writes: what others change moves nothing here, so that two browsers cannot push in turn, and undo and redo move
 * what their step moved and nothing besides. Returns how to stop.
 */
export function makeRoom(editor: Editor): () => void {
  const { sideEffects } = editor
  /** What is written on in the operation that goes on, as it was. */
  const before = new Map<TLShapeId, TLShape>()
  /** An operation that itself puts things somewhere is left alone. */
  let isPlacing = false
  const stops = [
    sideEffects.registerAfterChangeHandler('shape', (old, now, source) => {
      if (source !== 'user' || !isRecorded(editor)) return
      if (old.x !== now.x || old.y !== now.y) isPlacing = true
      if (old.props !== now.props && !before.has(now.id) && isWrittenOn(old, now)) before.set(now.id, old)
    }),
    sideEffects.registerOperationCompleteHandler(() => {
      const written = isPlacing ? [] : [...before.values()]
      before.clear()
      isPlacing = false
      for (const old of written) roomFor(editor, old)
    }),
  ]
  return () => {
    for (const stop of stops) stop()
  }
}

/** Neither pulled to another size nor shown in another view. */
function isWrittenOn(old: TLShape, now: TLShape): boolean {
  if (!isCard(now) && !isComposite(now)) return false
  const [a, b] = [old.props, now.props] as Readonly<Record<string, unknown>>[]
  return a?.w === b?.w && a?.h === b?.h && a?.view === b?.view
}

function roomFor(editor: Editor, old: TLShape): void {
  const now = editor.getShape(old.id)
  const bounds = now && editor.getShapePageBounds(now)
  if (!now || !bounds || editor.getShapePageTransform(now).rotation() !== 0) return
  const height = editor.getShapeUtil(old).getGeometry(old).bounds.h
  if (bounds.h > height) grew(editor, now, bounds.y + height)
}

/** Pushes what stands below a shape that reached down to `bottom`, then lets grow what the shape is in. */
function grew(editor: Editor, shape: TLShape, bottom: number): void {
  const bounds = takenBounds(editor, shape.id)
  if (!bounds || editor.getShapeParentTransform(shape).rotation() !== 0) return
  const parent = editor.getShape(shape.parentId as TLShapeId)
  const groupBottom = parent?.type === 'group' ? bottomBefore(editor, parent, { shape, bottom }) : null
  const pushed = pushes(beside(editor, shape), {
    shape,
    box: bounds,
    was: { minY: bounds.minY, maxY: bottom },
    by: 0,
  })
  editor.updateShapes([...pushed].map(([{ id, type, x, y }, by]) => ({ id, type, x, y: y + by })))
  if (!parent || editor.isShapeOrAncestorLocked(parent)) return
  if (groupBottom !== null) grew(editor, parent, groupBottom)
  if (!isFrame(parent)) return
  const lowest = [bounds.maxY, ...[...pushed.keys()].flatMap(({ id }) => takenBounds(editor, id)?.maxY ?? [])]
  growFrame(editor, parent, Math.max(...lowest) + FRAME_EDGE_PX)
}

/** How far down a group reached when the shape in it that has grown reached down to `bottom`. */
function bottomBefore(
  editor: Editor,
  group: TLShape,
  { shape, bottom }: { readonly shape: TLShape; readonly bottom: number },
): number {
  const others = editor.getSortedChildIdsForParent(group).filter((id) => id !== shape.id)
  return Math.max(bottom, ...others.flatMap((id) => editor.getShapePageBounds(id)?.maxY ?? []))
}

function growFrame(editor: Editor, frame: TLShape, bottom: number): void {
  const bounds = editor.getShapePageBounds(frame)
  if (!bounds || bounds.maxY >= bottom) return
  const { h } = frame.props as { h: number }
  const props = { h: up(h + bottom - bounds.maxY) }
  editor.updateShape({ id: frame.id, type: frame.type, props })
  grew(editor, frame, bounds.maxY)
}

interface Standing {
  readonly shape: TLShape
  readonly box: PageBox
}

/** What has grown or was pushed, where it is now, and how high and how far down it reached. */
interface Pusher extends Standing {
  readonly was: { readonly minY: number; readonly maxY: number }
  /** How far it was pushed itself. */
  readonly by: number
}

/** What stands beside a shape in the same frame, the highest first. */
function beside(editor: Editor, { id, parentId }: TLShape): Standing[] {
  return editor
    .getSortedChildIdsForParent(parentId)
    .flatMap((other): Standing[] => {
      const shape = editor.getShape(other)
      const box = takenBounds(editor, other)
      if (!shape || !box || other === id || STROKES.includes(shape.type)) return []
      return editor.isShapeOrAncestorLocked(shape) ? [] : [{ shape, box }]
    })
    .sort((a, b) => a.box.minY - b.box.minY)
}

/** How far each is pushed: by what has grown, or by what that pushes. */
function pushes(standing: readonly Standing[], grown: Pusher): Map<TLShape, number> {
  const pushed = new Map<TLShape, number>()
  const pushers = [grown]
  for (const { shape, box } of standing) {
    const needs = pushers.map((pusher) => need({ shape, box }, pusher, pusher === grown))
    const by = up(Math.max(0, ...needs))
    if (by === 0) continue
    pushed.set(shape, by)
    pushers.push({ shape, box: new PageBox(box.x, box.y + by, box.w, box.h), was: box, by })
  }
  return pushed
}

/** How far something has to go: to stay clear of what stood above it, or with what it lies on. */
function need(
  { shape, box }: Standing,
  { shape: above, box: now, was, by }: Pusher,
  isGrown: boolean,
): number {
  if (box.minX >= now.maxX || now.minX >= box.maxX) return 0
  if (box.minY >= was.maxY) return now.maxY + Math.min(GAP_PX, box.minY - was.maxY) - box.minY
  return isGrown && isCovered(box, was) && keepsClear(shape, above) ? now.maxY + GAP_PX - box.minY : by
}

/** Looks out below the lower half: two people wrote at the same time, and neither made room for both. */
function isCovered(box: PageBox, { minY, maxY }: Pusher['was']): boolean {
  return box.minY > (minY + maxY) / 2 && box.maxY > maxY
}

/** Parts and cards do not lie on what is written, as a note does on purpose, nor do frames of steps on each other. */
function keepsClear(shape: TLShape, grown: TLShape): boolean {
  if (isStepFrame(shape)) return isStepFrame(grown)
  return !isStepFrame(grown) && (isPart(shape) || isCard(shape))
}
