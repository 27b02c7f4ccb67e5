import { createShapeId, type Editor, type TLArrowShape, type TLShapeId } from 'tldraw'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { componentDefaults } from '../../shapes/component/defaults.ts'
import { COMPONENT } from '../../shapes/component/schema.ts'
import { shapeUtils } from '../../shapes/index.ts'
import { boardDialog, closeDialog, insertSide, insertSpot } from '../../src/canvas/boardDialog.ts'
import { linkEnds } from '../../src/canvas/connect.ts'
import { insert } from '../../src/canvas/insert.ts'
import { findInsertable } from '../../src/canvas/insertables.ts'
import { nameDrawnLinks } from '../../src/canvas/nameDrawnLinks.ts'
import type { Side } from '../../src/canvas/place.ts'
import { beginPull, canPull, listenToPulls } from '../../src/canvas/pullLink.ts'
import { headlessEditor } from '../helpers/headlessEditor.ts'
import { point } from '../helpers/point.ts'

let editor: Editor
let stops: (() => void)[]
const service = createShapeId('service')
const store = createShapeId('store')

beforeEach(() => {
  editor = headlessEditor(shapeUtils)
  stops = [nameDrawnLinks(editor), listenToPulls(editor)]
  editor.createShape({ id: service, type: COMPONENT, x: 0, y: 0, props: componentDefaults('service') })
  editor.createShape({ id: store, type: COMPONENT, x: 400, y: 0, props: componentDefaults('feature-store') })
})
afterEach(() => {
  for (const stop of stops) stop()
  editor.dispose()
})

const link = () =>
  editor.getCurrentPageShapes().find((shape): shape is TLArrowShape => shape.type === 'arrow')

/** Presses a + at the right of the service and pulls it there. */
function pull(x: number, y: number, { shape = service, side = 'right' as Side } = {}) {
  point(editor, 'pointer_move', 188, 32)
  beginPull(editor, shape, side)
  point(editor, 'pointer_down', 188, 32)
  for (const share of [0.3, 0.6, 1])
    point(editor, 'pointer_move', 188 + (x - 188) * share, 32 + (y - 32) * share)
}
const drop = (x: number, y: number) => point(editor, 'pointer_up', x, y)

function endsOf(shape: TLArrowShape | undefined) {
  return shape && linkEnds(editor, shape.id)
}

it('pulled onto a component joins the two with what such two usually say, in one undo step', () => {
  pull(480, 40)
  drop(480, 40)
  expect(endsOf(link())).toEqual({ from: service, to: store })
  expect([link()?.props.text, link()?.meta]).toEqual(['features', { mode: 'sync' }])
  expect(boardDialog(editor).get()).toBeNull()
  editor.undo()
  expect(link()).toBeUndefined()
  expect(editor.getShape(store)).toBeDefined()
})

it('pulled out of the left side leads into the component', () => {
  pull(480, 40, { side: 'left' })
  drop(480, 40)
  expect(endsOf(link())).toEqual({ from: store, to: service })
})

it('let go over nothing asks what goes there, joins it, and is one undo step', () => {
  pull(300, 400)
  expect(link()).toBeDefined()
  drop(300, 400)
  expect(link()).toBeUndefined()
  expect(boardDialog(editor).get()).toBe('quick-insert')
  expect(insertSide(editor).get()).toBe('right')
  const at = insertSpot(editor).get() ?? undefined
  expect(at).toMatchObject({ x: 300, y: 400 })
  const cache = findInsertable('cache')
  if (!cache) throw new Error('There is no cache in the catalog.')
  const id = insert(editor, cache, { at, beside: { shapes: [service], side: 'right', mode: null } })
  expect(id && editor.getShapePageBounds(id)?.containsPoint({ x: 300, y: 400 })).toBe(true)
  expect(endsOf(link())).toEqual({ from: service, to: id })
  editor.undo()
  expect(editor.getCurrentPageShapeIds()).toEqual(new Set([service, store]))
})

it('leaves no trace where the question is not answered', () => {
  editor.markHistoryStoppingPoint('before')
  editor.updateShape({ id: store, type: COMPONENT, x: 480 })
  pull(300, 400)
  drop(300, 400)
  closeDialog(editor)
  expect(insertSpot(editor).get()).toBeNull()
  expect(link()).toBeUndefined()
  expect(editor.getSelectedShapeIds()).toEqual([service])
  editor.undo()
  expect(editor.getShape(store)?.x).toBe(400)
})

it('is taken back by Escape, and by letting go where it began', () => {
  pull(300, 400)
  editor.cancel()
  expect(link()).toBeUndefined()
  expect(boardDialog(editor).get()).toBeNull()
  drop(300, 400)
  pull(80, 30)
  drop(80, 30)
  expect(link()).toBeUndefined()
  expect(boardDialog(editor).get()).toBeNull()
})

it.each([
  ['pressed', 188],
  ['hardly moved', 200],
])('%s, asks what to put on that side', (_, x) => {
  pull(x, 32)
  drop(x, 32)
  expect(boardDialog(editor).get()).toBe('quick-insert')
  expect(insertSpot(editor).get()).toBeNull()
  expect(editor.getSelectedShapeIds()).toEqual([service])
  expect(editor.isIn('select.idle')).toBe(true)
})

function removeByFriend(id: TLShapeId) {
  editor.store.mergeRemoteChanges(() => editor.store.remove([id]))
}

it('ends without harm when a friend deletes where it comes from', async () => {
  pull(300, 400)
  removeByFriend(service)
  await expect.poll(() => editor.isIn('select.idle')).toBe(true)
  expect(link()).toBeUndefined()
  drop(300, 400)
  expect(boardDialog(editor).get()).toBeNull()
})

it('asks what goes there when a friend deletes what it was pulled to', () => {
  pull(480, 40)
  expect(endsOf(link())?.to).toBe(store)
  removeByFriend(store)
  drop(480, 40)
  expect(link()).toBeUndefined()
  expect(boardDialog(editor).get()).toBe('quick-insert')
})

it('is offered by parts that may be changed', () => {
  const canPullOf = () => editor.getShape(service) && canPull(editor, editor.getShape(service) ?? never())
  expect(canPullOf()).toBe(true)
  editor.toggleLock([service])
  expect(canPullOf()).toBe(false)
  editor.toggleLock([service])
  editor.updateInstanceState({ isReadonly: true })
  expect(canPullOf()).toBe(false)
})

function never(): never {
  throw new Error('The service is not there.')
}
