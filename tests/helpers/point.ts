import type { Editor, TLPointerEventInfo } from 'tldraw'

/** A pointer event on the canvas of an editor without a screen, and the frame after it. */
export function point(editor: Editor, name: TLPointerEventInfo['name'], x: number, y: number): void {
  editor.dispatch({
    type: 'pointer',
    target: 'canvas',
    name,
    point: { x, y, z: 0.5 },
    pointerId: 1,
    button: 0,
    isPen: false,
    shiftKey: false,
    altKey: false,
    ctrlKey: false,
    metaKey: false,
    accelKey: false,
  })
  editor.emit('tick', 16)
}
