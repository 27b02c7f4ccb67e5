import { type Editor, Box as PageBox } from 'tldraw'

/** Kept free around what is shown, px on the screen: tldraw's menus stand above, its toolbar below. */
const EDGE_PX = { left: 48, right: 48, top: 56, bottom: 96 } as const
const PAN_MS = 200

/** Moves the view, at the same zoom, just as far as `by` says for each direction. */
export function panBy(editor: Editor, box: PageBox, by: typeof shift): void {
  const { x, y, z } = editor.getCamera()
  const view = editor.getViewportPageBounds()
  const room = new PageBox(
    view.x + EDGE_PX.left / z,
    view.y + EDGE_PX.top / z,
    view.w - (EDGE_PX.left + EDGE_PX.right) / z,
    view.h - (EDGE_PX.top + EDGE_PX.bottom) / z,
  )
  const dx = by([box.minX, box.maxX], [room.minX, room.maxX])
  const dy = by([box.minY, box.maxY], [room.minY, room.maxY])
  if (dx === 0 && dy === 0) return
  editor.setCamera({ x: x - dx, y: y - dy, z }, { animation: { duration: PAN_MS } })
}

type Stretch = readonly [from: number, to: number]

/** How far a room moves to hold something; its beginning where it is too large. */
export function shift([from, to]: Stretch, [roomFrom, roomTo]: Stretch): number {
  if (from < roomFrom || to - from > roomTo - roomFrom) return from - roomFrom
  return Math.max(0, to - roomTo)
}

/** As {@link shift}; none where a room is full of what is too large for it. */
export function shiftToFill([from, to]: Stretch, [roomFrom, roomTo]: Stretch): number {
  if (to - from <= roomTo - roomFrom) return shift([from, to], [roomFrom, roomTo])
  return Math.max(0, from - roomFrom) + Math.min(0, to - roomTo)
}
