import { afterEach, describe, expect, it, vi } from 'vitest'
import * as Y from 'yjs'
import { RECORDS } from '../../src/document/names.ts'
import { board, box, component, content, funnel, id, Network } from './network.ts'

let network: Network
const open = (count: number) => {
  network = new Network()
  return Array.from({ length: count }, () => network.add()) as [
    ReturnType<Network['add']>,
    ReturnType<Network['add']>,
  ]
}
afterEach(() => network.stop())

const leaf = (doc: Y.Doc, record: string, path: string) =>
  (doc.getMap(RECORDS).get(record) as Y.Map<unknown> | undefined)?.get(path)

describe('what one person does', () => {
  it('reaches the other, and a newcomer writes nothing', () => {
    const [a, b] = open(2)
    a.editor.createShapes([box('one'), component('two', 200), funnel('three')])
    network.settle()
    expect(board(b.editor)).toEqual(board(a.editor))
    const c = network.add()
    c.binding.flush()
    expect(c.outbox).toEqual([])
    expect(board(c.editor)).toEqual(board(a.editor))
  })

  it('sends at most 80 bytes for a step of a drag', () => {
    const [a] = open(2)
    a.editor.createShapes([component('one')])
    network.settle()
    const sizes: number[] = []
    for (let step = 1; step <= 200; step += 1) {
      a.editor.updateShape({ id: id('one'), type: 'component', x: step * 3.7, y: step * 1.9 })
      a.binding.flush()
      sizes.push(...a.outbox.map((update) => update.byteLength))
      network.settle()
    }
    console.log(`bytes of update per drag step: at most ${Math.max(...sizes)}`)
    expect(sizes).toHaveLength(200)
    expect(Math.max(...sizes)).toBeLessThanOrEqual(80)
  })

  it('goes out at most 30 times a second, the last state always', async () => {
    const [a] = open(1)
    a.editor.createShapes([box('one')])
    a.binding.flush()
    a.outbox.length = 0
    const start = performance.now()
    let x = 0
    while (a.outbox.length < 6) {
      x += 1
      a.editor.updateShape({ id: id('one'), type: 'geo', x })
      await new Promise((resolve) => setTimeout(resolve, 3))
    }
    await expect.poll(() => leaf(a.doc, id('one'), 'x')).toBe(x)
    const seconds = (performance.now() - start) / 1000
    expect(a.outbox.length).toBeLessThanOrEqual(Math.ceil(seconds * 30) + 1)
  })

  it('is kept and written later where writing it stops half way', () => {
    const [a, b] = open(2)
    a.editor.createShapes([box('gone'), box('moved'), { id: id('arrow'), type: 'arrow' }])
    a.editor.createBinding({
      type: 'arrow',
      fromId: id('arrow'),
      toId: id('gone'),
      props: { terminal: 'end' },
    })
    network.settle()
    a.editor.deleteShapes([id('gone')])
    a.editor.updateShape({ id: id('moved'), type: 'geo', x: 50 })
    a.editor.createShapes([box('new', 10)])
    vi.spyOn(a.doc.getMap(RECORDS), 'set').mockImplementationOnce(() => {
      throw new Error('Not now.')
    })
    expect(() => a.binding.flush()).toThrow('Not now.')
    expect(a.binding.unsent.get()).toBe(true)
    a.editor.updateShape({ id: id('moved'), type: 'geo', y: 60 })
    network.settle()
    expect(a.binding.unsent.get()).toBe(false)
    expect(board(b.editor)).toEqual(board(a.editor))
    expect(b.editor.getShape(id('moved'))).toMatchObject({ x: 50, y: 60 })
    expect([b.editor.getShape(id('gone')), b.editor.getShape(id('new'))?.x]).toEqual([undefined, 10])
    expect(Object.keys(content(b.doc)).filter((key) => key.startsWith('binding:'))).toEqual([])
  })

  it('is written on deletion with a trace in the state vector', () => {
    const [a] = open(1)
    a.editor.createShapes([box('one')])
    a.binding.flush()
    const before = Y.getState(a.doc.store, a.doc.clientID)
    a.editor.deleteShapes([id('one')])
    a.binding.flush()
    expect(content(a.doc)).not.toHaveProperty(id('one'))
    expect(Y.getState(a.doc.store, a.doc.clientID)).toBeGreaterThan(before)
  })
})

