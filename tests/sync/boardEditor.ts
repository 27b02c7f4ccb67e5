import type { Editor, TLPointerEventInfo } from 'tldraw'
import { shapeUtils } from '../../shapes/index.ts'
import { headlessEditor } from '../helpers/headlessEditor.ts'

/** A real editor of a board, without a screen. */
export function boardEditor(): Editor {
  return headlessEditor(shapeUtils)
}

/** Moves, presses or lifts the pointer of a headless editor, on the screen. */
export function point(
  editor: Editor,
  name: TLPointerEventInfo['name'],
  at: { x: number; y: number },
  target: object = { target: 'canvas' },
) {
  editor.dispatch({
    type: 'pointer',
    name,
    point: { ...at, z: 0.5 },
    pointerId: 1,
    ctrlKey: false,
    altKey: false,
    shiftKey: false,
    metaKey: false,
    accelKey: false,
    button: 0,
    isPen: false,
    ...target,
  } as TLPointerEventInfo)
  editor.emit('tick', 16)
}
