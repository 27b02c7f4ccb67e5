import type { Editor } from 'tldraw'
import { busiestStep } from './busiestStep.ts'

const MARGIN_PX = 32

/** Below this text cannot be read. */
const READABLE_ZOOM = 0.45

/** Where a board opens: all of it if that can be read, never enlarged, else the step that holds most. */
export function showBoard(editor: Editor) {
  const all = editor.getCurrentPageBounds()
  if (!all) return
  editor.zoomToBounds(all, { immediate: true, inset: MARGIN_PX })
  const step = editor.getZoomLevel() < READABLE_ZOOM ? busiestStep(editor) : null
  const bounds = step && editor.getShapePageBounds(step)
  if (bounds) editor.zoomToBounds(bounds, { immediate: true, inset: MARGIN_PX })
  if (editor.getZoomLevel() > 1) editor.resetZoom(undefined, { immediate: true })
}
