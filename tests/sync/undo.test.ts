import { describe, expect, it } from 'vitest'
import { component, funnel, id } from './network.ts'
import { bindings, edit, label, link, look, redo, solid, twoAtABoard, undo } from './undoPeers.ts'

const two = twoAtABoard()

describe('undo of my values', () => {
  it('my move, peer labels; undo, redo', () => {
    edit(two, two.me, 'a', { x: 50 })
    edit(two, two.friend, 'a', label('peer'))
    undo(two, two.me)
    expect(look(two.friend, 'a')).toBe('0,0 black “peer”')
    redo(two, two.me)
    expect(look(two.friend, 'a')).toBe('50,0 black “peer”')
  })

  it('a label lands between two of my moves; undo', () => {
    edit(two, two.me, 'a', { x: 50 })
    edit(two, two.friend, 'a', label('peer'))
    two.me.updateShape({ id: id('a'), type: 'geo', x: 60 })
    two.network.settle()
    undo(two, two.me)
    expect(look(two.friend, 'a')).toBe('0,0 black “peer”')
  })

  it('my recolour, peer recolours; undo, redo', () => {
    edit(two, two.me, 'a', { props: { color: 'red' } })
    edit(two, two.friend, 'a', { props: { color: 'blue' } })
    undo(two, two.me)
    expect(look(two.friend, 'a')).toBe('0,0 blue')
    redo(two, two.me)
    expect(look(two.friend, 'a')).toBe('0,0 blue')
  })

  it('two recolours of mine, peer recolours in between; undo twice', () => {
    edit(two, two.me, 'a', { props: { color: 'red' } })
    edit(two, two.friend, 'a', { props: { color: 'blue' } })
    edit(two, two.me, 'a', { props: { color: 'green' } })
    undo(two, two.me)
    expect(look(two.friend, 'a')).toBe('0,0 blue')
    undo(two, two.me)
    expect(look(two.friend, 'a')).toBe('0,0 blue')
  })

  it('Escape is nothing to undo, and hides nothing that is', () => {
    expect(two.me.getCanUndo()).toBe(false)
    two.me.cancel()
    expect(two.me.getCanUndo()).toBe(false)
    edit(two, two.me, 'a', { x: 50 })
    two.me.cancel()
    expect(two.me.getCanUndo()).toBe(true)
    undo(two, two.me)
    expect(look(two.friend, 'a')).toBe('0,0 black')
    expect(two.me.getCanUndo()).toBe(false)
    redo(two, two.me)
    expect(look(two.friend, 'a')).toBe('50,0 black')
  })

  it('a step wholly overtaken by the peer is passed over, and said to be', () => {
    edit(two, two.me, 'a', { x: 50 })
    edit(two, two.me, 'a', { props: { color: 'red' } })
    edit(two, two.friend, 'a', { props: { color: 'blue' } })
    expect(two.passedOver()).toBe(0)
    undo(two, two.me)
    expect(look(two.friend, 'a')).toBe('0,0 blue')
    expect(two.passedOver()).toBe(1)
    redo(two, two.me)
    expect(look(two.friend, 'a')).toBe('50,0 blue')
    expect(two.me.getCanRedo()).toBe(false)
    expect(two.passedOver()).toBe(1)
  })

  it('run(ignore): y not undone, x undone', () => {
    two.me.markHistoryStoppingPoint('move')
    two.me.updateShape({ id: id('a'), type: 'geo', x: 50 })
    two.me.run(() => two.me.updateShape({ id: id('a'), type: 'geo', y: 9 }), { history: 'ignore' })
    undo(two, two.me)
    expect(look(two.friend, 'a')).toBe('0,9 black')
  })

  it('store = doc on both sides at the end', () => {
    for (let round = 0; round < 5; round += 1) {
      for (const [editor, shapes, by] of [
        [two.me, ['a'], { x: 1, y: 0 }],
        [two.friend, ['b', 'a'], { x: 0, y: 1 }],
      ] as const) {
        editor.markHistoryStoppingPoint('nudge')
        editor.nudgeShapes(
          shapes.map((name) => id(name)),
          by,
        )
      }
      two.network.settle()
      two.me.undo()
      undo(two, two.friend)
      redo(two, two.me)
    }
    expect(look(two.friend, 'a')).toBe('5,0 black')
  })
})

