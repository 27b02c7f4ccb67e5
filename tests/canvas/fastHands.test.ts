import { createShapeId, type Editor, type TLShapeId } from 'tldraw'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { componentDefaults } from '../../shapes/component/defaults.ts'
import { COMPONENT, type ComponentShape } from '../../shapes/component/schema.ts'
import { shapeUtils } from '../../shapes/index.ts'
import { runCommand } from '../../src/canvas/commands.ts'
import { connect, linkEnds } from '../../src/canvas/connect.ts'
import { GRID_PX } from '../../src/canvas/freeSpot.ts'
import { findInsertable, insertables } from '../../src/canvas/insertables.ts'
import { replaceable, replaceKind, replacements } from '../../src/canvas/replaceKind.ts'
import { headlessEditor } from '../helpers/headlessEditor.ts'

let editor: Editor
beforeEach(() => {
  editor = headlessEditor(shapeUtils)
})
afterEach(() => editor.dispose())

function put(name: string, kind = 'service', more: object = {}): TLShapeId {
  const id = createShapeId(name)
  const x = 300 * editor.getCurrentPageShapeIds().size
  editor.createShape({ id, type: COMPONENT, x, y: 0, props: { ...componentDefaults(kind), ...more } })
  return id
}

function join(from: TLShapeId, to: TLShapeId): TLShapeId {
  const link = connect(editor, from, to, { mode: 'stream', label: 'events' })
  if (!link) throw new Error(`${from} and ${to} were not joined.`)
  return link
}

function propsOf(id: TLShapeId) {
  return (editor.getShape(id) as unknown as ComponentShape).props
}

function replaceBy(kind: string) {
  const insertable = findInsertable(kind)
  if (!insertable) throw new RangeError(`No kind “${kind}”`)
  replaceKind(editor, insertable)
}

describe('replace', () => {
  it('keeps id, links, zone and the label that somebody wrote, in one undo step', () => {
    const [a, b] = [put('a', 'kv-store', { label: 'User vectors', zone: 'ops' }), put('b')]
    const link = join(b, a)
    const centre = editor.getShapePageBounds(a)?.center
    editor.select(a)
    replaceBy('ann-index')
    expect(propsOf(a)).toMatchObject({ kind: 'ann-index', label: 'User vectors', zone: 'ops' })
    expect(linkEnds(editor, link)).toEqual({ from: b, to: a })
    expect(editor.getShapePageBounds(a)?.center).toEqual(centre)
    editor.undo()
    expect(propsOf(a).kind).toBe('kv-store')
  })
  it('takes the new kind’s name and size where the old ones were the kind’s own', () => {
    const [a, b] = [put('a', 'api-gateway'), put('b', 'api-gateway', { w: 400, h: 120 })]
    editor.select(a, b)
    replaceBy('ranker')
    const { w, h } = componentDefaults('ranker')
    expect(propsOf(a)).toMatchObject({ label: 'Ranker', w, h })
    expect(propsOf(b)).toMatchObject({ label: 'Ranker', w: 400, h: 120 })
  })
  it('loses no value on the way to another kind and back', () => {
    const values = { dim: 128, items: 1000, p99: 15, madeUp: 'x' }
    const a = put('a', 'ann-index', { values })
    editor.select(a)
    replaceBy('cache')
    expect(propsOf(a).values).toEqual({ p99: 15, madeUp: 'x' })
    replaceBy('ann-index')
    expect(propsOf(a).values).toEqual(values)
  })
  it.each([
    ['feature-store', 'kv-store', 'human-review'],
    ['cache', 'kv-store', 'warehouse'],
    ['queue', 'event-stream', 'client'],
    ['ranker', 'reranker', 'fallback'],
    ['object-store', 'warehouse', 'cache'],
  ])('offers in place of %s what is like it, such as %s, before %s', (kind, like, unlike) => {
    editor.select(put('a', kind))
    const offered = replacements(replaceable(editor)).map(({ id }) => id)
    expect(offered.slice(0, 3)).toContain(like)
    expect(offered.indexOf(unlike)).toBeGreaterThanOrEqual(5)
  })
  it('offers every other kind, once, and never its own', () => {
    editor.select(put('a', 'ann-index'))
    const offered = replacements(replaceable(editor))
    expect(new Set(offered).size).toBe(offered.length)
    expect(offered).toHaveLength(insertables.filter((one) => one.kind).length - 1)
    expect(offered.map(({ id }) => id)).not.toContain('ann-index')
    expect(offered.every(({ kind }) => kind)).toBe(true)
  })
  it('is not for who may only read', () => {
    editor.select(put('a'))
    editor.updateInstanceState({ isReadonly: true })
    expect(runCommand(editor, 'replace')).toBe(false)
  })
})

