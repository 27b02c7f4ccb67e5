import { createShapeId, type Editor, type TLShapeId } from 'tldraw'
import { beforeEach, describe, expect, it } from 'vitest'
import { layoutComponent } from '../../shapes/component/layout.ts'
import type { ComponentShape } from '../../shapes/component/schema.ts'
import { shapeUtils } from '../../shapes/index.ts'
import { linkMeta } from '../../shapes/link/schema.ts'
import { starterRequests } from '../../shapes/shared/starter.ts'
import { STEP_FRAME, stepFrameDefaults } from '../../shapes/step-frame/schema.ts'
import { isZoneFrame, laneAround } from '../../src/canvas/boardShapes.ts'
import { flyToStep, runCommand } from '../../src/canvas/commands.ts'
import { connect, linkEnds } from '../../src/canvas/connect.ts'
import { GRID_PX } from '../../src/canvas/freeSpot.ts'
import { type Beside, insert } from '../../src/canvas/insert.ts'
import { findInsertable, type Insertable, insertables } from '../../src/canvas/insertables.ts'
import { SIDES } from '../../src/canvas/place.ts'
import { suggestBeside } from '../../src/canvas/suggest.ts'
import { answerStarters } from '../../src/canvas/useBoardKeys.ts'
import { headlessEditor } from '../helpers/headlessEditor.ts'

let editor: Editor
beforeEach(() => {
  editor = headlessEditor(shapeUtils)
})

function kind(id: string): Insertable {
  const found = findInsertable(id)
  if (!found) throw new RangeError(`No kind “${id}”`)
  return found
}

function place(id: string, options = {}): TLShapeId {
  const shape = insert(editor, kind(id), options)
  if (!shape) throw new RangeError(`“${id}” was not placed`)
  return shape
}

function bounds(id: TLShapeId) {
  const box = editor.getShapePageBounds(id)
  if (!box) throw new RangeError(`No shape ${id}`)
  return box
}

const links = () => editor.getCurrentPageShapes().filter(({ type }) => type === 'arrow')

function addStep(step: number, x: number): TLShapeId {
  const id = createShapeId(`step${step}`)
  editor.createShape({ id, type: STEP_FRAME, x, y: 0, props: { ...stepFrameDefaults, step } })
  return id
}

