import type { TLShapePartial } from 'tldraw'
import { afterEach, expect, it } from 'vitest'
import type * as Y from 'yjs'
import { chance } from './chance.ts'
import { board, box, component, content, funnel, id, Network, type Peer } from './network.ts'

let network: Network | undefined
afterEach(() => network?.stop())

type Act = (peer: Peer, pick: (below: number) => number) => void

const shapes = ({ editor }: Peer) => [...editor.getCurrentPageShapeIds()].sort()
const some = (peer: Peer, pick: (below: number) => number) => {
  const all = shapes(peer)
  return all.length > 0 ? all[pick(all.length)] : undefined
}

let made = 0
const acts: Act[] = [
  ({ editor }, pick) => {
    made += 1
    const kinds = [box, component, funnel]
    const partial = kinds[pick(3)]?.(`s${made}`, pick(900), pick(600))
    if (partial) editor.createShapes([partial])
  },
  ({ editor }, pick) => {
    made += 1
    const props = { w: 300, h: 200, step: 1, name: '', minutes: null, draw: '', starters: [] }
    editor.createShapes([{ id: id(`s${made}`), type: 'step-frame', x: pick(900), y: pick(600), props }])
  },
  ({ editor }, pick) => {
    made += 1
    const props = { w: 260, h: 180, kind: 'zone', label: '', zone: null, values: {} }
    editor.createShapes([{ id: id(`s${made}`), type: 'zone-frame', x: pick(900), y: pick(600), props }])
  },
  (peer, pick) => {
    const shape = some(peer, pick)
    if (!shape || peer.editor.getShape(shape)?.type !== ('zone-frame' as string)) return
    const zone = [null, 'online', 'offline'][pick(3)]
    peer.editor.updateShape({ id: shape, type: 'zone-frame', props: { zone } } as TLShapePartial)
  },
  (peer, pick) => {
    const shape = some(peer, pick)
    if (shape) peer.editor.nudgeShapes([shape], { x: pick(50) - 25, y: pick(50) - 25 })
  },
  (peer, pick) => {
    const shape = some(peer, pick)
    if (shape) peer.editor.setOpacityForSelectedShapes(0.1 * (1 + pick(9))).select(shape)
  },
  (peer, pick) => {
    const shape = some(peer, pick)
    if (shape && pick(3) === 0) peer.editor.deleteShapes([shape])
  },
  (peer, pick) => {
    const [shape, parent] = [some(peer, pick), some(peer, pick)]
    const { editor } = peer
    if (!shape || !parent || shape === parent) return
    const type = editor.getShape(parent)?.type
    if (!type || !['step-frame', 'zone-frame', 'frame'].includes(type)) return
    if (!editor.hasAncestor(parent, shape)) editor.reparentShapes([shape], parent)
  },
  (peer, pick) => {
    const [from, to] = [some(peer, pick), some(peer, pick)]
    if (!from || !to || from === to) return
    made += 1
    const arrow = id(`s${made}`)
    peer.editor.createShapes([{ id: arrow, type: 'arrow' }])
    const ends = { start: from, end: to }
    for (const [terminal, toId] of Object.entries(ends)) {
      peer.editor.createBinding({ type: 'arrow', fromId: arrow, toId, props: { terminal } })
    }
  },
  (peer, pick) => {
    const two = [some(peer, pick), some(peer, pick)].flatMap((shape) => shape ?? [])
    if (new Set(two).size === 2) peer.editor.groupShapes(two)
  },
  (peer, pick) => {
    const shape = some(peer, pick)
    if (shape && pick(2) === 0) peer.editor.ungroupShapes([shape])
  },
  (peer, pick) => {
    const shape = some(peer, pick)
    if (shape) pick(2) === 0 ? peer.editor.bringToFront([shape]) : peer.editor.sendToBack([shape])
  },
  (peer, pick) => {
    const shape = some(peer, pick)
    if (shape && shapes(peer).length < 60) peer.editor.duplicateShapes([shape], { x: 20, y: 20 })
  },
  (peer, pick) => {
    const shape = peer.editor.getShape(some(peer, pick) ?? id('none'))
    if (shape?.type !== 'funnel') return
    const { stages } = shape.props as { stages: Record<string, object> }
    const { stages: fresh } = funnel('fresh').props as { stages: Record<string, object> }
    const stage = pick(2) === 0 ? 's1' : 's2'
    const { [stage]: now, ...left } = stages
    const next =
      pick(3) === 0 ? left : { ...left, [stage]: { ...(now ?? fresh[stage]), itemsOut: 1 + pick(99) } }
    peer.editor.updateShape({ id: shape.id, type: 'funnel', props: { stages: next } })
  },
  ({ editor }) => editor.markHistoryStoppingPoint('step'),
  ({ editor }) => editor.undo(),
  ({ editor }) => editor.redo(),
]

