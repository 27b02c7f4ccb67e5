import type { Editor } from 'tldraw'
import { point } from '../boardEditor.ts'
import type { Act } from './act.ts'
import { someShapes } from './act.ts'

/** What a person does while the pointer is up; undo has marks, as the keyboard makes them. */
export const handActs: Readonly<Record<string, Act>> = {
  mark: ({ editor }) => void editor.markHistoryStoppingPoint('step'),
  undo: ({ editor }) => void editor.undo(),
  redo: ({ editor }) => void editor.redo(),
  /** Picks shapes up; later acts carry them on, while others' edits come in. */
  press(peer, scene) {
    const { editor } = peer
    editor.setCurrentTool('select')
    editor.setSelectedShapes(someShapes(peer, scene, 3))
    const bounds = editor.getSelectionPageBounds()
    if (!bounds) return
    const corner = editor.getSelectionRotatedPageBounds()?.corners[2]
    const target =
      scene.pick(3) === 0 && corner
        ? { at: corner, hit: { target: 'selection', handle: 'bottom_right' } }
        : { at: bounds.center, hit: { target: 'selection' } }
    const at = editor.pageToScreen(target.at)
    point(editor, 'pointer_move', at)
    point(editor, 'pointer_down', at, target.hit)
  },
  draw({ editor }, scene) {
    const at = { x: scene.pick(900), y: scene.pick(600) }
    editor.setCurrentTool(['arrow', 'geo', 'draw', 'eraser'][scene.pick(4)] ?? 'arrow')
    point(editor, 'pointer_move', at)
    point(editor, 'pointer_down', at)
  },
}

/** What a person does while the pointer is down. */
export const gestureActs: Readonly<Record<string, Act>> = {
  drag({ editor }, { pick }) {
    const { x, y } = editor.inputs.currentScreenPoint
    point(editor, 'pointer_move', { x: x + pick(80) - 40, y: y + pick(60) - 30 })
  },
  drop({ editor }) {
    lift(editor)
  },
  escape({ editor }) {
    editor.cancel()
    lift(editor)
  },
}

/** Ends whatever the pointer is doing. */
export function lift(editor: Editor) {
  const { x, y } = editor.inputs.currentScreenPoint
  point(editor, 'pointer_up', { x, y })
  editor.setCurrentTool('select')
}
