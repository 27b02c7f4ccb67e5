import { type Editor, Box as PageBox, type TLShape, type TLShapeId } from 'tldraw'
import { frameAround, isCard, isComposite } from './boardShapes.ts'
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

/** Pushes what stands below a shape that reached down to `bottom`, then lets its frame grow. */
function grew(editor: Editor, shape: TLShape, bottom: number): void {
  const bounds = takenBounds(editor, shape.id)
  if (!bounds) return
  const pushed = pushes(below(editor, shape, bottom), { from: bounds, bottom })
  editor.updateShapes([...pushed].map(([{ id, type, x, y }, by]) => ({ id, type, x, y: y + by })))
  const frame = frameAround(editor, shape)
  if (!frame || editor.isShapeOrAncestorLocked(frame)) return
  const lowest = [bounds.maxY, ...[...pushed.keys()].flatMap(({ id }) => takenBounds(editor, id)?.maxY ?? [])]
  growFrame(editor, frame, Math.max(...lowest) + FRAME_EDGE_PX)
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

/** What stands beside a shape in the same frame and below that line, the highest first. */
function below(editor: Editor, { id, parentId }: TLShape, line: number): Standing[] {
  return editor
    .getSortedChildIdsForParent(parentId)
    .flatMap((other): Standing[] => {
      const shape = editor.getShape(other)
      const box = takenBounds(editor, other)
      if (!shape || !box || other === id || STROKES.includes(shape.type)) return []
      return box.minY >= line && !editor.isShapeOrAncestorLocked(shape) ? [{ shape, box }] : []
    })
    .sort((a, b) => a.box.minY - b.box.minY)
}

/** How far each is pushed: by what has grown, or by what that pushes. */
function pushes(
  standing: readonly Standing[],
  grown: { readonly from: PageBox; readonly bottom: number },
): Map<TLShape, number> {
  const pushed = new Map<TLShape, number>()
  const pushers = [{ box: grown.from, was: grown.bottom }]
  for (const { shape, box } of standing) {
    const needs = pushers
      .filter(({ box: { minX, maxX }, was }) => box.minX < maxX && minX < box.maxX && was <= box.minY)
      .map(({ box: { maxY }, was }) => maxY + Math.min(GAP_PX, box.minY - was) - box.minY)
    const by = up(Math.max(0, ...needs))
    if (by === 0) continue
    pushed.set(shape, by)
    pushers.push({ box: new PageBox(box.x, box.y + by, box.w, box.h), was: box.maxY })
  }
  return pushed
}
