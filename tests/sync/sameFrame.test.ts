import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { RECORDS } from '../../src/document/names.ts'
import { board, box, component, content, id, Network, type Peer } from './network.ts'

let network: Network
let me: Peer
let friend: Peer

beforeEach(() => {
  network = new Network()
  me = network.add()
  friend = network.add()
})

afterEach(() => network.stop())

/** What the friend does reaches me before my last edits are written. */
function deliverFromFriend() {
  friend.binding.flush()
  for (const update of friend.outbox.splice(0)) Y.applyUpdate(me.doc, update, 'network')
}

function expectSame() {
  network.settle()
  expect(board(me.editor)).toEqual(board(friend.editor))
  expect(content(me.doc)).toEqual(content(friend.doc))
}

describe('a record that somebody replaces by another under the same id, while I edit it', () => {
  function replaceByComponent() {
    const { doc } = friend
    const other = friend.editor.getShape(id('other'))
    doc.transact(() => {
      const records = doc.getMap<Y.Map<unknown>>(RECORDS)
      const source = records.get(id('other'))
      if (!other || !source) throw new Error('The other is not there.')
      records.set(id('a'), source.clone())
    })
    for (const update of friend.outbox.splice(0)) Y.applyUpdate(me.doc, update, 'network')
  }

  it('is shown as it is there, and my edit, which means nothing in it, is dropped', () => {
    me.editor.createShapes([box('a'), component('other', 300)])
    network.settle()
    me.editor.updateShape({ id: id('a'), type: 'geo', props: { color: 'red' } })
    expect(replaceByComponent).not.toThrow()
    expect(me.editor.getShape(id('a'))?.type).toBe('component')
    expectSame()
    expect(me.binding.problems.get()).toEqual([])
  })

  it('costs nobody else’s edit of the same moment', () => {
    me.editor.createShapes([box('a'), component('other', 300), box('c')])
    network.settle()
    me.editor.updateShape({ id: id('a'), type: 'geo', props: { color: 'red' } })
    friend.editor.updateShape({ id: id('c'), type: 'geo', x: 500 })
    friend.binding.flush()
    replaceByComponent()
    expect(me.editor.getShape(id('c'))?.x).toBe(500)
    expectSame()
  })
})

describe('a shape that I delete and bring back before that is written', () => {
  it('keeps what a friend has made of it meanwhile', () => {
    me.editor.createShapes([component('a')])
    network.settle()
    me.editor.markHistoryStoppingPoint('delete')
    me.editor.deleteShapes([id('a')])
    me.editor.undo()
    friend.editor.updateShape({ id: id('a'), type: 'component', props: { label: 'friend' } })
    deliverFromFriend()
    expectSame()
    expect(me.editor.getShape(id('a'))?.props).toMatchObject({ label: 'friend' })
  })

  it('keeps what I changed in it, too', () => {
    me.editor.createShapes([component('a')])
    network.settle()
    me.editor.markHistoryStoppingPoint('delete')
    me.editor.deleteShapes([id('a')])
    me.editor.undo()
    me.editor.updateShape({ id: id('a'), type: 'component', x: 70 })
    friend.editor.updateShape({ id: id('a'), type: 'component', props: { label: 'friend' } })
    deliverFromFriend()
    expectSame()
    expect(me.editor.getShape(id('a'))).toMatchObject({ x: 70, props: { label: 'friend' } })
  })

  it('is gone if a friend deletes it meanwhile', () => {
    me.editor.createShapes([component('a')])
    network.settle()
    me.editor.markHistoryStoppingPoint('delete')
    me.editor.deleteShapes([id('a')])
    me.editor.undo()
    friend.editor.deleteShapes([id('a')])
    deliverFromFriend()
    expectSame()
    expect(me.editor.getShape(id('a'))).toBeUndefined()
  })
})
