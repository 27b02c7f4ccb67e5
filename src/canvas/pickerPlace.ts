import { Box, type Editor } from 'tldraw'
import { insertSpot } from './boardDialog.ts'

const PICKER_WIDTH_PX = 480
/** With five rows, context and footer. */
const PICKER_HEIGHT_PX = 392
/** With two rows: less is no list to choose from. */
const LEAST_HEIGHT_PX = 228
const EDGE_PX = 16
/** Kept in sight around the place where something goes, on the page. */
const SPOT_PX = { w: 168, h: 64 } as const
const SIDE_PX = 8
/** tldraw's toolbar and its watermark at the bottom of the canvas. */
const TOOLBAR_PX = 64

/** px on the screen; `bottom` from the lower edge of the window, for a box that grows upwards. */
export interface PickerPlace {
  readonly left: number
  readonly width: number
  readonly maxHeight: number
  readonly top?: number
  readonly bottom?: number
}

interface Surroundings {
  readonly window: { readonly w: number; readonly h: number }
  readonly canvas: Box
  /** What is selected, or where something goes, on the screen; null for nothing. */
  readonly selection: Box | null
}

/** Where a picker opens over the board as it is now. */
export function pickerPlace(editor: Editor): PickerPlace {
  const spot = insertSpot(editor).get()
  const { w, h } = SPOT_PX
  const bounds = spot ? new Box(spot.x - w / 2, spot.y - h / 2, w, h) : editor.getSelectionPageBounds()
  return placePicker({
    window: { w: window.innerWidth, h: window.innerHeight },
    canvas: editor.getViewportScreenBounds(),
    selection: bounds && Box.FromPoints(bounds.corners.map((corner) => editor.pageToScreen(corner))),
  })
}

/**
 * Under the selection, else above it, else beside it, so that it, the toolbar and the watermark stay in sight;
 * in a small window shorter, and as the last resort over it. Without a selection, 104 from the top.
 */
export function placePicker({ window, canvas, selection }: Surroundings): PickerPlace {
  const width = Math.min(PICKER_WIDTH_PX, window.w - 2 * SIDE_PX)
  const floor = Math.max(Math.min(canvas.maxY, window.h) - TOOLBAR_PX, LEAST_HEIGHT_PX + EDGE_PX)
  const leftAt = (x: number) => Math.max(Math.min(x, window.w - SIDE_PX - width), SIDE_PX)
  const downFrom = (left: number, y: number): PickerPlace => {
    const top = Math.max(Math.min(y, floor - PICKER_HEIGHT_PX), EDGE_PX)
    return { left, width, top, maxHeight: Math.min(PICKER_HEIGHT_PX, floor - top) }
  }
  if (!selection) return downFrom(leftAt(canvas.midX - width / 2), 104)
  const rightmost = Math.max(canvas.maxX - SIDE_PX - width, canvas.x + SIDE_PX)
  const left = leftAt(Math.min(Math.max(selection.midX - width / 2, canvas.x + SIDE_PX), rightmost))
  const under = selection.maxY + EDGE_PX
  const above = selection.y - EDGE_PX
  const roomUnder = floor - under
  const roomAbove = above - canvas.y - SIDE_PX
  const upFrom = (maxHeight: number) => ({ left, width, bottom: window.h - above, maxHeight })
  if (roomUnder >= PICKER_HEIGHT_PX) return downFrom(left, under)
  if (roomAbove >= PICKER_HEIGHT_PX) return upFrom(PICKER_HEIGHT_PX)
  const beside = [selection.maxX + EDGE_PX, selection.x - EDGE_PX - width].find((x) => x === leftAt(x))
  if (beside !== undefined) return downFrom(beside, selection.midY - PICKER_HEIGHT_PX / 2)
  if (Math.max(roomUnder, roomAbove) < LEAST_HEIGHT_PX) return downFrom(left, floor - PICKER_HEIGHT_PX)
  return roomUnder >= roomAbove ? { left, width, top: under, maxHeight: roomUnder } : upFrom(roomAbove)
}
