import { type Editor, Box as PageBox, react, type Signal, type TLShape, type TLShapeId } from 'tldraw'
import { boardSays } from '../../shapes/shared/boardSays.ts'
import { frameAround, nameOf } from './boardShapes.ts'
import { type ChosenSpot, hearsOfSpots, isUntouched, spotOf } from './chosenSpot.ts'
import { takenBounds } from './footprint.ts'
import { GRID_PX } from './freeSpot.ts'
import { placeNear } from './place.ts'
import type { SpotMemory } from './spotMemory.ts'

/** After the last shape that came or was moved by somebody else, ms: whoever drags has stopped. */
const QUIET_MS = 300
/** So many looks the owner of the smaller id gives the other browser to move its shape. */
const PATIENCE = 6
/** What still covers something after so many moves stays. */
const MOST_MOVES = 8
/** Over these, things stand on purpose. */
const STROKES: readonly string[] = ['arrow', 'line', 'draw', 'highlight']

export interface KeepApartOptions {
  /**
   * Whether what this browser has written up to now is in the server's log, and what the server had before
   * has come.
   */
  readonly saved: () => Signal<boolean>
  readonly memory: SpotMemory
}

/** A spot that this browser chose without knowing all that others had put on the board. */
interface Watched {
  readonly spot: ChosenSpot
  readonly saved: Signal<boolean>
  readonly moves: number
  looks: number
  stop(): void
}

/**
 * Ends what two browsers cannot know while they choose: that both chose the same free spot. What this browser
 * placed, and nobody has touched, moves to the nearest free spot where something that came from others stands
 * over it. Only the author's browser moves a shape, outside of history, so that undoing the insertion is still
 * one step. Of two that were both placed unknowing, the one with the smaller id stays: its browser waits for
 * the other, and moves its own only where the other does nothing, having known its place as kept for long.
 *
 * Returns how to stop.
 */
export function keepApart(editor: Editor, { saved, memory }: KeepApartOptions): () => void {
  const watched = new Set<Watched>()
  const ownLinks = new Set<TLShapeId>()
  /** What others have put or moved since the first of the watched was placed. */
  const met = new Set<TLShapeId>()
  let timer: ReturnType<typeof setTimeout> | undefined

  const lookSoon = () => {
    clearTimeout(timer)
    timer = watched.size > 0 ? setTimeout(look, QUIET_MS) : undefined
  }
  const watch = (spot: ChosenSpot, moves = 0) => {
    const isSaved = saved()
    const stop = react('spot is saved', () => isSaved.get() && lookSoon())
    watched.add({ spot, saved: isSaved, moves, looks: 0, stop })
    for (const link of spot.links) ownLinks.add(link)
    memory.keep(spot)
  }
  const drop = (one: Watched) => {
    one.stop()
    watched.delete(one)
    memory.forget(one.spot)
    if (watched.size === 0) met.clear()
  }
  const settle = (one: Watched) => {
    const verdict = judge(editor, one, { ownLinks, met })
    if (verdict === 'drop' || verdict === 'move') drop(one)
    if (verdict === 'move') watch(moveAside(editor, one.spot), one.moves + 1)
    return verdict
  }
  const look = () => {
    timer = undefined
    // What came since is reported now: tldraw does so once a frame, and a hidden tab has no frames.
    editor.store.listen(() => {})()
    if (timer !== undefined || editor.getIsReadonly()) return
    const isUndecided = isInHand(editor) || [...watched].map(settle).includes('wait')
    if (isUndecided) lookSoon()
  }

  const stopListening = editor.store.listen(
    ({ changes: { added, updated } }) => {
      if (watched.size === 0) return
      const others = [
        ...Object.values(added),
        ...Object.values(updated).flatMap(([from, to]) => (isMoved(from, to) ? [to] : [])),
      ].flatMap((record) => (record.typeName === 'shape' ? [record.id] : []))
      for (const id of others) met.add(id)
      if (others.length > 0) lookSoon()
    },
    { source: 'remote', scope: 'document' },
  )
  for (const spot of memory.read()) watch(spot)
  hearsOfSpots(editor).set(watch)
  return () => {
    clearTimeout(timer)
    stopListening()
    hearsOfSpots(editor).set(null)
    for (const { stop } of watched) stop()
  }
}

