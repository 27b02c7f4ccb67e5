import { type Editor, react, type TLShapeId, type VecLike } from 'tldraw'
import { isPart } from './boardShapes.ts'
import { perEditor } from './perEditor.ts'

/** So far around a part, px on the screen, its pluses stand. */
const AROUND_PX = 40

/** The part under the mouse, or last under it while the mouse is on its way to what stands around it. */
export const nearPart = perEditor<TLShapeId | null>('near part', null)

/** Keeps {@link nearPart}: an outline may end well before the bounds that pluses stand at. Returns how to stop. */
export function followNear(editor: Editor): () => void {
  const near = nearPart(editor)
  const stop = react('near part', () => near.set(hoveredPart(editor) ?? near.get()))
  const onMove = ({ clientX, clientY }: PointerEvent) => {
    const hovered = hoveredPart(editor)
    if (!hovered && !near.get()) return
    const point = editor.screenToPage({ x: clientX, y: clientY })
    near.set([hovered, near.get()].find((id) => id && isAround(editor, id, point)) ?? null)
  }
  window.addEventListener('pointermove', onMove, { passive: true })
  return () => {
    stop()
    window.removeEventListener('pointermove', onMove)
  }
}

function hoveredPart(editor: Editor): TLShapeId | null {
  const shape = editor.getHoveredShape()
  return shape && isPart(shape) ? shape.id : null
}

function isAround(editor: Editor, id: TLShapeId, point: VecLike): boolean {
  const bounds = editor.getShapePageBounds(id)
  return (
    bounds
      ?.clone()
      .expandBy(AROUND_PX / editor.getZoomLevel())
      .containsPoint(point) ?? false
  )
}
