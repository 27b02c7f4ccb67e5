import type { Editor, Group2d, TLPointerEventInfo, VecLike } from 'tldraw'
import { COMPONENT } from '../../../shapes/component/schema.ts'
import { LINK } from '../../../shapes/link/schema.ts'
import { point } from '../boardEditor.ts'
import { id } from '../network.ts'

/** Something a person does with the pointer or the keys that takes a while. */
export interface Gesture {
  readonly name: string
  /** Where tldraw's state machine is in the middle of it. */
  readonly state: string
  begin(editor: Editor): void
  /** Two more steps of the pointer, if nothing else is said. */
  goOn?(editor: Editor): void
  /** Lifts the pointer, if nothing else is said. */
  finish?(editor: Editor): void
}

export const GESTURES: readonly Gesture[] = [
  {
    name: 'typing the label of a component',
    state: 'select.editing_shape',
    begin: (editor) => {
      edit(editor, 'a')
      editor.updateShape({ id: id('a'), type: COMPONENT, props: { label: 'mine' } })
    },
    goOn: (editor) => {
      if (editor.getEditingShapeId() !== id('a')) return
      editor.updateShape({ id: id('a'), type: COMPONENT, props: { label: 'mine too' } })
    },
    finish: clickBeside,
  },
  {
    name: 'typing the label of a link',
    state: 'select.editing_shape',
    begin: (editor) => {
      edit(editor, 'link')
      editor.updateShape({ id: id('link'), type: LINK, props: { text: 'mine' } })
    },
    goOn: (editor) => {
      if (editor.getEditingShapeId() !== id('link')) return
      editor.updateShape({ id: id('link'), type: LINK, props: { text: 'mine too' } })
    },
    finish: clickBeside,
  },
  {
    name: 'dragging a component',
    state: 'select.translating',
    begin: (editor) => drag(editor, ['a']),
  },
  {
    name: 'dragging a component and its link',
    state: 'select.translating',
    begin: (editor) => drag(editor, ['c', 'link']),
  },
  {
    name: 'dragging a group',
    state: 'select.translating',
    begin: (editor) => drag(editor, ['group'], { x: 62, y: 520 }),
  },
  {
    name: 'dragging a frame by its head',
    state: 'select.translating',
    begin: (editor) => drag(editor, ['frame'], { x: 40, y: 40 }),
  },
  {
    name: 'dragging a component over a frame',
    state: 'select.translating',
    begin: (editor) => {
      drag(editor, ['c'])
      for (const at of [OVER_FRAME, { x: 705, y: 525 }]) point(editor, 'pointer_move', at)
    },
  },
  {
    name: 'resizing a component',
    state: 'select.resizing',
    begin: (editor) => pullCorner(editor, ['a'], 'bottom_right'),
  },
  {
    name: 'resizing a component and its link',
    state: 'select.resizing',
    begin: (editor) => pullCorner(editor, ['c', 'link'], 'bottom_right'),
  },
  {
    name: 'resizing a funnel',
    state: 'select.resizing',
    begin: (editor) => pullCorner(editor, ['funnel'], 'bottom_right'),
  },
  {
    name: 'rotating two boxes and a component',
    state: 'select.rotating',
    begin: (editor) => pullCorner(editor, ['group', 'c'], 'bottom_right_rotate'),
  },
  {
    name: 'drawing a link',
    state: 'select.dragging_handle',
    begin: (editor) => {
      editor.setCurrentTool('arrow')
      pull(editor, middle(editor, 'b'))
      point(editor, 'pointer_move', middle(editor, 'a'))
    },
  },
  {
    name: 'dragging the end of a link',
    state: 'select.dragging_handle',
    begin: (editor) => pullHandle(editor, 'link', 'end', middle(editor, 'b')),
  },
  {
    name: 'dragging a point of a line',
    state: 'select.dragging_handle',
    begin: (editor) => pullHandle(editor, 'line', 'a1', { x: 800, y: 60 }),
  },
  {
    name: 'dragging the label of a link',
    state: 'select.pointing_arrow_label',
    begin: (editor) => {
      editor.select(id('link'))
      const label = editor.getShapeGeometry<Group2d>(id('link')).children.find(({ isLabel }) => isLabel)
      if (!label) throw new Error('The link shows no label.')
      pull(editor, editor.getShapePageTransform(id('link')).applyToPoint(label.center))
    },
  },
  {
    name: 'drawing freehand',
    state: 'draw.drawing',
    begin: (editor) => {
      editor.setCurrentTool('draw')
      pull(editor, EMPTY)
    },
  },
  {
    name: 'drawing a box',
    state: 'select.resizing',
    begin: (editor) => {
      editor.setCurrentTool('geo')
      pull(editor, EMPTY)
    },
  },
  {
    name: 'erasing',
    state: 'eraser.erasing',
    begin: (editor) => {
      editor.setCurrentTool('eraser')
      const { x, y } = middle(editor, 'b')
      pull(editor, { x: x - 150, y })
      point(editor, 'pointer_move', { x: x + 150, y: y + 5 })
    },
  },
  {
    name: 'sweeping a selection',
    state: 'select.brushing',
    begin: (editor) => {
      pull(editor, { x: 1000, y: 700 })
      point(editor, 'pointer_move', { x: 30, y: 250 })
    },
  },
  {
    name: 'pressing a component',
    state: 'select.pointing_shape',
    begin: (editor) => press(editor, middle(editor, 'b')),
    goOn: () => {},
  },
]

