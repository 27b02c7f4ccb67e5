import { createShapeId, type Editor } from 'tldraw'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { componentDefaults } from '../../shapes/component/defaults.ts'
import { COMPONENT } from '../../shapes/component/schema.ts'
import { shapeUtils } from '../../shapes/index.ts'
import { followNear, nearPart } from '../../src/canvas/nearPart.ts'
import { headlessEditor } from '../helpers/headlessEditor.ts'

let editor: Editor
let stop: () => void
const [ranker, cache] = [createShapeId('ranker'), createShapeId('cache')]

beforeEach(() => {
  editor = headlessEditor(shapeUtils)
  stop = followNear(editor)
  editor.createShape({ id: ranker, type: COMPONENT, x: 0, y: 0, props: componentDefaults('ranker') })
  editor.createShape({ id: cache, type: COMPONENT, x: 400, y: 0, props: componentDefaults('cache') })
})
afterEach(() => {
  stop()
  editor.dispose()
})

const near = () => nearPart(editor).get()
function moveTo(clientX: number, clientY: number) {
  window.dispatchEvent(new MouseEvent('pointermove', { clientX, clientY }))
}

it('stays with a part on the way to its pluses, and leaves it beyond', () => {
  editor.setHoveredShape(ranker)
  expect(near()).toBe(ranker)
  editor.setHoveredShape(null)
  moveTo(200, 36)
  expect(near()).toBe(ranker)
  moveTo(300, 36)
  expect(near()).toBeNull()
})

it('goes over to another part at once', () => {
  editor.setHoveredShape(ranker)
  editor.setHoveredShape(cache)
  expect(near()).toBe(cache)
})

it('leaves a part for a panel, and comes back to it', () => {
  editor.setHoveredShape(cache)
  moveTo(1000, 700)
  expect(near()).toBeNull()
  moveTo(480, 30)
  expect(near()).toBe(cache)
})

it('leaves a part that is deleted', () => {
  editor.setHoveredShape(ranker)
  editor.deleteShape(ranker)
  moveTo(80, 36)
  expect(near()).toBeNull()
})