describe('insert', () => {
  it('places everything there is in the middle of the view without overlaps, on the grid', () => {
    const ids = insertables.map(({ id }) => {
      editor.selectNone()
      return place(id)
    })
    for (const [i, id] of ids.entries()) {
      const { x = 1, y = 1 } = editor.getShape(id) ?? {}
      expect([Math.abs(x % GRID_PX), Math.abs(y % GRID_PX)]).toEqual([0, 0])
      for (const other of ids.slice(0, i)) expect(bounds(id).collides(bounds(other))).toBe(false)
    }
    expect(editor.getSelectedShapeIds()).toEqual(ids.slice(-1))
  })

  it.each(SIDES)('stands %s of the selection, linked at both ends, in one undo step', (side) => {
    const first = place('service')
    const beside: Beside = { shapes: [first], side, mode: null }
    const added = place('cache', { beside })
    const [a, b] = [bounds(first), bounds(added)]
    const isThere = { right: b.x > a.maxX, left: b.maxX < a.x, down: b.y > a.maxY, up: b.maxY < a.y }
    expect(isThere[side]).toBe(true)
    const [link] = links()
    const ends = link && linkEnds(editor, link.id)
    expect(ends).toEqual(
      side === 'right' || side === 'down' ? { from: first, to: added } : { from: added, to: first },
    )
    editor.undo()
    expect(editor.getShape(added)).toBeUndefined()
    expect(links()).toEqual([])
    expect(editor.getShape(first)).toBeDefined()
  })

  it('says by the link what such two usually say, or what was chosen, or nothing', () => {
    const usual = kind('client').usualLinks.find(({ to }) => findInsertable(to))
    if (!usual) throw new RangeError('A client usually links to nothing')
    const client = place('client')
    place(usual.to, { beside: { shapes: [client], side: 'right', mode: null } })
    expect(links()[0]).toMatchObject({
      meta: { mode: usual.mode },
      props: { text: usual.label, kind: 'elbow' },
    })
    place('cache', { beside: { shapes: [client], side: 'down', mode: 'control' } })
    expect(links().map(({ meta }) => linkMeta(meta).mode)).toContain('control')
    place('cache', { beside: { shapes: [client], side: 'down', mode: 'none' } })
    expect(links()).toHaveLength(2)
  })

  it('goes where it is dropped, and into the frame there', () => {
    const frame = addStep(1, 4_000)
    const id = place('cache', { at: { x: 4_400, y: 300 } })
    expect(editor.getShape(id)?.parentId).toBe(frame)
    expect(bounds(id).center.dist({ x: 4_400, y: 300 })).toBeLessThan(6)
  })

  it('fills a frame from its left, under its head', () => {
    const frame = addStep(1, 4_000)
    const ids = Array.from({ length: 12 }, () => place('service', { inside: frame }))
    for (const id of ids) {
      expect(editor.getShape(id)?.parentId).toBe(frame)
      expect(bounds(frame).contains(bounds(id))).toBe(true)
      expect(bounds(id).y).toBeGreaterThanOrEqual(bounds(frame).y + 56)
    }
  })

  it('stays in the frame of what it is put beside', () => {
    const frame = addStep(1, 4_000)
    let last = place('service', { inside: frame })
    for (let i = 0; i < 8; i++)
      last = place('service', { beside: { shapes: [last], side: 'right', mode: null } })
    expect(
      editor.getSortedChildIdsForParent(frame).filter((id) => editor.getShape(id)?.type !== 'arrow'),
    ).toHaveLength(9)
  })

  it.each(SIDES)('keeps the zoom and moves the view just far enough to see what is new: %s', (side) => {
    editor.user.updateUserPreferences({ animationSpeed: 0 })
    editor.setCamera({ x: 0, y: 0, z: 0.8 })
    let last = place('service')
    for (let i = 0; i < 6; i++) last = place('service', { beside: { shapes: [last], side, mode: null } })
    expect(editor.getZoomLevel()).toBe(0.8)
    const view = editor.getViewportPageBounds()
    expect(view.contains(bounds(last))).toBe(true)
    expect(view.maxY - bounds(last).maxY).toBeGreaterThanOrEqual(96)
    const seen = editor.getCamera()
    place('service', { at: bounds(last).center })
    expect(editor.getCamera()).toEqual(seen)
  })

  it('begins an empty frame at its left, below what the frame says, wherever the view is in it', () => {
    const frame = addStep(1, 0)
    editor.updateShape({ id: frame, type: STEP_FRAME, props: { draw: 'Draw it.', starters: ['cache'] } })
    editor.centerOnPoint({ x: 560, y: 300 })
    for (const options of [{}, { inside: frame }]) {
      const id = place('service', options)
      const { x, y } = bounds(id)
      expect(editor.getShape(id)?.parentId).toBe(frame)
      expect(x).toBe(48)
      expect(y).toBeGreaterThan(130)
      expect(y).toBeLessThan(200)
      editor.deleteShape(id)
    }
  })

  it.each(SIDES)('stands straight %s of whatever it is linked to, with room for the label', (side) => {
    for (const [one, other] of [
      ['service', 'cache'],
      ['client', 'api-gateway'],
      ['service', 'alert'],
      ['client', 'offline-eval'],
      ['funnel', 'client'],
    ] as const) {
      const first = place(one, { at: { x: 4_000, y: 3_000 } })
      const added = place(other, { beside: { shapes: [first], side, mode: null } })
      const [a, b] = [bounds(first), bounds(added)]
      const isRow = side === 'right' || side === 'left'
      const off = isRow ? a.center.y - b.center.y : a.center.x - b.center.x
      expect(Math.abs(off), `${one} and ${other}`).toBeLessThan(0.01)
      const apart = { right: b.x - a.maxX, left: a.x - b.maxX, down: b.y - a.maxY, up: a.y - b.maxY }[side]
      expect(apart).toBeGreaterThanOrEqual(isRow ? 96 : 72)
      expect(apart).toBeLessThan(isRow ? 160 : 140)
      editor.deleteShapes(editor.getCurrentPageShapes())
    }
  })

  it('begins the next row straight below where the frame ends, room for labels between all', () => {
    const frame = addStep(1, 4_000)
    let last = place('service', { inside: frame })
    const ids = [last]
    for (let i = 0; i < 9; i++) {
      last = place('service', { beside: { shapes: [last], side: 'right', mode: null } })
      ids.push(last)
    }
    const [, , , fourth, fifth] = ids.map(bounds)
    expect(fifth?.x).toBe(fourth?.x)
    expect((fifth?.y ?? 0) - (fourth?.maxY ?? 0)).toBeGreaterThanOrEqual(72)
    for (const [i, id] of ids.entries()) {
      expect(bounds(frame).contains(bounds(id))).toBe(true)
      for (const other of ids.slice(0, i)) {
        const [a, b] = [bounds(id), bounds(other)]
        const sideways = Math.max(a.x - b.maxX, b.x - a.maxX)
        const upAndDown = Math.max(a.y - b.maxY, b.y - a.maxY)
        expect(sideways >= 96 || upAndDown >= 72).toBe(true)
      }
    }
  })

  it('keeps off the text below figures', () => {
    const client = place('client', { at: { x: 4_000, y: 3_000 } })
    editor.updateShape({ id: client, type: 'component', props: { label: 'Listeners on three continents' } })
    const added = place('service', { beside: { shapes: [client], side: 'down', mode: null } })
    const shape = editor.getShape(client) as ComponentShape
    const { text } = layoutComponent(shape.props)
    expect(bounds(added).y - (shape.y + text.y + text.h)).toBeGreaterThanOrEqual(72)
  })

  it('leaves a board alone that may only be read', () => {
    editor.updateInstanceState({ isReadonly: true })
    expect(insert(editor, kind('cache'))).toBeNull()
    expect(editor.getCurrentPageShapeIds().size).toBe(0)
  })
})

