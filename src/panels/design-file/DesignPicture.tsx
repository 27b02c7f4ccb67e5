import type { TLShape, TLShapeId } from 'tldraw'
import type { PlacedDesign } from '../../../templates/design/placeDesign.ts'

interface Piece {
  readonly id: string
  readonly kind: 'frame' | 'part'
  readonly x: number
  readonly y: number
  readonly w: number
  readonly h: number
}

const FRAMES = new Set(['zone-frame', 'step-frame'])
const MARGIN_PX = 24

/** A small picture of how a design will stand on the board: its frames and parts as boxes. */
export function DesignPicture({ drawing }: { drawing: PlacedDesign }) {
  const { x, y, w, h } = drawing.box
  return (
    <svg
      className="design-file-picture"
      viewBox={`${x - MARGIN_PX} ${y - MARGIN_PX} ${w + 2 * MARGIN_PX} ${h + 2 * MARGIN_PX}`}
      role="img"
      aria-label="How it will stand on the board"
    >
      {piecesOf(drawing).map(({ id, kind, ...box }) => (
        <rect
          key={id}
          className={`design-file-${kind}`}
          x={box.x}
          y={box.y}
          width={box.w}
          height={box.h}
          rx={kind === 'frame' ? 12 : 16}
        />
      ))}
    </svg>
  )
}

function piecesOf({ records }: PlacedDesign): Piece[] {
  const shapes = records.filter((record): record is TLShape => record.typeName === 'shape')
  const byId = new Map<string, TLShape>(shapes.map((shape) => [shape.id, shape]))
  return shapes
    .filter(({ type }) => type !== 'arrow')
    .map((shape) => {
      const { w, h } = shape.props as { w: number; h?: number }
      const kind = FRAMES.has(shape.type) ? ('frame' as const) : ('part' as const)
      return { id: shape.id, kind, ...onPage(shape, byId), w, h: h ?? w / 2 }
    })
}

function onPage(shape: TLShape, byId: ReadonlyMap<string, TLShape>): { x: number; y: number } {
  const parent = byId.get(shape.parentId as TLShapeId)
  if (!parent) return { x: shape.x, y: shape.y }
  const { x, y } = onPage(parent, byId)
  return { x: x + shape.x, y: y + shape.y }
}
