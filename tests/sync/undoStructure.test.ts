import { type Editor, PageRecordType, type TLArrowBinding, type TLShapeId } from 'tldraw'
import { describe, expect, it } from 'vitest'
import { box, id } from './network.ts'
import { edit, label, link, look, redo, solid, twoAtABoard, undo } from './undoPeers.ts'

const two = twoAtABoard()

const frame = (x: number, y: number) => ({ id: id('frame'), type: 'frame', x, y, props: { w: 300, h: 300 } })
const parent = (name: string) => two.friend.getShape(id(name))?.parentId
const pageBox = (name: string) => {
  const bounds = two.friend.getShapePageBounds(id(name))
  return bounds && [Math.round(bounds.x), Math.round(bounds.y)]
}
const onPage = () => two.friend.getCurrentPageId() as unknown as TLShapeId

describe('undo and groups', () => {
  it('group, ungroup by peer; undo', () => {
    two.me.markHistoryStoppingPoint('group')
    two.me.groupShapes([id('a'), id('b')], { groupId: id('g') })
    two.network.settle()
    two.friend.ungroupShapes([id('g')])
    two.network.settle()
    undo(two, two.me)
    expect([parent('a'), parent('b')]).toEqual([onPage(), onPage()])
  })

  it('I group, peer moves one of them inside the group; undo', () => {
    two.me.updateShapes([{ id: id('a'), type: 'geo', x: 50 }])
    two.network.settle()
    two.me.markHistoryStoppingPoint('group')
    two.me.groupShapes([id('a'), id('b')], { groupId: id('g') })
    two.network.settle()
    const inside = two.friend.getShape(id('b'))
    two.friend.updateShape({ id: id('b'), type: 'geo', x: (inside?.x ?? 0) + 100 })
    two.network.settle()
    undo(two, two.me)
    expect(parent('b')).toBe(onPage())
    expect(pageBox('b')).toEqual([400, 0])
  })

  it('I ungroup, peer moves one of them; undo brings the group back around it', () => {
    two.me.updateShapes([{ id: id('a'), type: 'geo', x: 50 }])
    two.me.groupShapes([id('a'), id('b')], { groupId: id('g') })
    two.network.settle()
    two.me.markHistoryStoppingPoint('ungroup')
    two.me.ungroupShapes([id('g')])
    two.network.settle()
    edit(two, two.friend, 'b', { x: 400 })
    undo(two, two.me)
    expect(parent('b')).toBe(id('g'))
    expect([pageBox('a'), pageBox('b')]).toEqual([
      [50, 0],
      [400, 0],
    ])
  })
})

describe('undo and frames in frames', () => {
  const inner = (x: number) => ({ ...frame(x, 400), id: id('inner') })

  it('I take a frame out of another, peer puts that one into it; undo leaves both where the peer has them', () => {
    two.friend.createShapes([frame(0, 400), { ...inner(20), parentId: id('frame') }])
    two.network.settle()
    two.me.markHistoryStoppingPoint('out')
    two.me.reparentShapes([id('inner')], onPage())
    two.network.settle()
    two.friend.reparentShapes([id('frame')], id('inner'))
    two.network.settle()
    undo(two, two.me)
    expect([parent('inner'), parent('frame')]).toEqual([onPage(), id('inner')])
    redo(two, two.me)
    expect([parent('inner'), parent('frame')]).toEqual([onPage(), id('inner')])
  })
})