describe('a frame', () => {
  it('is drawn around the selection and takes it in, with its links, in one undo step', () => {
    const step = addStep(1, 4_000)
    const server = place('model-server', { inside: step })
    const cache = place('cache', { beside: { shapes: [server], side: 'right', mode: null } })
    const outside = place('client', { inside: step })
    editor.select(server, cache)
    const before = [server, cache].map((id) => bounds(id).toJson())
    const cluster = place('k8s-cluster')
    expect(editor.getShape(cluster)?.parentId).toBe(step)
    for (const id of [server, cache]) {
      expect(editor.getShape(id)?.parentId).toBe(cluster)
      expect(bounds(cluster).contains(bounds(id))).toBe(true)
      expect(bounds(id).y - bounds(cluster).y).toBeGreaterThanOrEqual(48)
    }
    expect([server, cache].map((id) => bounds(id).toJson())).toEqual(before)
    expect(editor.getShape(outside)?.parentId).toBe(step)
    expect(links().map(({ parentId }) => parentId)).toEqual([cluster])
    expect(editor.getSelectedShapeIds()).toEqual([cluster])
    editor.undo()
    expect(editor.getShape(cluster)).toBeUndefined()
    expect(editor.getShape(server)?.parentId).toBe(step)
  })

  it('is drawn around shapes of several lanes in the frame that holds them all', () => {
    const step = addStep(1, 4_000)
    const lanes = [place('zone-frame', { inside: step }), place('zone-frame', { inside: step })]
    const parts = lanes.map((lane) => place('service', { inside: lane }))
    editor.select(...parts)
    const cluster = place('k8s-cluster', {})
    expect(editor.getShape(cluster)?.parentId).toBe(step)
    expect(parts.map((id) => editor.getShape(id)?.parentId)).toEqual([cluster, cluster])
  })

  it('is empty and of its own size where nothing is selected, a step is, or it is dropped', () => {
    const step = addStep(1, 4_000)
    const service = place('service', { inside: step })
    for (const [selected, options] of [
      [[], {}],
      [[step], {}],
      [[service], { at: { x: 5_000, y: 2_000 } }],
    ] as const) {
      editor.select(...selected)
      const lane = place('zone-frame', options)
      expect(bounds(lane)).toMatchObject({ w: 640, h: 192 })
      expect(editor.getSortedChildIdsForParent(lane)).toEqual([])
    }
    expect(links()).toEqual([])
  })

  it('has the zone of the synonym it was found by', () => {
    const zones = ['offline lane', 'swimlane', null].map((synonym) => {
      const shape = editor.getShape(place('zone-frame', { synonym }))
      return shape && isZoneFrame(shape) && shape.props.zone
    })
    expect(zones).toEqual(['offline', null, null])
  })

  it('takes what is put into it below its head, and what finds no room there goes to the step around', () => {
    const step = addStep(1, 4_000)
    const lane = place('zone-frame', { inside: step })
    const ids = Array.from({ length: 5 }, () => place('service', { inside: lane }))
    const parents = ids.map((id) => editor.getShape(id)?.parentId)
    expect(parents.slice(0, 2)).toEqual([lane, lane])
    expect(parents.at(-1)).toBe(step)
    for (const id of ids.slice(0, 2)) expect(bounds(id).y - bounds(lane).y).toBeGreaterThanOrEqual(48)
  })

  it('takes in what is put on the board while it alone is selected', () => {
    const lane = place('zone-frame')
    const service = place('service')
    expect(editor.getShape(service)?.parentId).toBe(lane)
    expect(bounds(service).y - bounds(lane).y).toBeGreaterThanOrEqual(48)
    expect(links()).toEqual([])
  })

  it('lets the inspector say where a part in it runs', () => {
    const outer = place('zone-frame', { synonym: 'offline lane' })
    editor.updateShape({ id: outer, type: 'zone-frame', props: { w: 900, h: 400 } })
    const inner = place('zone-frame', { inside: outer })
    const service = editor.getShape(place('service', { inside: inner }))
    expect(service && laneAround(editor, service)).toBe('offline')
  })
})

