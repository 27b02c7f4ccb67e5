import {
  type Editor,
  stopEventPropagation,
  type TLArrowBinding,
  type TLShape,
  useEditor,
  useValue,
} from 'tldraw'
import { boardDialog, insertAtSide } from './boardDialog.ts'
import { isPart } from './boardShapes.ts'
import { linkEnds } from './connect.ts'
import { SIDES, type Side } from './place.ts'
import './plusButtons.css'

/** Distance from the selected shape, px on the screen. */
const AWAY_PX = 20

interface Plus {
  readonly side: Side
  /** px within the canvas */
  readonly x: number
  readonly y: number
}

/** A + on each side of the selected component that no link leads to: puts the next one there, linked. */
export function PlusButtons() {
  const editor = useEditor()
  const pluses = useValue('pluses', () => plusesOf(editor), [editor])
  return pluses.map(({ side, x, y }) => (
    <button
      key={side}
      type="button"
      className="plus-button"
      style={{ transform: `translate(${x - 8}px, ${y - 8}px)` }}
      aria-label={`Add a component: ${side}`}
      title="Add a linked component here"
      tabIndex={-1}
      onPointerDown={stopEventPropagation}
      onClick={() => insertAtSide(editor, side)}
    >
      <svg width="16" height="16" viewBox="0 0 16 16" aria-hidden="true">
        <circle cx="8" cy="8" r="6" />
        <path d="M8 5.5v5M5.5 8h5" />
      </svg>
    </button>
  ))
}

function plusesOf(editor: Editor): Plus[] {
  const shape = editor.getOnlySelectedShape()
  const isQuiet = editor.isIn('select.idle') && boardDialog(editor).get() === null
  if (!shape || !isPart(shape) || !isQuiet || editor.getIsReadonly()) return []
  const bounds = editor.getShapePageBounds(shape)
  if (!bounds) return []
  const [from, to] = [
    editor.pageToViewport(bounds.point),
    editor.pageToViewport({ x: bounds.maxX, y: bounds.maxY }),
  ]
  const [midX, midY] = [(from.x + to.x) / 2, (from.y + to.y) / 2]
  const places: Record<Side, { x: number; y: number }> = {
    right: { x: to.x + AWAY_PX, y: midY },
    left: { x: from.x - AWAY_PX, y: midY },
    down: { x: midX, y: to.y + AWAY_PX },
    up: { x: midX, y: from.y - AWAY_PX },
  }
  const linked = linkedSides(editor, shape)
  return SIDES.filter((side) => !linked.has(side)).map((side) => ({ side, ...places[side] }))
}

/** The sides of a shape where its links were put, or towards which they lead. */
function linkedSides(editor: Editor, shape: TLShape): ReadonlySet<Side> {
  const centre = editor.getShapePageBounds(shape)?.center
  const sides = new Set<Side>()
  for (const { fromId, props } of editor.getBindingsToShape<TLArrowBinding>(shape, 'arrow')) {
    const { x, y } = props.normalizedAnchor
    if (props.isPrecise) {
      sides.add(sideTowards(x - 0.5, y - 0.5))
      continue
    }
    const { from, to } = linkEnds(editor, fromId)
    const other = from === shape.id ? to : from
    const end = other && editor.getShapePageBounds(other)?.center
    if (!centre || !end) continue
    sides.add(sideTowards(end.x - centre.x, end.y - centre.y))
  }
  return sides
}

function sideTowards(dx: number, dy: number): Side {
  if (Math.abs(dx) >= Math.abs(dy)) return dx >= 0 ? 'right' : 'left'
  return dy >= 0 ? 'down' : 'up'
}