describe('duplicate with links', () => {
  it.each(['client', 'alert', 'service'])(
    'puts the copy of %s exactly below, where links run alike',
    (kind) => {
      for (const x of [0, 4, 6]) {
        const id = put(`${kind} ${x}`, kind, { label: 'Listeners' })
        editor.updateShape({ id, type: COMPONENT, x: 1000 * x + x, y: x })
        const before = editor.getShapePageBounds(id)
        editor.select(id)
        runCommand(editor, 'duplicate-linked')
        const copy = editor.getSelectionPageBounds()
        expect(copy?.x).toBe(before?.x)
        expect(((copy?.y ?? 0) - (before?.y ?? 0)) % GRID_PX).toBe(0)
      }
    },
  )
  it('copies the links to what is not copied and those inside, clear of all, in one undo step', () => {
    const [a, b, c] = [put('a'), put('b'), put('c')]
    for (const [from, to] of [
      [a, b],
      [b, c],
    ] as const)
      join(from, to)
    editor.select(b, c)
    const before = new Set(editor.getCurrentPageShapeIds())
    runCommand(editor, 'duplicate-linked')
    const copies = editor.getSelectedShapeIds()
    expect(copies).toHaveLength(2)
    const [b2, c2] = copies
    const added = [...editor.getCurrentPageShapeIds()].filter((id) => !before.has(id))
    const ends = added.filter((id) => editor.getShape(id)?.type === 'arrow').map((id) => linkEnds(editor, id))
    expect(ends).toHaveLength(2)
    expect(ends).toEqual(
      expect.arrayContaining([
        { from: a, to: b2 },
        { from: b2, to: c2 },
      ]),
    )
    for (const copy of copies)
      for (const old of [a, b, c]) {
        const box = editor.getShapePageBounds(old)
        expect(box && editor.getShapePageBounds(copy)?.collides(box)).toBe(false)
      }
    editor.undo()
    expect(new Set(editor.getCurrentPageShapeIds())).toEqual(before)
  })
})

it('selects all downstream, through circles, then the links too', () => {
  const [a, b, c, d] = [put('a'), put('b'), put('c'), put('d')]
  const links = [join(a, b), join(b, c), join(c, a)]
  join(d, a)
  editor.select(a)
  runCommand(editor, 'downstream')
  expect(new Set(editor.getSelectedShapeIds())).toEqual(new Set([a, b, c]))
  runCommand(editor, 'downstream')
  expect(new Set(editor.getSelectedShapeIds())).toEqual(new Set([a, b, c, ...links]))
})

it('tldraw aligns and distributes linked components, and their links follow', () => {
  const [a, b, c] = [put('a'), put('b'), put('c')]
  const link = join(a, b)
  editor.updateShape({ id: b, type: COMPONENT, x: 420, y: 140 })
  editor.updateShape({ id: c, type: COMPONENT, x: 900, y: -60 })
  editor.alignShapes([a, b, c], 'center-vertical')
  const middles = [a, b, c].map((id) => editor.getShapePageBounds(id)?.midY)
  expect(new Set(middles).size).toBe(1)
  editor.distributeShapes([a, b, c], 'horizontal')
  const box = (id: TLShapeId) => editor.getShapePageBounds(id)
  expect((box(b)?.x ?? 0) - (box(a)?.maxX ?? 0)).toBeCloseTo((box(c)?.x ?? 0) - (box(b)?.maxX ?? 0))
  expect(linkEnds(editor, link)).toEqual({ from: a, to: b })
  expect(box(link)?.maxX).toBeLessThan((box(b)?.x ?? 0) + 1)
})