describe('undo of a grouping that the peer has moved', () => {
  const group = () => {
    two.me.updateShapes([{ id: id('a'), type: 'geo', x: 50 }])
    two.network.settle()
    two.me.markHistoryStoppingPoint('group')
    two.me.groupShapes([id('a'), id('b')], { groupId: id('g') })
    two.network.settle()
  }

  it('leaves the shapes where the peer put them', () => {
    group()
    two.friend.updateShape({ id: id('g'), type: 'group', x: 150, y: 30 })
    two.network.settle()
    undo(two, two.me)
    expect([parent('a'), parent('b')]).toEqual([onPage(), onPage()])
    expect([pageBox('a'), pageBox('b')]).toEqual([
      [150, 30],
      [400, 30],
    ])
    redo(two, two.me)
    expect([parent('a'), parent('b')]).toEqual([id('g'), id('g')])
    expect([pageBox('a'), pageBox('b')]).toEqual([
      [150, 30],
      [400, 30],
    ])
  })

  it('leaves the shapes where the peer turned them', () => {
    group()
    two.friend.select(id('g'))
    two.friend.rotateShapesBy([id('g')], Math.PI / 2)
    two.network.settle()
    const turned = [pageBox('a'), pageBox('b')]
    undo(two, two.me)
    expect([pageBox('a'), pageBox('b')]).toEqual(turned)
  })

  it('takes my own move of the group back', () => {
    group()
    two.me.updateShape({ id: id('g'), type: 'group', x: 150, y: 30 })
    two.network.settle()
    undo(two, two.me)
    expect([pageBox('a'), pageBox('b')]).toEqual([
      [50, 0],
      [300, 0],
    ])
  })
})

describe('undo and frames', () => {
  it('shape of mine inside a frame the peer deletes; undo my move', () => {
    two.me.createShapes([frame(-10, -10)])
    two.network.settle()
    two.me.markHistoryStoppingPoint('into the frame')
    two.me.reparentShapes([id('a')], id('frame'))
    two.network.settle()
    two.friend.deleteShapes([id('frame')])
    two.network.settle()
    undo(two, two.me)
    expect(look(two.friend, 'a')).toBe('gone')
  })

  it('I put a shape into a frame, peer moves the frame; undo leaves the shape where the peer took it', () => {
    two.me.createShapes([frame(-10, -10)])
    two.network.settle()
    two.me.markHistoryStoppingPoint('into the frame')
    two.me.reparentShapes([id('a')], id('frame'))
    two.network.settle()
    two.friend.updateShape({ id: id('frame'), type: 'frame', x: 490 })
    two.network.settle()
    undo(two, two.me)
    expect(parent('a')).toBe(onPage())
    expect(pageBox('a')).toEqual([500, 0])
  })

  it('I delete a frame with children; undo', () => {
    two.me.createShapes([frame(-10, -10)])
    two.me.reparentShapes([id('a')], id('frame'))
    two.network.settle()
    two.me.markHistoryStoppingPoint('delete')
    two.me.deleteShapes([id('frame')])
    two.network.settle()
    undo(two, two.me)
    expect(parent('a')).toBe(id('frame'))
    expect(look(two.friend, 'a')).toBe('10,10 black')
  })

  it('I move x, peer puts it into a frame at 0,0; undo', () => {
    two.friend.createShapes([frame(0, 0)])
    two.network.settle()
    edit(two, two.me, 'a', { x: 50 })
    two.friend.reparentShapes([id('a')], id('frame'))
    two.network.settle()
    undo(two, two.me)
    expect(parent('a')).toBe(id('frame'))
    expect(look(two.friend, 'a')).toBe('50,0 black')
  })

  it('I move, peer puts it into a frame at 0,0, I move on; undo goes back to where the peer put it', () => {
    two.friend.createShapes([frame(0, 0)])
    two.network.settle()
    edit(two, two.me, 'a', { x: 50 })
    two.friend.reparentShapes([id('a')], id('frame'))
    two.network.settle()
    two.me.updateShape({ id: id('a'), type: 'geo', x: 60 })
    two.network.settle()
    undo(two, two.me)
    expect(look(two.friend, 'a')).toBe('50,0 black')
  })

  it('I make a frame, peer puts a shape into it; undo leaves the shape where it is', () => {
    two.me.markHistoryStoppingPoint('make')
    two.me.createShapes([frame(100, 100)])
    two.network.settle()
    edit(two, two.friend, 'b', { x: 150, y: 150 })
    two.friend.reparentShapes([id('b')], id('frame'))
    two.network.settle()
    undo(two, two.me)
    expect(parent('frame')).toBeUndefined()
    expect(parent('b')).toBe(onPage())
    expect(pageBox('b')).toEqual([150, 150])
    redo(two, two.me)
    expect(parent('b')).toBe(id('frame'))
    expect(pageBox('b')).toEqual([150, 150])
  })
})

