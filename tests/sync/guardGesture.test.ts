import { type Editor, toRichText } from 'tldraw'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type * as Y from 'yjs'
import { RECORDS } from '../../src/document/names.ts'
import { point } from './boardEditor.ts'
import { board, box, content, id, Network, type Peer } from './network.ts'

let network: Network
let [a, b] = [] as unknown as [Peer, Peer]
beforeEach(() => {
  network = new Network()
  ;[a, b] = [network.add(), network.add()]
  const { editor } = a
  editor.createShapes([
    { id: id('frame'), type: 'frame', x: 500, y: 400, props: { w: 200, h: 200 } },
    box('a', 20, 20),
    box('b', 300, 20),
    { id: id('arrow'), type: 'arrow' },
  ])
  for (const [terminal, to] of Object.entries({ start: 'a', end: 'b' })) {
    editor.createBinding({ type: 'arrow', fromId: id('arrow'), toId: id(to), props: { terminal } })
  }
  editor.createShapes([box('g1', 20, 400), box('g2', 200, 400)])
  editor.groupShapes([id('g1'), id('g2')], { groupId: id('group') })
  editor.selectNone()
  network.settle()
  editor.clearHistory()
})
afterEach(() => network.stop())

function drag(editor: Editor, names: string[], from = { x: 30, y: 30 }) {
  editor.setSelectedShapes(names.map((name) => id(name)))
  point(editor, 'pointer_move', from)
  point(editor, 'pointer_down', from)
  for (let step = 1; step <= 3; step += 1) move(editor)
}

function resize(editor: Editor, names: string[]) {
  editor.setSelectedShapes(names.map((name) => id(name)))
  const corner = editor.getSelectionRotatedPageBounds()?.corners[2] ?? { x: 0, y: 0 }
  const at = { x: corner.x, y: corner.y }
  point(editor, 'pointer_move', at)
  point(editor, 'pointer_down', at, { target: 'selection', handle: 'bottom_right' })
  for (let step = 1; step <= 3; step += 1) move(editor)
}

function drawArrow(editor: Editor) {
  editor.setCurrentTool('arrow')
  point(editor, 'pointer_move', { x: 350, y: 70 })
  point(editor, 'pointer_down', { x: 350, y: 70 })
  for (let step = 1; step <= 3; step += 1) move(editor)
}

function type(editor: Editor) {
  editor.select(id('a'))
  editor.setEditingShape(id('a'))
  editor.setCurrentTool('select.editing_shape')
  editor.updateShape({ id: id('a'), type: 'geo', props: { richText: toRichText('mine') } })
}

function erase(editor: Editor) {
  editor.setCurrentTool('eraser')
  point(editor, 'pointer_move', { x: 250, y: 70 })
  point(editor, 'pointer_down', { x: 250, y: 70 })
  for (let step = 1; step <= 8; step += 1) move(editor)
}

function move(editor: Editor) {
  const { x, y } = editor.inputs.currentScreenPoint
  point(editor, 'pointer_move', { x: x + 12, y: y + 5 })
}

const gestures: Record<string, (editor: Editor) => void> = {
  'dragging a shape': (editor) => drag(editor, ['a']),
  'dragging a shape and an arrow': (editor) => drag(editor, ['a', 'arrow']),
  'dragging a group': (editor) => drag(editor, ['group'], { x: 30, y: 410 }),
  'resizing a shape and an arrow': (editor) => resize(editor, ['a', 'arrow']),
  'drawing an arrow': drawArrow,
  'erasing a shape': erase,
  'typing a label': type,
}

const actions: Record<string, (editor: Editor) => void> = {
  'deletes the shape': (editor) => editor.deleteShapes([id('a')]),
  'deletes the arrow': (editor) => editor.deleteShapes([id('arrow')]),
  'deletes the target': (editor) => editor.deleteShapes([id('b')]),
  'deletes everything': (editor) => editor.deleteShapes(editor.getCurrentPageShapes()),
  'moves it into a frame': (editor) => editor.reparentShapes([id('a')], id('frame')),
  ungroups: (editor) => editor.ungroupShapes([id('group')]),
  'moves and fades all': (editor) => {
    for (const { id, type, x } of editor.getCurrentPageShapes()) {
      editor.updateShape({ id, type, x: x + 3, opacity: 0.5 })
    }
  },
}

const pairs = Object.keys(gestures).flatMap((gesture) =>
  Object.keys(actions).map((action) => [gesture, action]),
)

describe('somebody else’s edit during a gesture', () => {
  it.each(pairs)('neither crashes nor parts the boards: %s while the other %s', (gesture, action) => {
    const { editor } = a
    editor.markHistoryStoppingPoint('gesture')
    gestures[gesture ?? '']?.(editor)
    network.settle()
    actions[action ?? '']?.(b.editor)
    network.settle()
    move(editor)
    move(editor)
    const { x, y } = editor.inputs.currentScreenPoint
    point(editor, 'pointer_up', { x, y })
    editor.complete()
    network.settle()
    expect(crashOf(editor)).toBe('')
    expect(board(editor)).toEqual(board(b.editor))
    editor.undo()
    editor.redo()
    network.settle()
    expect(crashOf(editor)).toBe('')
    expect(board(editor)).toEqual(board(b.editor))
  })
})

describe('a shape that cannot be shown any more while it is dragged', () => {
  it('ends the drag and stays in the document, and the rest of the selection is where it was', () => {
    const { editor } = a
    editor.setSelectedShapes([id('a'), id('b')])
    drag(editor, ['a', 'b'])
    b.doc.transact(() => {
      const leaves = (name: string) => b.doc.getMap(RECORDS).get(id(name)) as Y.Map<unknown>
      leaves('a').set('x', 'far left')
      leaves('b').set('opacity', 0.5)
    })
    network.deliver()
    expect(editor.getShape(id('a'))).toBeUndefined()
    network.settle()
    expect(content(a.doc)).toHaveProperty(id('a'))
    expect(editor.getShape(id('b'))).toMatchObject({ x: 300, y: 20, opacity: 0.5 })
    expect(board(editor)).toEqual(board(b.editor))
  })
})

describe('a label that vanishes while it is typed', () => {
  it('leaves the rest of the word without effect, until the next press of the pointer', () => {
    type(a.editor)
    network.settle()
    b.editor.deleteShapes([id('a')])
    network.settle()
    expect(a.editor.getEditingShapeId()).toBeNull()
    let heard = 0
    const container = a.editor.getContainer()
    container.addEventListener('keydown', () => {
      heard += 1
    })
    const press = () => container.dispatchEvent(new KeyboardEvent('keydown', { key: 'z', bubbles: true }))
    press()
    expect(heard).toBe(0)
    container.dispatchEvent(new Event('pointerdown', { bubbles: true }))
    press()
    expect(heard).toBe(1)
  })
})

describe('a label that is typed while somebody moves its shape into a frame', () => {
  it('stays open, and hears every key', () => {
    type(a.editor)
    network.settle()
    b.editor.reparentShapes([id('a')], id('frame'))
    network.settle()
    expect(a.editor.getShape(id('a'))?.parentId).toBe(id('frame'))
    expect(a.editor.getEditingShapeId()).toBe(id('a'))
    let heard = 0
    const container = a.editor.getContainer()
    container.addEventListener('keydown', () => {
      heard += 1
    })
    container.dispatchEvent(new KeyboardEvent('keydown', { key: 'z', bubbles: true }))
    expect(heard).toBe(1)
  })
})

function crashOf(editor: Editor): string {
  return String((editor as unknown as { getCrashingError(): unknown }).getCrashingError() ?? '')
}