describe('what two people do at once', () => {
  it('keeps both of two values of one component, 100 of 100', () => {
    const [a, b] = open(2)
    a.editor.createShapes([component('one')])
    network.settle()
    let kept = 0
    for (let round = 0; round < 100; round += 1) {
      const change = (peer: typeof a, key: string) => {
        const shape = peer.editor.getShape(id('one')) as { props: { values: object } } | undefined
        const values = { ...shape?.props.values, [key]: round }
        peer.editor.updateShape({ id: id('one'), type: 'component', props: { values } })
      }
      change(a, 'qps')
      change(b, 'p99')
      network.settle()
      const shown = [a, b].map((peer) => peer.editor.getShape(id('one'))?.props)
      const expected = expect.objectContaining({ values: { qps: round, p99: round } })
      expect(shown).toEqual([expected, expected])
      kept += 1
    }
    console.log(`two values of one component at once: both kept, ${kept} of 100`)
    expect(kept).toBe(100)
  })

  it('keeps both of two stages of one funnel, 100 of 100', () => {
    const [a, b] = open(2)
    a.editor.createShapes([funnel('f')])
    network.settle()
    let kept = 0
    for (let round = 1; round <= 100; round += 1) {
      editStage(a, 's1', { itemsOut: round })
      editStage(b, 's2', { itemsOut: round })
      network.settle()
      for (const peer of [a, b]) {
        expect(stages(peer)).toMatchObject({ s1: { itemsOut: round }, s2: { itemsOut: round } })
      }
      kept += 1
    }
    console.log(`two stages of one funnel at once: both kept, ${kept} of 100`)
    expect(kept).toBe(100)
  })

  it('lets deleting a shape beat editing it', () => {
    const [a, b] = open(2)
    a.editor.createShapes([box('one')])
    network.settle()
    a.editor.deleteShapes([id('one')])
    b.editor.updateShape({ id: id('one'), type: 'geo', x: 50 })
    network.settle()
    expect(b.editor.getShape(id('one'))).toBeUndefined()
    expect(content(a.doc)).toEqual(content(b.doc))
  })

  it('lets deleting a stage beat editing it, and a stage that comes back brings nothing old along', () => {
    const [a, b] = open(2)
    a.editor.createShapes([funnel('f')])
    network.settle()
    const { s2 } = stages(a) as { s2: object }
    setStages(a, { s2 })
    editStage(b, 's1', { itemsOut: 7 })
    network.settle()
    expect(Object.keys(stages(a))).toEqual(['s2'])
    expect(board(b.editor)).toEqual(board(a.editor))
    setStages(a, { s1: { ...s2, itemsOut: 9 }, s2 })
    network.settle()
    expect(stages(b)).toMatchObject({ s1: { itemsOut: 9 } })
    expect(board(b.editor)).toEqual(board(a.editor))
  })

  it('keeps an unsent edit when somebody changes another leaf, and wins over the same leaf', () => {
    const [a, b] = open(2)
    a.editor.createShapes([box('one')])
    network.settle()
    b.editor.updateShape({ id: id('one'), type: 'geo', x: 10, y: 20 })
    b.binding.flush()
    a.editor.updateShape({ id: id('one'), type: 'geo', x: 99 })
    network.deliver()
    expect(a.editor.getShape(id('one'))).toMatchObject({ x: 99, y: 20 })
    network.settle()
    expect(b.editor.getShape(id('one'))).toMatchObject({ x: 99, y: 20 })
  })

  it('leaves a shape where somebody put it into a frame, whatever unsent place it had before', () => {
    const [a, b] = open(2)
    a.editor.createShapes([
      { id: id('frame'), type: 'frame', x: 500, y: 400, props: { w: 300, h: 300 } },
      box('one', 520, 420),
    ])
    network.settle()
    b.editor.reparentShapes([id('one')], id('frame'))
    b.binding.flush()
    a.editor.updateShape({ id: id('one'), type: 'geo', x: 90, opacity: 0.5 })
    network.deliver()
    for (const peer of [a, b]) {
      expect(peer.editor.getShapePageBounds(id('one'))).toMatchObject({ x: 520, y: 420 })
      network.settle()
      expect(peer.editor.getShape(id('one'))).toMatchObject({ x: 20, y: 20, opacity: 0.5 })
    }
  })

  it('keeps a shape that was cut and put back unsent as this person put it back', () => {
    const [a, b] = open(2)
    a.editor.createShapes([box('one')])
    network.settle()
    const shape = a.editor.getShape(id('one'))
    a.editor.deleteShapes([id('one')])
    if (shape) a.editor.createShapes([{ ...shape, x: 99 }])
    b.editor.updateShape({ id: id('one'), type: 'geo', y: 20 })
    b.binding.flush()
    network.deliver()
    expect(a.editor.getShape(id('one'))).toMatchObject({ x: 99 })
    network.settle()
    expect(b.editor.getShape(id('one'))).toMatchObject({ x: 99 })
    expect(board(b.editor)).toEqual(board(a.editor))
  })
})

