import fc from 'fast-check'
import { Box, createShapeId, type Editor, Group2d, type TLArrowShape, type TLShapeId } from 'tldraw'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { catalog } from '../../shapes/catalog/index.ts'
import { componentDefaults } from '../../shapes/component/defaults.ts'
import { COMPONENT } from '../../shapes/component/schema.ts'
import { shapeUtils } from '../../shapes/index.ts'
import { boardSays } from '../../shapes/shared/boardSays.ts'
import { STEP_FRAME, stepFrameDefaults } from '../../shapes/step-frame/schema.ts'
import { connect } from '../../src/canvas/connect.ts'
import { takenBounds } from '../../src/canvas/footprint.ts'
import { layOut } from '../../src/canvas/layOut.ts'
import { tidy, tidyWith } from '../../src/canvas/tidy.ts'
import { headlessEditor } from '../helpers/headlessEditor.ts'

let editor: Editor
beforeEach(() => {
  editor = headlessEditor(shapeUtils)
})
afterEach(() => editor.dispose())

function put(name: string, kind: string, x: number, y: number, parentId?: TLShapeId): TLShapeId {
  const id = createShapeId(name)
  editor.createShape({ id, type: COMPONENT, x, y, parentId, props: componentDefaults(kind) })
  return id
}

function join(from: TLShapeId, to: TLShapeId): void {
  connect(editor, from, to, { mode: 'sync', label: 'x' })
}

function box(id: TLShapeId) {
  const taken = takenBounds(editor, id)
  if (!taken) throw new Error(`${id} is not there.`)
  return taken
}

const spots = (ids: readonly TLShapeId[]) => ids.map((id) => [box(id).x, box(id).y])

function frame(w: number, h: number): TLShapeId {
  const id = createShapeId('frame')
  editor.createShape({ id, type: STEP_FRAME, x: 0, y: 0, props: { ...stepFrameDefaults, w, h, step: 4 } })
  return id
}

/** A call path and how its index is filled. */
const LABELLED = [
  ['client', 'api-gateway', 'GET /home'],
  ['api-gateway', 'orchestrator', 'user id, context'],
  ['orchestrator', 'feature-store', 'features'],
  ['orchestrator', 'query-tower', 'context'],
  ['query-tower', 'ann-index', 'user vector, top 10k'],
  ['orchestrator', 'ranker', 'score 10k'],
  ['ranker', 'reranker', 'top 100'],
  ['orchestrator', 'fallback', 'on timeout'],
  ['client', 'event-stream', 'plays, skips'],
  ['event-stream', 'object-store', 'hourly'],
  ['object-store', 'training-job', 'daily snapshot'],
  ['training-job', 'item-tower', 'v7'],
  ['item-tower', 'ann-index', 'song vectors, every 6 h'],
] as const

/** What links say, and where on the page. */
function labelBoxes(): [string, Box][] {
  return editor.getCurrentPageShapes().flatMap((link): [string, Box][] => {
    const geometry = editor.getShapeGeometry(link)
    const label = geometry instanceof Group2d && geometry.children.find(({ isLabel }) => isLabel)
    if (link.type !== 'arrow' || !label) return []
    const corners = editor.getShapePageTransform(link).applyToPoints(label.bounds.corners)
    return [[(link as TLArrowShape).props.text, Box.FromPoints(corners)]]
  })
}