describe('undo of what I made or deleted', () => {
  it('I delete, peer edits meanwhile; undo, redo', () => {
    two.me.markHistoryStoppingPoint('delete')
    two.me.deleteShapes([id('a')])
    two.network.peers[0]?.binding.flush()
    two.friend.updateShape({ id: id('a'), type: 'geo', x: 7 })
    two.network.settle()
    undo(two, two.me)
    expect(look(two.friend, 'a')).toBe('0,0 black')
    redo(two, two.me)
    expect(look(two.friend, 'a')).toBe('gone')
  })

  it('peer deletes a shape I moved; undo, redo', () => {
    edit(two, two.me, 'a', { x: 50 })
    two.friend.deleteShapes([id('a')])
    two.network.settle()
    undo(two, two.me)
    expect(look(two.friend, 'a')).toBe('gone')
    redo(two, two.me)
    expect(look(two.friend, 'a')).toBe('gone')
  })

  it('I create, peer deletes; undo, redo', () => {
    two.me.markHistoryStoppingPoint('create')
    two.me.createShapes([solid('n', 5, 5)])
    two.network.settle()
    two.friend.deleteShapes([id('n')])
    two.network.settle()
    undo(two, two.me)
    expect(look(two.friend, 'n')).toBe('gone')
    redo(two, two.me)
    expect(look(two.friend, 'n')).toBe('gone')
  })

  it('I create, peer labels it; undo, redo', () => {
    two.me.markHistoryStoppingPoint('create')
    two.me.createShapes([solid('n', 5, 5)])
    two.network.settle()
    edit(two, two.friend, 'n', label('peer'))
    undo(two, two.me)
    expect(look(two.friend, 'n')).toBe('gone')
    redo(two, two.me)
    expect(look(two.friend, 'n')).toBe('5,5 black “peer”')
  })

  it('arrow bound, peer moves target; undo, redo', () => {
    two.me.markHistoryStoppingPoint('link')
    link(two.me, 'arrow', 'a', 'b')
    two.network.settle()
    edit(two, two.friend, 'b', { x: 900 })
    undo(two, two.me)
    expect([two.friend.getShape(id('arrow')), bindings(two.friend)]).toEqual([undefined, 0])
    redo(two, two.me)
    expect([two.friend.getShape(id('arrow'))?.type, bindings(two.friend)]).toEqual(['arrow', 2])
    expect(look(two.friend, 'b')).toBe('900,0 black')
  })

  it('arrow bound, peer deletes target; undo, redo', () => {
    two.me.markHistoryStoppingPoint('link')
    link(two.me, 'arrow', 'a', 'b')
    two.network.settle()
    two.friend.deleteShapes([id('b')])
    two.network.settle()
    undo(two, two.me)
    expect([two.friend.getShape(id('arrow')), bindings(two.friend)]).toEqual([undefined, 0])
    redo(two, two.me)
    expect([two.friend.getShape(id('arrow'))?.type, bindings(two.friend)]).toEqual(['arrow', 1])
  })

  it('undo of my creation to which the peer bound an arrow', () => {
    two.me.markHistoryStoppingPoint('create')
    two.me.createShapes([solid('n', 300, 300)])
    two.network.settle()
    link(two.friend, 'arrow', 'a', 'n')
    two.network.settle()
    const end = () => Math.round(two.friend.getShapePageBounds(id('arrow'))?.maxY ?? 0)
    const before = end()
    undo(two, two.me)
    expect(bindings(two.friend)).toBe(1)
    expect(Math.abs(end() - before)).toBeLessThan(5)
  })
})

describe('undo of one leaf', () => {
  const propsOf = (name: string) => two.friend.getShape(id(name))?.props as Record<string, unknown>
  const set = (editor: typeof two.me, name: string, type: string, props: object) => {
    editor.markHistoryStoppingPoint('edit')
    editor.updateShape({ id: id(name), type, props })
    two.network.settle()
  }

  it('takes back my value of a component, and keeps the peer’s other value and label', () => {
    two.me.createShapes([component('c')])
    set(two.me, 'c', 'component', { values: { p99: 20 } })
    set(two.friend, 'c', 'component', { values: { p99: 20, replicas: 3 }, label: 'peer' })
    undo(two, two.me)
    expect(propsOf('c')).toMatchObject({ label: 'peer', values: { replicas: 3 } })
    expect(propsOf('c').values).not.toHaveProperty('p99')
    redo(two, two.me)
    expect(propsOf('c').values).toEqual({ replicas: 3, p99: 20 })
  })

  const stages = () => propsOf('f').stages as Record<string, Record<string, unknown>>
  const setStage = (editor: typeof two.me, stage: string, values: object | undefined) => {
    const shape = editor.getShape(id('f')) as { props: { stages: Record<string, object> } } | undefined
    const all = { ...shape?.props.stages }
    if (values) all[stage] = { ...all[stage], ...values }
    else delete all[stage]
    set(editor, 'f', 'funnel', { stages: all })
  }

  it('takes back my number of a stage, and keeps the peer’s numbers of both stages', () => {
    two.me.createShapes([funnel('f')])
    setStage(two.me, 's1', { itemsOut: 50 })
    setStage(two.friend, 's1', { recall: 0.9 })
    setStage(two.friend, 's2', { itemsOut: 7 })
    undo(two, two.me)
    expect(stages()).toMatchObject({ s1: { itemsOut: 100, recall: 0.9 }, s2: { itemsOut: 7 } })
    redo(two, two.me)
    expect(stages()).toMatchObject({ s1: { itemsOut: 50, recall: 0.9 }, s2: { itemsOut: 7 } })
  })

  it('brings back a stage that I deleted, whole, and removes one that I added, whole', () => {
    two.me.createShapes([funnel('f')])
    two.network.settle()
    const { s1 } = stages()
    setStage(two.me, 's1', undefined)
    setStage(two.friend, 's2', { itemsOut: 7 })
    undo(two, two.me)
    expect(stages()).toMatchObject({ s1, s2: { itemsOut: 7 } })
    setStage(two.me, 's3', { ...s1, order: 'a3' })
    setStage(two.friend, 's3', { itemsOut: 9 })
    undo(two, two.me)
    expect(Object.keys(stages()).sort()).toEqual(['s1', 's2'])
    redo(two, two.me)
    expect(stages().s3).toEqual({ ...s1, order: 'a3', itemsOut: 9 })
  })

  it('leaves a stage alone that the peer has deleted', () => {
    two.me.createShapes([funnel('f')])
    two.me.clearHistory()
    setStage(two.me, 's1', { itemsOut: 50 })
    setStage(two.friend, 's1', undefined)
    undo(two, two.me)
    expect(Object.keys(stages())).toEqual(['s2'])
    expect(two.passedOver()).toBe(1)
  })
})
