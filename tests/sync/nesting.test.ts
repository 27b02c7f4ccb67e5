import type { TLFrameShape, TLShapeId, TLShapePartial } from 'tldraw'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { toLeaves } from '../../src/document/leaves.ts'
import { RECORDS } from '../../src/document/names.ts'
import { MAX_AROUND } from '../../src/sync/repairParents.ts'
import { board, box, id, Network, type Peer } from './network.ts'

let network: Network
let [me, friend] = [] as unknown as [Peer, Peer]
beforeEach(() => {
  network = new Network()
  ;[me, friend] = [network.add(), network.add()]
})
afterEach(() => network.stop())

const around = (name: string) => me.editor.getShapeAncestors(id(name)).length
const pagePoint = (name: string) => {
  const { x, y } = me.editor.getShapePageTransform(id(name)).point()
  return { x, y }
}

function frame(name: string, parentId: TLShapeId | undefined, w = 300): TLShapePartial<TLFrameShape> {
  const place = parentId ? { parentId, x: 1, y: 1 } : { x: 0, y: 0 }
  return { id: id(name), type: 'frame', ...place, props: { w, h: w } }
}

/** Frames in frames, `f0` on the page and `f32` with as many around it as may be. */
function drawTower() {
  for (let n = 0; n <= MAX_AROUND; n++) {
    me.editor.createShapes([frame(`f${n}`, n > 0 ? id(`f${n - 1}`) : undefined)])
  }
  network.settle()
  expect(around(`f${MAX_AROUND}`)).toBe(MAX_AROUND)
}

/** What everybody shows now is what I made: nothing has jumped, and nobody is at odds. */
function expectStill(before: ReturnType<typeof board>) {
  network.settle()
  expect(board(me.editor)).toEqual(before)
  expect(board(friend.editor)).toEqual(before)
}

describe('frames in frames without end, from another program', () => {
  it('are shown to a depth that tldraw can draw, the same to everybody', () => {
    const hostile = new Y.Doc()
    const map = hostile.getMap(RECORDS)
    for (let n = 0; n < 4000; n++) {
      const record = {
        ...{ typeName: 'shape', type: 'frame', x: 1, y: 1, rotation: 0, index: 'a1', isLocked: false },
        ...{ opacity: 1, meta: {}, parentId: n ? `shape:f${n - 1}` : 'page:page' },
        props: { w: 300, h: 200, name: '', color: 'black' },
      }
      map.set(id(`f${n}`), new Y.Map(toLeaves(record)))
    }
    for (const { doc } of [me, friend]) Y.applyUpdate(doc, Y.encodeStateAsUpdate(hostile), 'network')
    expect(me.editor.getRenderingShapes()).toHaveLength(4000)
    expect(me.editor.getCurrentPageBounds()).toMatchObject({ w: 300, h: 200 })
    expect(around(`f${MAX_AROUND}`)).toBe(MAX_AROUND)
    expect(around(`f${MAX_AROUND + 1}`)).toBe(0)
    expectStill(board(me.editor))
  }, 60_000)
})

describe('somebody at the innermost of too many frames', () => {
  beforeEach(drawTower)

  it('leaves what is dragged in where it was', () => {
    me.editor.createShapes([box('a', 900, 900)])
    me.editor.reparentShapes([id('a')], id(`f${MAX_AROUND}`))
    expect(me.editor.getShape(id('a'))).toMatchObject({
      parentId: me.editor.getCurrentPageId(),
      x: 900,
      y: 900,
    })
    me.editor.reparentShapes([id('a')], id(`f${MAX_AROUND - 1}`))
    expect(around('a')).toBe(MAX_AROUND)
    expectStill(board(me.editor))
  })

  it('leaves a frame where it was whose own shapes would be too deep', () => {
    me.editor.createShapes([{ ...frame('g0', undefined), x: 900 }])
    me.editor.createShapes([frame('g1', id('g0')), { ...box('a', 5, 5), parentId: id('g1') }])
    me.editor.reparentShapes([id('g0')], id(`f${MAX_AROUND - 2}`))
    expect([around('g0'), pagePoint('g0')]).toEqual([0, { x: 900, y: 0 }])
    me.editor.reparentShapes([id('g0')], id(`f${MAX_AROUND - 3}`))
    expect(around('a')).toBe(MAX_AROUND)
    expectStill(board(me.editor))
  })

  it('draws and pastes into the nearest frame with room, where the pointer is', () => {
    const deepest = id(`f${MAX_AROUND}`)
    me.editor.createShapes([{ ...box('a', 10, 20), parentId: deepest }])
    expect([around('a'), pagePoint('a')]).toEqual([MAX_AROUND, { x: MAX_AROUND + 10, y: MAX_AROUND + 20 }])
    me.editor.createShapes([{ ...frame('g0', undefined), x: 900 }])
    me.editor.createShapes([frame('g1', id('g0')), { ...box('b', 5, 5), parentId: id('g1') }])
    const content = me.editor.getContentFromCurrentPage([id('g0')])
    if (!content) throw new Error('Nothing was copied.')
    me.editor.select(deepest)
    me.editor.putContentOntoCurrentPage(content)
    const depths = me.editor.getCurrentPageShapes().map((shape) => me.editor.getShapeAncestors(shape).length)
    expect(Math.max(...depths)).toBe(MAX_AROUND)
    expectStill(board(me.editor))
  })

  it('groups nothing that would be too deep in the group', () => {
    const parentId = id(`f${MAX_AROUND - 1}`)
    me.editor.createShapes([
      { ...box('a'), parentId },
      { ...box('b', 50), parentId },
    ])
    const before = board(me.editor)
    me.editor.groupShapes([id('a'), id('b')])
    expectStill(before)
    me.editor.reparentShapes([id('a'), id('b')], id(`f${MAX_AROUND - 2}`))
    me.editor.groupShapes([id('a'), id('b')], { groupId: id('group') })
    expect([around('group'), around('a')]).toEqual([MAX_AROUND - 1, MAX_AROUND])
    expectStill(board(me.editor))
  })

  it('takes the same back and does it again', () => {
    me.editor.markHistoryStoppingPoint('draw')
    me.editor.createShapes([{ ...box('a', 10, 20), parentId: id(`f${MAX_AROUND}`) }])
    network.settle()
    const before = board(me.editor)
    me.editor.undo()
    network.settle()
    expect(me.editor.getShape(id('a'))).toBeUndefined()
    me.editor.redo()
    expectStill(before)
  })
})
