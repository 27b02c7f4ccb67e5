import type { Editor } from 'tldraw'

export const PICKER_WIDTH_PX = 480
/** With five rows. */
const PICKER_HEIGHT_PX = 372
const EDGE_PX = 16

/** Where a picker opens, px on the screen: under the selection, above it where that has room, else 104 from the top. */
export function pickerPlace(editor: Editor): { left: number; top: number } {
  const bounds = editor.getSelectionPageBounds()
  const lowest = window.innerHeight - PICKER_HEIGHT_PX - EDGE_PX
  const view = editor.getViewportScreenBounds()
  if (!bounds) return { left: inside(view.midX), top: Math.max(Math.min(104, lowest), EDGE_PX) }
  const under = editor.pageToScreen({ x: bounds.midX, y: bounds.maxY })
  const above = editor.pageToScreen({ x: bounds.midX, y: bounds.y }).y - EDGE_PX - PICKER_HEIGHT_PX
  const top = under.y + EDGE_PX <= lowest ? under.y + EDGE_PX : above >= EDGE_PX ? above : lowest
  return { left: inside(under.x), top: Math.max(top, EDGE_PX) }
}

function inside(middle: number): number {
  const rightmost = window.innerWidth - PICKER_WIDTH_PX - EDGE_PX
  return Math.max(Math.min(middle - PICKER_WIDTH_PX / 2, rightmost), 8)
}