describe('undo and the rest of a board', () => {
  it('new page: undo returns to the old page; redo', () => {
    const before = two.me.getCurrentPageId()
    const page = PageRecordType.createId('second')
    two.me.markHistoryStoppingPoint('page')
    two.me.run(() => {
      two.me.createPage({ name: 'Second', id: page })
      two.me.setCurrentPage(page)
    })
    two.network.settle()
    expect(two.friend.getPages().length).toBe(2)
    undo(two, two.me)
    expect(two.friend.getPages().length).toBe(1)
    expect(two.me.getCurrentPageId()).toBe(before)
    redo(two, two.me)
    expect(two.friend.getPages().length).toBe(2)
    expect(two.me.getCurrentPageId()).toBe(page)
  })

  it('deleting several, a part of which the peer has deleted too; undo brings mine back', () => {
    two.me.createShapes([solid('n', 600)])
    two.network.settle()
    edit(two, two.friend, 'n', label('peer'))
    two.me.markHistoryStoppingPoint('delete')
    two.me.deleteShapes([id('a'), id('n')])
    two.friend.deleteShapes([id('b')])
    two.network.settle()
    undo(two, two.me)
    expect(['a', 'b', 'n'].map((name) => look(two.me, name))).toEqual([
      '0,0 black',
      'gone',
      '600,0 black “peer”',
    ])
  })
})

describe('undo and links', () => {
  const end = (name: string) =>
    two.friend
      .getBindingsFromShape<TLArrowBinding>(id(name), 'arrow')
      .find(({ props }) => props.terminal === 'end')?.toId
  const bind = (editor: Editor, to: string) =>
    editor.createBinding({ type: 'arrow', fromId: id('link'), toId: id(to), props: { terminal: 'end' } })

  it.each(Array.from({ length: 8 }, (_, n) => n))(
    'I delete the target, peer binds the loose end anew; undo (%i)',
    () => {
      link(two.me, 'link', 'a', 'b')
      two.me.createShapes([box('c', 600)])
      two.network.settle()
      two.me.markHistoryStoppingPoint('delete')
      two.me.deleteShapes([id('b')])
      two.network.settle()
      bind(two.friend, 'c')
      two.network.settle()
      undo(two, two.me)
      expect([end('link'), look(two.friend, 'b') === 'gone']).toEqual([id('c'), false])
      redo(two, two.me)
      expect([end('link'), look(two.friend, 'b')]).toEqual([id('c'), 'gone'])
    },
  )

  it('I delete the target and nobody binds the end; undo binds it again', () => {
    link(two.me, 'link', 'a', 'b')
    two.network.settle()
    two.me.markHistoryStoppingPoint('delete')
    two.me.deleteShapes([id('b')])
    two.network.settle()
    undo(two, two.me)
    expect(end('link')).toBe(id('b'))
  })

  it('I bind the end elsewhere, peer binds it elsewhere again; undo and redo leave it', () => {
    link(two.me, 'link', 'a', 'b')
    two.me.createShapes([box('c', 600), box('d', 800)])
    two.network.settle()
    const binding = two.me.getBindingsFromShape(id('link'), 'arrow').find(({ toId }) => toId === id('b'))
    two.me.markHistoryStoppingPoint('bind')
    if (binding) two.me.updateBinding({ ...binding, toId: id('c') })
    two.me.updateShape({ id: id('a'), type: 'geo', y: 50 })
    two.network.settle()
    if (binding) two.friend.updateBinding({ ...binding, toId: id('d') })
    two.network.settle()
    undo(two, two.me)
    expect(end('link')).toBe(id('d'))
    redo(two, two.me)
    expect(end('link')).toBe(id('d'))
  })
})