describe('a record that cannot be shown', () => {
  it('is left out and reported, stays in the document, and is shown once it is valid', () => {
    const [a, b] = open(2)
    a.editor.createShapes([box('one')])
    network.settle()
    const shape = b.doc.getMap(RECORDS).get(id('one')) as Y.Map<unknown>
    shape.set('x', 'far left')
    b.doc.getMap(RECORDS).set('note:1', new Y.Map([['typeName', 'note']]))
    b.doc.getMap(RECORDS).set('page:2', 5)
    network.settle()
    expect(a.editor.getShape(id('one'))).toBeUndefined()
    expect(
      a.binding.problems
        .get()
        .map((problem) => problem.id)
        .sort(),
    ).toEqual([id('one'), 'note:1', 'page:2'].sort())
    expect(leaf(a.doc, id('one'), 'x')).toBe('far left')
    a.editor.createShapes([box('two')])
    network.settle()
    expect(b.editor.getShape(id('two'))).toBeDefined()
    shape.set('x', 12)
    network.settle()
    expect(a.editor.getShape(id('one'))).toMatchObject({ x: 12 })
    expect(a.binding.problems.get()).toHaveLength(2)
  })
})

describe('a document without a page', () => {
  it('is shown with one that is written once something is put on it', () => {
    network = new Network([])
    const a = network.add()
    expect(a.editor.getPages()).toHaveLength(1)
    a.binding.flush()
    expect(a.outbox).toEqual([])
    a.editor.updateDocumentSettings({ name: 'Feed' })
    a.editor.createShapes([box('one')])
    network.settle()
    const b = network.add()
    expect(board(b.editor)).toEqual(board(a.editor))
    expect(content(a.doc)).toHaveProperty('document:document')
    expect(content(a.doc)).toHaveProperty('page:page')
  })
})

describe('an observer', () => {
  it('writes nothing, whatever happens in their store', () => {
    network = new Network()
    const a = network.add()
    const b = network.add({ readonly: true })
    a.editor.createShapes([box('one')])
    network.settle()
    b.editor.updateShape({ id: id('one'), type: 'geo', x: 50 })
    b.editor.createShapes([box('two')])
    b.binding.flush()
    expect(b.outbox).toEqual([])
    expect(a.editor.getShape(id('one'))).toMatchObject({ x: 0 })
  })
})

describe('history', () => {
  it('keeps others’ edits out of my undo, and my redo in place', () => {
    const [a, b] = open(2)
    a.editor.createShapes([box('one')])
    network.settle()
    a.editor.markHistoryStoppingPoint('move')
    a.editor.updateShape({ id: id('one'), type: 'geo', x: 10 })
    a.editor.undo()
    network.settle()
    b.editor.createShapes([box('two')])
    network.settle()
    expect(a.editor.getCanRedo()).toBe(true)
    a.editor.redo()
    expect(a.editor.getShape(id('one'))).toMatchObject({ x: 10 })
    expect(a.editor.getShape(id('two'))).toBeDefined()
  })
})

type Peer = ReturnType<Network['add']>

function stages(peer: Peer): Record<string, object> {
  const shape = peer.editor.getShape(id('f')) as { props: { stages: Record<string, object> } } | undefined
  return shape?.props.stages ?? {}
}

function setStages(peer: Peer, next: object) {
  peer.editor.updateShape({ id: id('f'), type: 'funnel', props: { stages: next } })
}

function editStage(peer: Peer, stage: string, change: object) {
  setStages(peer, { ...stages(peer), [stage]: { ...stages(peer)[stage], ...change } })
}
