import { type PointerEvent, useEffect } from 'react'
import {
  type Editor,
  getPointerInfo,
  stopEventPropagation,
  type TLShape,
  type TLShapeId,
  useEditor,
  useValue,
} from 'tldraw'
import { boardDialog, insertSide, insertSpot } from './boardDialog.ts'
import { takenBounds } from './footprint.ts'
import { linksAt } from './linkSides.ts'
import { followNear, nearPart } from './nearPart.ts'
import { SIDES, type Side } from './place.ts'
import { askBeside, beginPull, canPull, listenToPulls } from './pullLink.ts'
import './plusButtons.css'

/** Distance from the shape, px on the screen; fingers need more room. */
const AWAY_PX = { fine: 20, coarse: 32 } as const
/** A shape smaller than that on the screen would vanish behind its pluses. */
const SMALLEST_PX = 16

interface Plus {
  readonly shape: TLShapeId
  readonly side: Side
  /** px within the canvas */
  readonly x: number
  readonly y: number
  /** A link docks on that side. */
  readonly isLinked: boolean
}

/**
 * On each side of the component under the mouse, else of the selected one: pressed, it puts the next one
 * there, linked; pulled, it draws a link. A + where no link docks, a dot where one does.
 */
export function PlusButtons() {
  const editor = useEditor()
  useEffect(() => listenToPulls(editor), [editor])
  useEffect(() => followNear(editor), [editor])
  const pluses = useValue('pluses', () => plusesOf(editor), [editor])
  const isCoarse = useValue('pointer is coarse', () => editor.getInstanceState().isCoarsePointer, [editor])
  return (
    <>
      {pluses.map((plus) => (
        <PlusButton key={`${plus.shape} ${plus.side}`} plus={plus} isCoarse={isCoarse} />
      ))}
      <Spot />
    </>
  )
}

function PlusButton({ plus, isCoarse }: { plus: Plus; isCoarse: boolean }) {
  const editor = useEditor()
  const { shape, side, x, y, isLinked } = plus
  const onPointerDown = (event: PointerEvent) => {
    event.stopPropagation()
    if (event.button !== 0 || !event.isPrimary) return
    // No mouse events after it, which would take the focus from what opens.
    event.preventDefault()
    beginPull(editor, shape, side)
    handOver(editor, event)
  }
  return (
    <button
      type="button"
      className={isCoarse ? 'plus-button plus-button-coarse' : 'plus-button'}
      data-linked={isLinked}
      data-side={side}
      style={{ transform: `translate(${x - 8}px, ${y - 8}px)` }}
      aria-label={`Add a component: ${side}`}
      title="Add a linked component here, or pull a link to another"
      tabIndex={-1}
      onPointerDown={onPointerDown}
      onPointerUp={stopEventPropagation}
      // A pointer has pressed and let go by then; this is for what presses without one.
      onClick={(event) => event.detail === 0 && askBeside(editor, plus)}
    >
      <svg width="16" height="16" viewBox="0 0 16 16" aria-hidden="true">
        <circle cx="8" cy="8" r={isLinked ? 3.5 : 6} />
        {!isLinked && <path d="M8 5.5v5M5.5 8h5" />}
      </svg>
    </button>
  )
}

/** Lets tldraw have the press and all that follows, as if it had begun on the canvas. */
function handOver(editor: Editor, event: PointerEvent): void {
  const canvas = editor.getContainer().querySelector('.tl-canvas')
  canvas?.setPointerCapture(event.pointerId)
  editor.dispatch({ type: 'pointer', target: 'canvas', name: 'pointer_down', ...getPointerInfo(event) })
}

/** Where the pluses are now. */
export function plusesOf(editor: Editor): Plus[] {
  if (!editor.isIn('select.idle') || boardDialog(editor).get() !== null) return []
  const shape = pulledShape(editor)
  const bounds = shape && editor.getShapePageBounds(shape)
  if (!bounds) return []
  const from = editor.pageToViewport(bounds.point)
  const to = editor.pageToViewport({ x: bounds.maxX, y: bounds.maxY })
  if (Math.min(to.x - from.x, to.y - from.y) < SMALLEST_PX) return []
  const lowest = takenBounds(editor, shape.id)?.maxY ?? bounds.maxY
  const away = AWAY_PX[editor.getInstanceState().isCoarsePointer ? 'coarse' : 'fine']
  const [midX, midY] = [(from.x + to.x) / 2, (from.y + to.y) / 2]
  const places: Record<Side, { x: number; y: number }> = {
    right: { x: to.x + away, y: midY },
    left: { x: from.x - away, y: midY },
    // Below the text of a figure, not over it.
    down: { x: midX, y: editor.pageToViewport({ x: 0, y: lowest }).y + away },
    up: { x: midX, y: from.y - away },
  }
  const linked = new Set(linksAt(editor, shape).map(({ side }) => side))
  return SIDES.map((side) => ({ shape: shape.id, side, ...places[side], isLinked: linked.has(side) }))
}

/** The shape under the mouse, else the selected one, if links can be pulled out of it. */
function pulledShape(editor: Editor): TLShape | undefined {
  const near = nearPart(editor).get()
  return [near && editor.getShape(near), editor.getOnlySelectedShape()].find((shape): shape is TLShape =>
    Boolean(shape && canPull(editor, shape)),
  )
}

/** The link to come, while quick insert asks what goes where it was dropped. */
function Spot() {
  const editor = useEditor()
  const line = useValue('line to the spot', () => lineToSpot(editor), [editor])
  if (!line) return null
  const { from, to } = line
  return (
    <svg className="plus-spot" aria-hidden="true">
      <path d={`M${from.x} ${from.y}L${to.x} ${to.y}`} />
      <circle className="plus-end" cx={to.x} cy={to.y} r={5} />
    </svg>
  )
}

function lineToSpot(editor: Editor) {
  const spot = insertSpot(editor).get()
  const bounds = spot && editor.getSelectionPageBounds()
  if (!bounds) return null
  const { midX: x, midY: y, minX, maxX, minY, maxY } = bounds
  const starts = {
    right: { x: maxX, y },
    left: { x: minX, y },
    down: { x, y: maxY },
    up: { x, y: minY },
  }
  return { from: editor.pageToViewport(starts[insertSide(editor).get()]), to: editor.pageToViewport(spot) }
}
