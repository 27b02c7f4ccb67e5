import type { Editor, TLShape, TLShapeId } from 'tldraw'
import { STEP_FRAME } from '../../../shapes/step-frame/schema.ts'
import { isComponent } from '../../canvas/boardShapes.ts'

/**
 * What cards, composites, writing and links count beside a component: they decide only between steps of equally many.
 * A new board may have cards and composites to fill in, and nobody has drawn on it yet.
 */
const SMALL = 0.001

/** The step frame that holds the most components, the first of equals; null on a board without steps. */
export function busiestStep(editor: Editor): TLShape | null {
  let busiest: { frame: TLShape; fullness: number } | null = null
  for (const frame of editor.getCurrentPageShapesSorted()) {
    if (frame.type !== STEP_FRAME) continue
    const inside = [...stepContents(editor, frame)].flatMap((id) => editor.getShape(id) ?? [])
    const fullness = inside.reduce((sum, shape) => sum + (isComponent(shape) ? 1 : SMALL), 0)
    if (!busiest || fullness > busiest.fullness) busiest = { frame, fullness }
  }
  return busiest?.frame ?? null
}

/** Everything in a step, in whatever lanes and groups. */
export function stepContents(editor: Editor, step: TLShape): ReadonlySet<TLShapeId> {
  const inside = editor.getShapeAndDescendantIds([step.id])
  inside.delete(step.id)
  return inside
}
