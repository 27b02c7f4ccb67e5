import { afterEach, beforeEach, expect, it } from 'vitest'
import { COMPONENT, type ComponentShape } from '../../shapes/component/schema.ts'
import { point } from './boardEditor.ts'
import { component, id, Network, type Peer } from './network.ts'

let network: Network
let [me, friend] = [] as unknown as [Peer, Peer]
beforeEach(() => {
  network = new Network()
  ;[me, friend] = [network.add(), network.add()]
  me.editor.createShapes([component('a', 100, 100)])
  network.settle()
  me.editor.clearHistory()
})
afterEach(() => network.stop())

const CORNER = { target: 'selection', handle: 'bottom_right' }
const shown = ({ editor }: Peer) => {
  const { label, w } = editor.getShape<ComponentShape>(id('a'))?.props ?? {}
  return { label, w }
}

function pullCornerBy(dx: number) {
  point(me.editor, 'pointer_move', { x: 268 + dx, y: 164 + dx })
  network.settle()
}

function beginToResize() {
  me.editor.select(id('a'))
  pullCornerBy(0)
  point(me.editor, 'pointer_down', { x: 268, y: 164 }, CORNER)
  pullCornerBy(40)
  expect(shown(friend)).toEqual({ label: 'a', w: 208 })
}

function relabel() {
  friend.editor.updateShape({ id: id('a'), type: COMPONENT, props: { label: 'theirs' } })
  network.settle()
}

it('keeps what a friend writes on a component while I resize it', () => {
  beginToResize()
  relabel()
  pullCornerBy(80)
  point(me.editor, 'pointer_up', { x: 348, y: 244 })
  network.settle()
  expect(shown(friend)).toEqual({ label: 'theirs', w: 248 })
  me.editor.undo()
  network.settle()
  expect(shown(friend)).toEqual({ label: 'theirs', w: 168 })
})

it('writes a size that comes back to where it began', () => {
  beginToResize()
  relabel()
  pullCornerBy(0)
  expect(shown(friend)).toEqual({ label: 'theirs', w: 168 })
})