describe('suggestBeside', () => {
  it('puts what a kind usually links to first, and everything after it', () => {
    const usual = kind('client').usualLinks.filter(({ to }) => findInsertable(to))
    const suggested = suggestBeside(kind('client'), 'right')
    expect(suggested.slice(0, usual.length).map(({ id }) => id)).toEqual([
      ...new Set(usual.map(({ to }) => to)),
    ])
    expect(suggested).toHaveLength(insertables.length)
  })
})

describe('connect', () => {
  it('binds both ends, so that the link follows', () => {
    const [a, b] = [place('service'), place('cache')]
    const link = connect(editor, a, b, { mode: 'batch', label: 'copies' })
    expect(link && linkEnds(editor, link)).toEqual({ from: a, to: b })
    const before = link && bounds(link).toJson()
    editor.updateShape({ id: b, type: 'component', x: 2_000 })
    expect(link && bounds(link).toJson()).not.toEqual(before)
  })
  it('links nothing to itself, and nothing to a link', () => {
    const [a, b] = [place('service'), place('cache')]
    const link = connect(editor, a, b, { mode: 'sync', label: '' })
    expect(connect(editor, a, a, { mode: 'sync', label: '' })).toBeNull()
    expect(link && connect(editor, a, link, { mode: 'sync', label: '' })).toBeNull()
  })
  it('cycles the mode of the selected links and back to the first', () => {
    const [a, b] = [place('service'), place('cache')]
    const link = connect(editor, a, b, { mode: 'sync', label: '' })
    if (link) editor.select(link)
    const modes = [1, 2, 3, 4].map(() => {
      runCommand(editor, 'link-mode')
      return links()[0]?.meta.mode
    })
    expect(modes).toEqual(['stream', 'batch', 'control', 'sync'])
  })
})

describe('flyToStep', () => {
  it('shows the whole frame of that step, and stays where there is none', () => {
    addStep(1, 0)
    const third = addStep(3, 9_000)
    editor.user.updateUserPreferences({ animationSpeed: 0 })
    flyToStep(editor, 3)
    expect(editor.getViewportPageBounds().contains(bounds(third))).toBe(true)
    const camera = editor.getCamera()
    flyToStep(editor, 7)
    expect(editor.getCamera()).toEqual(camera)
  })
})

it('answers the starter buttons of empty frames until the board is left', () => {
  const frame = addStep(1, 0)
  const stop = answerStarters(editor)
  starterRequests.ask({ frame, kind: 'cache' })
  starterRequests.ask({ frame, kind: 'no-such-kind' })
  stop()
  starterRequests.ask({ frame, kind: 'cache' })
  const inside = editor.getSortedChildIdsForParent(frame).map((id) => editor.getShape(id)?.props)
  expect(inside).toMatchObject([{ kind: 'cache' }])
})
