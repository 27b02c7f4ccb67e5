import type { Editor, TLShape } from 'tldraw'
import { STEP_FRAME } from '../../../shapes/step-frame/schema.ts'

/** The step frame that holds most, the first of equals; null on a board without steps. */
export function busiestStep(editor: Editor): TLShape | null {
  let busiest: { frame: TLShape; count: number } | null = null
  for (const frame of editor.getCurrentPageShapesSorted()) {
    if (frame.type !== STEP_FRAME) continue
    const count = editor.getSortedChildIdsForParent(frame.id).length
    if (!busiest || count > busiest.count) busiest = { frame, count }
  }
  return busiest?.frame ?? null
}
