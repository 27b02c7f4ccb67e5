import type { Editor } from 'tldraw'
import { STEP_FRAME } from '../../../shapes/step-frame/schema.ts'

const MARGIN_PX = 48

/** Where a board opens: all of it, never enlarged; the first step where nothing but empty steps is there yet. */
export function showBoard(editor: Editor) {
  const shapes = editor.getCurrentPageShapesSorted()
  const first = shapes.every(({ type }) => type === STEP_FRAME) ? shapes[0] : undefined
  const bounds = first ? editor.getShapePageBounds(first) : editor.getCurrentPageBounds()
  if (bounds) editor.zoomToBounds(bounds, { immediate: true, inset: MARGIN_PX })
  if (editor.getZoomLevel() > 1) editor.resetZoom(undefined, { immediate: true })
}
