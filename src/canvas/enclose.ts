import { type Editor, Box as PageBox, type TLShape } from 'tldraw'
import { isFrame, isStepFrame } from './boardShapes.ts'
import { takenBounds } from './footprint.ts'
import { down, up } from './freeSpot.ts'
import type { Place } from './place.ts'

/** Between a frame and what it is drawn around, px; at the top with room for its head. */
const AROUND_PX = { side: 24, top: 64 } as const

/**
 * The selected shapes that a new frame would be drawn around; none where a step's frame is among them, since
 * steps hold all else. Links between shapes go where these go.
 */
export function enclosed(editor: Editor): TLShape[] {
  const shapes = editor.getSelectedShapes().filter((shape) => !editor.isShapeOrAncestorLocked(shape))
  if (shapes.some(isStepFrame)) return []
  return shapes.filter(({ type }) => type !== 'arrow')
}

/** Where a frame around these shapes stands: in the nearest frame that holds them all. */
export function placeAround(editor: Editor, shapes: readonly TLShape[]): Place | null {
  const boxes = shapes.flatMap(({ id }) => takenBounds(editor, id) ?? [])
  if (boxes.length === 0) return null
  const inner = PageBox.Common(boxes)
  const [x, y] = [down(inner.x - AROUND_PX.side), down(inner.y - AROUND_PX.top)]
  const box = { x, y, w: up(inner.maxX + AROUND_PX.side) - x, h: up(inner.maxY + AROUND_PX.side) - y }
  const parentId = editor.findCommonAncestor([...shapes], isFrame)
  return { box, parent: (parentId && editor.getShape(parentId)) ?? null }
}
