import { createShapeId } from 'tldraw'
import { expect, it } from 'vitest'
import { funnelDefaults } from '../../shapes/funnel/defaults.ts'
import { FUNNEL, type FunnelShape } from '../../shapes/funnel/schema.ts'
import { editLeaves, setLeaf } from '../../src/canvas/edit.ts'
import { inOrder } from '../../src/domain/order.ts'
import { movedOrders, newLineId, orderAfter } from '../../src/panels/inspector/order.ts'
import { Network, type Peer } from '../sync/network.ts'

const id = createShapeId('funnel')

function stagesOf({ editor }: Peer) {
  return (editor.getShape(id) as FunnelShape).props.stages
}

function add(peer: Peer, name: string) {
  const stages = stagesOf(peer)
  const [stage] = Object.values(funnelDefaults().stages)
  const added = { ...stage, name, order: orderAfter(inOrder(stages)) }
  setLeaf(peer.editor, id, `stages.${newLineId(stages)}`, added)
}

function move(peer: Peer, name: string, by: 1 | -1) {
  const ordered = inOrder(stagesOf(peer))
  const at = ordered.findIndex((stage) => stage.name === name)
  const orders = movedOrders(ordered, at, by).map(([path, order]) => [`stages.${path}`, order] as const)
  editLeaves(peer.editor, id, orders)
}

it('keeps what two people do to the stages of one funnel at the same moment', () => {
  const network = new Network()
  const [a, b] = [network.add(), network.add()]
  a.editor.createShape({ id, type: FUNNEL, props: { ...funnelDefaults() } })
  network.settle()

  add(a, 'By Ada')
  add(b, 'By Bob')
  setLeaf(b.editor, id, 'stages.s1.p99', 23)
  network.settle()
  const names = (peer: Peer) => inOrder(stagesOf(peer)).map(({ name }) => name)
  expect(names(a).toSorted()).toEqual(['By Ada', 'By Bob', 'Ranking', 'Retrieval'])
  expect(names(b)).toEqual(names(a))

  const last = names(a).at(-1) ?? ''
  move(a, last, -1)
  setLeaf(b.editor, id, 'stages.s2.recall', 0.9)
  network.settle()
  expect(names(b)).toEqual(names(a))
  expect(names(a).at(-2)).toBe(last)
  expect(stagesOf(a)).toMatchObject({ s1: { p99: 23 }, s2: { recall: 0.9 } })

  setLeaf(a.editor, id, 'stages.s1', undefined)
  setLeaf(b.editor, id, 'stages.s2', undefined)
  network.settle()
  expect(names(a).toSorted()).toEqual(['By Ada', 'By Bob'])
  expect(names(b)).toEqual(names(a))
})