const PLACE = ['x', 'y', 'rotation', 'parentId'] as const

/** Whether a record is a shape that stands elsewhere now, or is larger or smaller. */
function isMoved(from: object, to: object): boolean {
  const [before, after] = [from as Partial<TLShape>, to as Partial<TLShape>]
  const isResized = (key: 'w' | 'h') => sizeOf(before, key) !== sizeOf(after, key)
  return PLACE.some((key) => before[key] !== after[key]) || isResized('w') || isResized('h')
}

function sizeOf({ props }: Partial<TLShape>, key: 'w' | 'h'): unknown {
  return (props as { readonly w?: unknown; readonly h?: unknown } | undefined)?.[key]
}

/** Whether this person is in the middle of a gesture or a text: nothing may move under their hands. */
function isInHand(editor: Editor): boolean {
  return editor.getEditingShapeId() !== null || !/(^|\.)idle$/.test(editor.getPath())
}

interface Known {
  readonly ownLinks: ReadonlySet<TLShapeId>
  readonly met: ReadonlySet<TLShapeId>
}

type Verdict = 'keep' | 'drop' | 'wait' | 'move'

function judge(editor: Editor, one: Watched, { ownLinks, met }: Known): Verdict {
  const isDone = one.saved.get()
  const untouched = isUntouched(editor, one.spot, ownLinks)
  // What is undone may be done again while it has not been sent.
  if (untouched === null) return isDone ? 'drop' : 'keep'
  if (!untouched || one.moves >= MOST_MOVES) return 'drop'
  const pairs = one.spot.shapes.flatMap(({ id }) =>
    [...met].filter((other) => isOver(editor, id, other)).map((other) => [id, other] as const),
  )
  const least = pairs.flat().sort()[0]
  if (least === undefined) return isDone ? 'drop' : 'keep'
  const isMine = one.spot.shapes.some(({ id }) => id === least)
  one.looks += 1
  return isMine && one.looks <= PATIENCE ? 'wait' : 'move'
}

/** Whether two shapes cover some of each other, neither standing in the other. */
function isOver(editor: Editor, mine: TLShapeId, other: TLShapeId): boolean {
  const shape = editor.getShape(other)
  if (!shape || mine === other || STROKES.includes(shape.type)) return false
  if (editor.hasAncestor(mine, other) || editor.hasAncestor(other, mine)) return false
  const [a, b] = [takenBounds(editor, mine), takenBounds(editor, other)]
  if (!a || !b) return false
  const w = Math.min(a.maxX, b.maxX) - Math.max(a.minX, b.minX)
  const h = Math.min(a.maxY, b.maxY) - Math.max(a.minY, b.minY)
  return w > GRID_PX && h > GRID_PX
}

/** Moves shapes, as one, to the free spot nearest to where they stand. */
function moveAside(editor: Editor, { shapes }: ChosenSpot): ChosenSpot {
  const ids = shapes.map(({ id }) => id)
  const around = PageBox.Common(ids.flatMap((id) => takenBounds(editor, id) ?? []))
  const [first] = ids.flatMap((id) => editor.getShape(id) ?? [])
  const frame = first ? frameAround(editor, first) : null
  const without = new Set(ids)
  const { box, parent } = placeNear(editor, around, around, frame, { without })
  editor.run(() => moveBy(editor, ids, { dx: box.x - around.x, dy: box.y - around.y, parent }), {
    history: 'ignore',
  })
  if (first)
    boardSays(editor).set(`Somebody put something in the same place: “${nameOf(first)}” moved aside.`)
  return spotOf(editor, ids)
}

function moveBy(
  editor: Editor,
  ids: readonly TLShapeId[],
  { dx, dy, parent }: { dx: number; dy: number; parent: TLShape | null },
): void {
  const parentId = parent?.id ?? editor.getCurrentPageId()
  for (const id of ids) {
    const at = editor.getShapePageTransform(id).point()
    if (editor.getShape(id)?.parentId !== parentId) editor.reparentShapes([id], parentId)
    const shape = editor.getShape(id)
    const point = editor.getPointInParentSpace(id, { x: at.x + dx, y: at.y + dy })
    if (shape) editor.updateShape({ id, type: shape.type, x: point.x, y: point.y })
  }
}
