import type { Editor } from 'tldraw'
import { afterEach, expect, it } from 'vitest'
import { chance } from './chance.ts'
import { board, component, funnel, id, Network, type Peer } from './network.ts'

let network: Network | undefined
afterEach(() => network?.stop())

type Write = (peer: Peer, value: number) => void

/** One leaf each; every value is written once, so that it tells who wrote it. */
const writes: Record<string, Write> = {
  x: ({ editor }, value) => editor.updateShape({ id: id('c'), type: 'component', x: value }),
  y: ({ editor }, value) => editor.updateShape({ id: id('c'), type: 'component', y: value }),
  'props.label': ({ editor }, value) =>
    editor.updateShape({ id: id('c'), type: 'component', props: { label: `${value}` } }),
  'props.values.p99': (peer, value) => setValue(peer, 'p99', value),
  'props.values.replicas': (peer, value) => setValue(peer, 'replicas', value),
  'props.stages.s1.itemsOut': (peer, value) => setStage(peer, 's1', value),
  'props.stages.s2.itemsOut': (peer, value) => setStage(peer, 's2', value),
}

function setValue({ editor }: Peer, key: string, value: number) {
  const { values } = propsOf(editor, 'c')
  editor.updateShape({ id: id('c'), type: 'component', props: { values: { ...values, [key]: value } } })
}

function setStage({ editor }: Peer, key: string, value: number) {
  const { stages } = propsOf(editor, 'f')
  const next = { ...stages, [key]: { ...stages[key], itemsOut: value } }
  editor.updateShape({ id: id('f'), type: 'funnel', props: { stages: next } })
}

function propsOf(editor: Editor, name: string) {
  return editor.getShape(id(name))?.props as { values: object; stages: Record<string, object> }
}

/** The leaves of both shapes that differ, before and after. */
function changed(before: ReturnType<typeof board>, after: ReturnType<typeof board>) {
  return ['c', 'f'].flatMap((name) => {
    const [was, is] = [before, after].map((all) => all[id(name)] as Record<string, unknown>)
    return [...new Set([...Object.keys(was ?? {}), ...Object.keys(is ?? {})])]
      .map((path) => ({ path, from: was?.[path], to: is?.[path] }))
      .filter(({ from, to }) => JSON.stringify(from) !== JSON.stringify(to))
  })
}

/** Does something, and answers the leaves that it changed. */
function changedBy({ editor }: Peer, act: () => unknown) {
  const before = board(editor)
  act()
  return changed(before, board(editor))
}

it.each([1, 2, 3])('takes back and does again only what its person wrote (seed %i)', (seed) => {
  const pick = chance(seed)
  network = new Network()
  const peers = [network.add(), network.add(), network.add()] as const
  peers[0].editor.createShapes([component('c'), funnel('f')])
  network.settle()
  peers[0].editor.clearHistory()
  const writers = new Map<string, Peer>()
  let [undone, redone] = [0, 0]
  const acts = [
    (peer: Peer) => {
      const value = 1000 + writers.size
      const [path, write] = Object.entries(writes)[pick(7)] ?? []
      if (pick(3) > 0) peer.editor.markHistoryStoppingPoint('write')
      expect(changedBy(peer, () => write?.(peer, value)).map((leaf) => leaf.path)).toEqual([path])
      writers.set(String(value), peer)
    },
    (peer: Peer) => {
      const leaves = changedBy(peer, () => peer.editor.undo())
      for (const { path, from } of leaves) expect(writers.get(String(from)), path).toBe(peer)
      undone += leaves.length
    },
    (peer: Peer) => {
      const leaves = changedBy(peer, () => peer.editor.redo())
      for (const { path, to } of leaves) expect(writers.get(String(to)), path).toBe(peer)
      redone += leaves.length
    },
  ] as const
  for (let step = 0; step < 300; step += 1) {
    const act = acts[[0, 0, 0, 1, 2][pick(5)] ?? 0]
    act?.(peers[pick(3)] ?? peers[0])
    network.settle()
  }
  for (const { editor } of peers) expect(board(editor)).toEqual(board(peers[0].editor))
  expect(undone).toBeGreaterThan(20)
  expect(redone).toBeGreaterThan(2)
})
