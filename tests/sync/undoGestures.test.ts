import { react, type TLGeoShape } from 'tldraw'
import { describe, expect, it } from 'vitest'
import { point } from './boardEditor.ts'
import { id } from './network.ts'
import { bindings, edit, label, link, look, pull, redo, twoAtABoard, undo } from './undoPeers.ts'

const two = twoAtABoard()
const INSIDE_A = { x: 50, y: 50 }
const count = () => two.friend.getCurrentPageShapeIds().size

describe('undo of gestures', () => {
  it('one drag = one step (select, drag, undo, undo), selection and all', () => {
    const seen = () => `${look(two.friend, 'a')} ${two.me.getSelectedShapeIds().join()}`
    pull(two, INSIDE_A, 8)
    point(two.me, 'pointer_up', { x: 130, y: 50 })
    two.network.settle()
    expect(seen()).toBe('80,0 black shape:a')
    undo(two, two.me)
    expect(seen()).toBe('0,0 black shape:a')
    undo(two, two.me)
    expect(seen()).toBe('0,0 black ')
    redo(two, two.me)
    redo(two, two.me)
    expect(seen()).toBe('80,0 black shape:a')
  })

  it('Escape during a drag, peer labels meanwhile', () => {
    pull(two, INSIDE_A, 4)
    edit(two, two.friend, 'a', label('peer'))
    point(two.me, 'pointer_move', { x: 99, y: 50 })
    two.network.settle()
    two.me.cancel()
    two.network.settle()
    expect(look(two.friend, 'a')).toBe('0,0 black “peer”')
    expect(two.me.getPath()).toBe('select.idle')
    undo(two, two.me)
    expect(look(two.friend, 'a')).toBe('0,0 black “peer”')
  })

  it('Escape in a drag must not touch what a peer moved meanwhile', () => {
    two.me.select(id('a'), id('b'))
    pull(two, INSIDE_A, 4)
    edit(two, two.friend, 'b', { x: 333 })
    two.me.cancel()
    two.network.settle()
    expect([look(two.friend, 'a'), look(two.friend, 'b')]).toEqual(['0,0 black', '333,0 black'])
  })

  it('Escape after a step of mine reaches no further than the drag, also when the peer overtook it', () => {
    edit(two, two.me, 'b', { props: { color: 'red' } })
    pull(two, INSIDE_A, 4)
    edit(two, two.friend, 'a', { x: 222, y: 1 })
    two.me.cancel()
    two.network.settle()
    expect([look(two.friend, 'a'), look(two.friend, 'b')]).toEqual(['222,1 black', '300,0 red'])
  })

  it('Escape while resizing', () => {
    two.me.select(id('a'))
    pull(two, { x: 100, y: 100 }, 4, { target: 'selection', handle: 'bottom_right' })
    expect(two.me.getPath()).toBe('select.resizing')
    two.me.cancel()
    two.network.settle()
    const shape = two.friend.getShape<TLGeoShape>(id('a'))
    expect([shape?.x, shape?.props.w]).toEqual([0, 100])
  })

  it('draw a box with the geo tool, Escape', () => {
    two.me.setCurrentTool('geo')
    pull(two, { x: 600, y: 300 }, 4)
    expect(two.me.getPath()).toBe('select.resizing')
    two.me.cancel()
    two.network.settle()
    expect(count()).toBe(2)
  })

  it('draw a box with the geo tool; undo; redo', () => {
    two.me.setCurrentTool('geo')
    pull(two, { x: 600, y: 300 }, 4)
    point(two.me, 'pointer_up', { x: 640, y: 300 })
    two.network.settle()
    const width = () => (two.friend.getCurrentPageShapesSorted().at(-1) as TLGeoShape).props.w
    expect([count(), width()]).toEqual([3, 40])
    undo(two, two.me)
    expect(count()).toBe(2)
    redo(two, two.me)
    expect([count(), width()]).toEqual([3, 40])
  })

  it('paste 3 shapes and bindings; undo; redo', () => {
    two.me.run(() => link(two.me, 'arrow', 'a', 'b'), { history: 'ignore' })
    two.network.settle()
    const seen = () => [count(), bindings(two.friend)]
    expect(seen()).toEqual([3, 2])
    const copied = two.me.getContentFromCurrentPage([id('a'), id('b'), id('arrow')])
    if (!copied) throw new Error('Nothing was copied.')
    two.me.markHistoryStoppingPoint('paste')
    two.me.putContentOntoCurrentPage(copied, { select: true, point: { x: 500, y: 500 } })
    two.network.settle()
    expect(seen()).toEqual([6, 4])
    undo(two, two.me)
    expect(seen()).toEqual([3, 2])
    redo(two, two.me)
    expect(seen()).toEqual([6, 4])
  })
})

describe('marks and redo', () => {
  it('whoever shows whether there is something to undo or redo is told', () => {
    const told: boolean[][] = []
    const stop = react('buttons', () => told.push([two.me.getCanUndo(), two.me.getCanRedo()]))
    two.me.updateShape({ id: id('a'), type: 'geo', x: 50 })
    two.me.undo()
    two.me.redo()
    stop()
    expect(told).toEqual([
      [false, false],
      [true, false],
      [false, true],
      [true, false],
    ])
  })

  it('squashToMark: 3 marks, squash, one undo', () => {
    const mark = two.me.markHistoryStoppingPoint('first')
    for (const x of [10, 20, 30]) edit(two, two.me, 'a', { x })
    two.me.markHistoryStoppingPoint('last')
    two.me.squashToMark(mark)
    undo(two, two.me)
    expect(look(two.friend, 'a')).toBe('0,0 black')
  })

  it('a mark that is not there: nothing is taken back or forgotten', () => {
    edit(two, two.me, 'a', { x: 50 })
    two.me.bailToMark('nowhere')
    two.me.squashToMark('nowhere')
    expect(look(two.me, 'a')).toBe('50,0 black')
    undo(two, two.me)
    expect(look(two.friend, 'a')).toBe('0,0 black')
  })

  it('preserveRedoStack: select between undo and redo', () => {
    edit(two, two.me, 'a', { x: 50 })
    undo(two, two.me)
    two.me.select(id('b'))
    expect(two.me.getCanRedo()).toBe(true)
    redo(two, two.me)
    expect(look(two.friend, 'a')).toBe('50,0 black')
  })

  it('a remote change keeps my redo stack', () => {
    two.me.run(() => link(two.me, 'arrow', 'a', 'b'), { history: 'ignore' })
    two.network.settle()
    edit(two, two.me, 'a', { x: 50 })
    undo(two, two.me)
    two.friend.bringToFront([id('a')])
    two.network.settle()
    expect(two.me.getCanRedo()).toBe(true)
    redo(two, two.me)
    expect(look(two.friend, 'a')).toBe('50,0 black')
  })
})
