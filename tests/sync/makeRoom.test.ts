import type { Editor, TLShapePartial } from 'tldraw'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { cardDefaults } from '../../shapes/cards/defaults.ts'
import { findCard } from '../../shapes/cards/list.ts'
import { addRow, removeRow } from '../../shapes/cards/rowEdits.ts'
import { CARD, type CardShape } from '../../shapes/cards/schema.ts'
import { makeEdit } from '../../shapes/shared/panel/makeEdit.ts'
import { makeRoom } from '../../src/canvas/makeRoom.ts'
import { board, box, component, id, Network, type Peer } from './network.ts'

let network: Network
let [me, friend]: Peer[] = []
let stops: (() => void)[] = []
beforeEach(() => {
  network = new Network()
  ;[me, friend] = [network.add(), network.add()]
  stops = network.peers.map(({ editor }) => makeRoom(editor))
  mine().createShape({ id: id('card'), type: CARD, props: cardDefaults(risk()) } as TLShapePartial)
  network.settle()
  mine().clearHistory()
})
afterEach(() => {
  network.settle()
  expect(board(theirs())).toEqual(board(mine()))
  for (const stop of stops) stop()
  network.stop()
})

const editorOf = (peer: Peer | undefined): Editor => {
  if (!peer) throw new RangeError('Nobody is there')
  return peer.editor
}
const mine = () => editorOf(me)
const theirs = () => editorOf(friend)

function risk() {
  const card = findCard('risk')
  if (!card?.table) throw new RangeError('No such card')
  return { ...card, table: card.table }
}

const props = (editor: Editor) => (editor.getShape(id('card')) as CardShape).props
const bottom = (editor: Editor) => editor.getShapePageBounds(id('card'))?.maxY ?? Number.NaN
const top = (editor: Editor) => editor.getShape(id('near'))?.y
const write = (editor: Editor) => makeEdit(editor, id('card'), addRow(props(editor), risk().table))

/** What the friend puts 16 px below the card as it is now. */
function putBelow(type: 'geo' | 'component' = 'geo'): number {
  const y = bottom(theirs()) + 16
  theirs().createShape(type === 'geo' ? box('near', 0, y) : component('near', 0, y))
  network.settle()
  return y
}

it('moves nothing when a row is done again where somebody has put something meanwhile', () => {
  write(mine())
  const grown = bottom(mine())
  mine().undo()
  network.settle()
  const y = putBelow()
  mine().redo()
  expect(bottom(mine())).toBe(grown)
  expect([grown > y, top(mine())]).toEqual([true, y])
})

it('moves nothing when a row comes back above what somebody has put there meanwhile', () => {
  write(mine())
  const grown = bottom(mine())
  const [row = ''] = Object.keys(props(mine()).rows)
  makeEdit(mine(), id('card'), removeRow(props(mine()), risk().table, row))
  network.settle()
  const y = putBelow()
  mine().undo()
  expect(bottom(mine())).toBe(grown)
  expect(top(mine())).toBe(y)
})

it('takes a push back with its row, but not where somebody has moved what was pushed', () => {
  const y = putBelow()
  write(mine())
  network.settle()
  expect(top(theirs())).toBeGreaterThan(y)
  mine().undo()
  expect(top(mine())).toBe(y)
  mine().redo()
  network.settle()
  theirs().updateShape({ id: id('near'), type: 'geo', y: 2000 })
  network.settle()
  mine().undo()
  expect(top(mine())).toBe(2000)
})

it('pushes once where two write at the same time', () => {
  const y = putBelow('component')
  write(mine())
  write(theirs())
  network.settle()
  expect(top(mine())).toBeLessThan(y + 2 * (bottom(mine()) - (y - 16)))
  write(theirs())
  network.settle()
  expect(Number(top(theirs())) - bottom(theirs())).toBeGreaterThanOrEqual(16)
})
