import { createShapeId, type TLShapeId } from 'tldraw'
import { expect, it } from 'vitest'
import { componentDefaults } from '../../shapes/component/defaults.ts'
import { COMPONENT } from '../../shapes/component/schema.ts'
import { funnelDefaults } from '../../shapes/funnel/defaults.ts'
import { addStage } from '../../shapes/funnel/editStages.ts'
import { FUNNEL, type FunnelShape } from '../../shapes/funnel/schema.ts'
import { readDesign } from '../../shapes/readDesign.ts'
import { movedOrders } from '../../shapes/shared/rows.ts'
import { zoneFrameDefaults } from '../../shapes/zone-frame/defaults.ts'
import { ZONE_FRAME } from '../../shapes/zone-frame/schema.ts'
import { editLeaves, setLeaf } from '../../src/canvas/edit.ts'
import { inOrder } from '../../src/domain/order.ts'
import { Network, type Peer } from '../sync/network.ts'

const id = createShapeId('funnel')

function stagesOf({ editor }: Peer) {
  return (editor.getShape(id) as FunnelShape).props.stages
}

function add(peer: Peer, name: string) {
  const { leaves, next } = addStage((peer.editor.getShape(id) as FunnelShape).props)
  editLeaves(peer.editor, id, leaves)
  setLeaf(peer.editor, id, next ?? '', name)
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

it('keeps what two people do to one cluster at the same moment, and what a third puts into it', () => {
  const network = new Network()
  const [a, b, c] = [network.add(), network.add(), network.add()]
  const [cluster, server] = [createShapeId('cluster'), createShapeId('server')]
  a.editor.createShape({ id: cluster, type: ZONE_FRAME, props: zoneFrameDefaults('k8s-cluster') })
  a.editor.createShape({ id: server, type: COMPONENT, x: 900, props: componentDefaults('model-server') })
  network.settle()

  setLeaf(a.editor, cluster, 'label', 'Serving')
  setLeaf(a.editor, cluster, 'values.nodes', 24)
  setLeaf(b.editor, cluster, 'zone', 'nearline')
  setLeaf(b.editor, cluster, 'values.hpaMetric', 'requests in flight')
  c.editor.reparentShapes([server], cluster)
  network.settle()
  const node = ({ editor }: Peer, id: TLShapeId) =>
    readDesign(editor.store.allRecords()).nodes.find((other) => other.id === id)
  for (const peer of [a, b, c]) {
    expect(node(peer, cluster)).toMatchObject({
      label: 'Serving',
      zone: 'nearline',
      props: { nodes: 24, hpaMetric: 'requests in flight' },
    })
    expect(node(peer, server)?.zone).toBe('nearline')
  }

  a.editor.deleteShapes([cluster])
  setLeaf(b.editor, cluster, 'label', 'Batch')
  network.settle()
  for (const { editor } of [a, b, c]) expect([...editor.getCurrentPageShapeIds()]).toEqual([])
})