const EMPTY = { x: 460, y: 300 }
const OVER_FRAME = { x: 700, y: 520 }

/** A step of the pointer. */
export function move(editor: Editor) {
  const { x, y } = editor.inputs.currentScreenPoint
  point(editor, 'pointer_move', { x: x + 12, y: y + 5 })
}

export function lift(editor: Editor) {
  const { x, y } = editor.inputs.currentScreenPoint
  point(editor, 'pointer_up', { x, y })
}

type Target = Partial<TLPointerEventInfo>

function press(editor: Editor, at: VecLike, target?: Target) {
  point(editor, 'pointer_move', { x: at.x, y: at.y })
  point(editor, 'pointer_down', { x: at.x, y: at.y }, target)
}

function pull(editor: Editor, at: VecLike, target?: Target) {
  press(editor, at, target)
  for (let step = 1; step <= 3; step += 1) move(editor)
}

function drag(editor: Editor, names: string[], at?: VecLike) {
  editor.setSelectedShapes(names.map((name) => id(name)))
  pull(editor, at ?? middle(editor, names[0] ?? ''))
}

function pullCorner(editor: Editor, names: string[], handle: 'bottom_right' | 'bottom_right_rotate') {
  editor.setSelectedShapes(names.map((name) => id(name)))
  const { x = 0, y = 0 } = editor.getSelectionRotatedPageBounds()?.corners[2] ?? {}
  pull(editor, { x, y }, { target: 'selection', handle })
}

function pullHandle(editor: Editor, name: string, handle: string, at: VecLike) {
  editor.select(id(name))
  const shape = editor.getShape(id(name))
  const found = editor.getShapeHandles(id(name))?.find((one) => one.id === handle)
  if (!shape || !found) throw new Error(`“${name}” has no handle “${handle}”`)
  pull(editor, at, { target: 'handle', shape, handle: found })
}

function middle(editor: Editor, name: string): VecLike {
  const bounds = editor.getShapePageBounds(id(name))
  if (!bounds) throw new Error(`“${name}” is not on the board`)
  return bounds.center
}

function edit(editor: Editor, name: string) {
  editor.select(id(name))
  editor.setEditingShape(id(name))
  editor.setCurrentTool('select.editing_shape')
}

function clickBeside(editor: Editor) {
  press(editor, { x: 1050, y: 700 })
  lift(editor)
}
