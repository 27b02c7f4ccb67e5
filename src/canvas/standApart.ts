import type { Editor, TLShape, TLShapeId } from 'tldraw'

const STEP_PX = 24
const MOST_STEPS = 100

/** Moves these shapes, as one, until none stands exactly where another shape is: it would be hidden. */
export function standApart(editor: Editor, shapes: readonly TLShape[]): void {
  const moved = shapes.filter(({ id }) => editor.getBindingsFromShape(id, 'arrow').length === 0)
  const ids = new Set<TLShapeId>(moved.map(({ id }) => id))
  const taken = new Set(
    editor.getCurrentPageShapes().flatMap((shape) => (ids.has(shape.id) ? [] : spotOf(editor, shape, 0))),
  )
  const isHidden = (by: number) => moved.some((shape) => taken.has(spotOf(editor, shape, by)))
  let steps = 0
  while (steps < MOST_STEPS && isHidden(steps * STEP_PX)) steps++
  if (steps > 0) editor.nudgeShapes([...ids], { x: steps * STEP_PX, y: steps * STEP_PX })
}

function spotOf(editor: Editor, shape: TLShape, by: number): string {
  const bounds = editor.getShapePageBounds(shape)
  return `${shape.type} ${Math.round((bounds?.x ?? 0) + by)} ${Math.round((bounds?.y ?? 0) + by)}`
}