describe('tidy', () => {
  it('leads a board from left to right without overlaps inside its frame, and finds nothing more to do', () => {
    const kinds = fc.constantFrom(...catalog.map(({ id }) => id))
    const place = fc.record({
      kind: kinds,
      x: fc.integer({ min: 0, max: 2400 }),
      y: fc.integer({ min: 0, max: 1400 }),
    })
    const links = fc.array(fc.tuple(fc.nat(9), fc.nat(9)), { maxLength: 14 })
    fc.assert(
      fc.property(fc.array(place, { minLength: 2, maxLength: 10 }), links, (places, pairs) => {
        editor.deleteShapes([...editor.getCurrentPageShapeIds()])
        const around = frame(4000, 2400)
        const ids = places.map(({ kind, x, y }, i) => put(`p${i}`, kind, x, y + 80, around))
        const joins = pairs.flatMap(([a, b]) => {
          const [from, to] = [ids[Math.min(a, b)], ids[Math.max(a, b)]]
          return from && to && from !== to ? [[from, to] as const] : []
        })
        for (const [from, to] of joins) join(from, to)
        editor.select(around)
        tidyWith(editor, layOut)
        for (const [i, id] of ids.entries()) {
          expect(box(around).contains(box(id))).toBe(true)
          for (const other of ids.slice(0, i)) expect(box(id).collides(box(other))).toBe(false)
        }
        for (const [from, to] of joins) expect(box(from).maxX).toBeLessThan(box(to).x)
        const before = spots(ids)
        tidyWith(editor, layOut)
        expect(spots(ids)).toEqual(before)
      }),
      { numRuns: 15 },
    )
  })

  it('puts what is online above what is offline, and is one undo step', () => {
    const [lake, gateway, service] = [
      put('l', 'object-store', 0, 0),
      put('g', 'api-gateway', 10, 10),
      put('s', 'service', 5, 20),
    ]
    join(gateway, service)
    join(service, lake)
    const before = spots([lake, gateway, service])
    editor.selectAll()
    tidyWith(editor, layOut)
    expect(box(service).maxY).toBeLessThan(box(lake).y)
    editor.undo()
    expect(spots([lake, gateway, service])).toEqual(before)
  })

  it('leaves alone what is not selected, and keeps clear of it', () => {
    const [a, b, other] = [
      put('a', 'service', 0, 0),
      put('b', 'cache', 20, 20),
      put('other', 'queue', 260, 0),
    ]
    const stays = spots([other])
    join(a, b)
    editor.select(a, b)
    tidyWith(editor, layOut)
    expect(spots([other])).toEqual(stays)
    for (const id of [a, b]) expect(box(id).collides(box(other))).toBe(false)
    const before = spots([a, b])
    tidyWith(editor, layOut)
    expect(spots([a, b])).toEqual(before)
  })

  it.each([
    ['with room to spare', 2200],
    ['that is rather tight', 1600],
  ])('keeps the labels of links off components in a frame %s', (_, width) => {
    const around = frame(width, 960)
    const kinds = [...new Set<string>([...LABELLED.map(([from]) => from), ...LABELLED.map(([, to]) => to)])]
    const ids = new Map(kinds.map((kind, i) => [kind, put(kind, kind, 10 * i, 80, around)]))
    for (const [from, to, label] of LABELLED)
      connect(editor, ids.get(from) ?? around, ids.get(to) ?? around, { mode: 'sync', label })
    editor.select(around)
    tidyWith(editor, layOut)
    expect(boardSays(editor).get()).toBeFalsy()
    const labels = labelBoxes()
    expect(labels).toHaveLength(LABELLED.length)
    const covered = labels.flatMap(([label, place]) =>
      kinds.filter((kind) => box(ids.get(kind) ?? around).collides(place)).map((kind) => [label, kind]),
    )
    expect(covered).toEqual([])
  })

  it('says so and moves nothing where the frame is too small', () => {
    const around = frame(400, 240)
    const ids = ['a', 'b', 'c', 'd'].map((name, i) => put(name, 'service', 10 * i, 80, around))
    for (const [i, id] of ids.slice(1).entries()) join(ids[i] ?? id, id)
    const before = spots(ids)
    editor.select(ids[0] ?? around)
    tidyWith(editor, layOut)
    expect(spots(ids)).toEqual(before)
    expect(boardSays(editor).get()).toMatch(/^Laid out, this takes \d+ × \d+; “4 Step” has 368 × 160\./)
  })

  it('frees links from where they were put, and loads its layout when it is used', async () => {
    const [a, b] = [put('a', 'service', 0, 0), put('b', 'cache', 0, 300)]
    join(a, b)
    const [binding] = editor.getBindingsToShape(b, 'arrow')
    if (!binding) throw new Error('Nothing was joined.')
    editor.updateBinding({ ...binding, props: { isPrecise: true, normalizedAnchor: { x: 0.5, y: 0 } } })
    editor.select(a, b)
    await tidy(editor)
    expect(editor.getBinding(binding.id)?.props).toMatchObject({ isPrecise: false })
    expect(box(a).midY).toBe(box(b).midY)
  })

  it('with a link selected tidies the frame of its ends, or says what to select', () => {
    const around = frame(1200, 600)
    const inside = [put('a', 'service', 40, 80, around), put('b', 'cache', 60, 100, around)] as const
    const outside = [put('c', 'service', 2000, 0), put('d', 'cache', 2020, 20)] as const
    join(...inside)
    join(...outside)
    const before = spots(outside)
    const linksOf = (id: TLShapeId) => editor.getBindingsToShape(id, 'arrow').map(({ fromId }) => fromId)
    editor.select(...linksOf(inside[0]))
    tidyWith(editor, layOut)
    expect(box(inside[0]).maxX).toBeLessThan(box(inside[1]).x)
    expect(spots(outside)).toEqual(before)
    editor.select(...linksOf(outside[0]))
    tidyWith(editor, layOut)
    expect(spots(outside)).toEqual(before)
    expect(boardSays(editor).get()).toMatch(/^Nothing to tidy/)
  })

  it('shows what it has moved out of view', () => {
    editor.user.updateUserPreferences({ animationSpeed: 0 })
    const ids = ['a', 'b', 'c'].map((name, i) => put(name, 'service', 700 + i, 100 + i))
    for (const [i, id] of ids.slice(1).entries()) join(ids[i] ?? id, id)
    editor.select(...ids)
    tidyWith(editor, layOut)
    const view = editor.getViewportPageBounds()
    expect(ids.filter((id) => !view.contains(box(id)))).toEqual([])
    const camera = editor.getCamera()
    tidyWith(editor, layOut)
    expect(editor.getCamera()).toEqual(camera)
  })

  it('says so where there is nothing to tidy', () => {
    put('a', 'service', 0, 0)
    tidyWith(editor, layOut)
    expect(boardSays(editor).get()).toMatch(/^Nothing to tidy/)
  })
})
