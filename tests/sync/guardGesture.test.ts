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
  a.editor.createShapes([
    { id: id('frame'), type: 'frame', x: 500, y: 400, props: { w: 200, h: 200 } },
    box('a', 20, 20),
    box('b', 300, 20),
  ])
  network.settle()
  a.editor.clearHistory()
})
afterEach(() => network.stop())

function drag(editor: Editor, names: string[]) {
  editor.setSelectedShapes(names.map((name) => id(name)))
  const from = { x: 30, y: 30 }
  point(editor, 'pointer_move', from)
  point(editor, 'pointer_down', from)
  for (let step = 1; step <= 3; step += 1) move(editor)
}

function move(editor: Editor) {
  const { x, y } = editor.inputs.currentScreenPoint
  point(editor, 'pointer_move', { x: x + 12, y: y + 5 })
}

function type(editor: Editor) {
  editor.select(id('a'))
  editor.setEditingShape(id('a'))
  editor.setCurrentTool('select.editing_shape')
  editor.updateShape({ id: id('a'), type: 'geo', props: { richText: toRichText('mine') } })
}

describe('a shape that cannot be shown any more while it is dragged', () => {
  it('ends the drag and stays in the document, and the rest of the selection is where it was', () => {
    const { editor } = a
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

describe('a shape that somebody puts elsewhere while it is dragged', () => {
  it('is let go, and stays where they put it', () => {
    const { editor } = a
    drag(editor, ['a'])
    network.settle()
    b.editor.run(() => {
      b.editor.reparentShapes([id('a')], id('frame'))
      b.editor.updateShape({ id: id('a'), type: 'geo', x: 10, y: 10 })
    })
    network.settle()
    expect(editor.getPath()).toBe('select.idle')
    move(editor)
    point(editor, 'pointer_up', { x: 90, y: 50 })
    network.settle()
    expect(editor.getShape(id('a'))).toMatchObject({ parentId: id('frame'), x: 10, y: 10 })
    expect(board(editor)).toEqual(board(b.editor))
  })
})

describe('a shape whose label is typed', () => {
  it('ends the typing by vanishing', () => {
    type(a.editor)
    network.settle()
    b.editor.deleteShapes([id('a')])
    network.settle()
    expect(a.editor.getEditingShapeId()).toBeNull()
    expect(a.editor.getPath()).toBe('select.idle')
  })

  it('stays open while somebody moves it into a frame', () => {
    type(a.editor)
    network.settle()
    b.editor.reparentShapes([id('a')], id('frame'))
    network.settle()
    expect(a.editor.getShape(id('a'))?.parentId).toBe(id('frame'))
    expect(a.editor.getEditingShapeId()).toBe(id('a'))
    expect(a.editor.getPath()).toBe('select.editing_shape')
  })
})

describe('a frame that vanishes from under what I drag over it', () => {
  it('lets the drag of a shape that is not in it go on', () => {
    const { editor } = a
    editor.updateShape({ id: id('frame'), type: 'frame', x: 0, y: 0 })
    network.settle()
    drag(editor, ['a'])
    expect(editor.isIn('select.translating')).toBe(true)
    b.editor.deleteShapes([id('frame')])
    network.settle()
    move(editor)
    point(editor, 'pointer_up', editor.inputs.currentScreenPoint)
    expect((editor as unknown as { getCrashingError(): unknown }).getCrashingError()).toBeFalsy()
    expect(editor.isIn('select.idle')).toBe(true)
    network.settle()
    expect(editor.getShape(id('a'))?.x).toBeGreaterThan(40)
    expect(board(editor)).toEqual(board(b.editor))
  })
})