function run(seed: number, steps: number, isOrdered: boolean): number {
  const pick = chance(seed)
  network = new Network()
  const peers = [network.add(), network.add(), network.add()]
  let writes = 0
  for (const { doc } of peers) doc.on('update', () => (writes += 1))
  for (let step = 0; step < steps; step += 1) {
    act(peers[pick(3)], pick)
    if (pick(6) === 0) network.deliver()
    if (!isOrdered) overtake(peers)
    if (step % 100 === 99) compare(peers)
  }
  compare(peers)
  return writes
}

function act(peer: Peer | undefined, pick: (below: number) => number) {
  if (!peer) return
  acts[pick(acts.length)]?.(peer, pick)
  if (pick(4) === 0) peer.binding.flush()
  if (pick(40) === 0) peer.isCutOff = !peer.isCutOff
}

function overtake(peers: Peer[]) {
  for (const { outbox, missed } of peers) for (const list of [outbox, missed]) list.reverse()
}

/** Everybody back, everything delivered: all stores and documents equal, a newcomer's too. */
function compare(peers: Peer[]) {
  for (const peer of peers) peer.isCutOff = false
  network?.settle()
  const [first, ...others] = peers
  if (!first || !network) throw new Error('Nobody to compare.')
  for (const { editor, doc } of others) {
    expect(board(editor)).toEqual(board(first.editor))
    expect(content(doc)).toEqual(content(first.doc))
  }
  for (const { editor, binding } of peers) {
    expect((editor as unknown as { getCrashingError(): unknown }).getCrashingError()).toBeFalsy()
    expect(binding.problems.get()).toEqual([])
  }
  const newcomer = network.add()
  network.peers.pop()
  newcomer.binding.flush()
  expect(newcomer.outbox).toEqual([])
  expect(board(newcomer.editor)).toEqual(board(first.editor))
  newcomer.binding.stop()
  newcomer.editor.dispose()
}

it.each([1, 2, 3, 4])(
  'brings three people to the same board, whatever each did (seed %i)',
  (seed) => {
    const writes = run(seed, 400, true)
    expect(writes).toBeGreaterThan(100)
  },
  30_000,
)

it.each([5, 6])(
  'brings them there also when messages overtake each other (seed %i)',
  (seed) => {
    expect(run(seed, 400, false)).toBeGreaterThan(100)
  },
  30_000,
)

it('writes what the store holds, also while tldraw reports a frame late', async () => {
  const globals = globalThis as { __FORCE_RAF_IN_TESTS__?: boolean }
  globals.__FORCE_RAF_IN_TESTS__ = true
  try {
    network = new Network()
    const [a, b] = [network.add(), network.add()]
    a.editor.createShapes([box('one')])
    network.settle()
    for (let edit = 1; edit <= 200; edit += 1) {
      const [mine, theirs] = edit % 2 === 0 ? [a, b] : [b, a]
      mine.editor.updateShape({ id: id('one'), type: 'geo', x: edit })
      theirs.editor.updateShape({ id: id('one'), type: 'geo', x: -edit, y: edit })
      if (edit % 3 === 0) mine.binding.flush()
      network.deliver()
      if (edit % 50 === 0) await new Promise((resolve) => setTimeout(resolve, 20))
    }
    network.settle()
    expect(board(a.editor)).toEqual(board(b.editor))
    const shape = a.editor.getShape(id('one'))
    const leaves = a.doc.getMap('records').get(id('one')) as Y.Map<unknown>
    expect([leaves.get('x'), leaves.get('y')]).toEqual([shape?.x, shape?.y])
  } finally {
    delete globals.__FORCE_RAF_IN_TESTS__
  }
})
