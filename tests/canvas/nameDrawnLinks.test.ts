import { createShapeId, type Editor, type TLArrowShape, type TLPointerEventInfo } from 'tldraw'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { componentDefaults } from '../../shapes/component/defaults.ts'
import { COMPONENT } from '../../shapes/component/schema.ts'
import { shapeUtils } from '../../shapes/index.ts'
import { TWO_TOWER } from '../../shapes/two-tower/schema.ts'
import { setMeta } from '../../src/canvas/edit.ts'
import { linkWords } from '../../src/canvas/insert.ts'
import { findInsertable } from '../../src/canvas/insertables.ts'
import { nameDrawnLinks } from '../../src/canvas/nameDrawnLinks.ts'
import { headlessEditor } from '../helpers/headlessEditor.ts'

let editor: Editor
let stop: () => void

beforeEach(() => {
  editor = headlessEditor(shapeUtils)
  stop = nameDrawnLinks(editor)
  const props = componentDefaults('object-store')
  editor.createShape({ id: createShapeId('lake'), type: COMPONENT, x: 0, y: 0, props })
  editor.createShape({ id: createShapeId('towers'), type: TWO_TOWER, x: 400, y: 0 })
})
afterEach(() => {
  stop()
  editor.dispose()
})

function point(name: TLPointerEventInfo['name'], x: number, y: number) {
  editor.dispatch({
    type: 'pointer',
    target: 'canvas',
    name,
    point: { x, y, z: 0.5 },
    pointerId: 1,
    button: 0,
    isPen: false,
    shiftKey: false,
    altKey: false,
    ctrlKey: false,
    metaKey: false,
    accelKey: false,
  })
  editor.emit('tick', 16)
}

function draw(to: number) {
  editor.setCurrentTool('arrow')
  point('pointer_move', 80, 40)
  point('pointer_down', 80, 40)
  for (const x of [120, 200, to]) point('pointer_move', x, 60)
  point('pointer_up', to, 60)
}

const drawn = () =>
  editor.getCurrentPageShapes().find((shape): shape is TLArrowShape => shape.type === 'arrow')

it('a link drawn from a data lake to a two-tower model brings the training set, in one undo step', () => {
  draw(450)
  expect(drawn()?.props.text).toBe('training set')
  expect(drawn()?.meta).toEqual({ mode: 'batch' })
  editor.undo()
  expect(drawn()).toBeUndefined()
})

it('a link that ends nowhere says nothing', () => {
  draw(300)
  expect(drawn()?.props.text).toBe('')
  expect(drawn()?.meta).toEqual({})
})

it('a link keeps what somebody has set when its end is drawn to a component', () => {
  draw(300)
  const link = drawn()
  if (!link) throw new Error('nothing was drawn')
  setMeta(editor, link.id, { mode: 'stream' })
  editor.setCurrentTool('select.dragging_handle', {
    type: 'pointer',
    target: 'handle',
    shape: drawn(),
    handle: editor.getShapeHandles(link)?.find(({ id }) => id === 'end'),
  })
  point('pointer_move', 450, 60)
  point('pointer_up', 450, 60)
  expect(editor.getBindingsFromShape(link, 'arrow')).toHaveLength(2)
  expect(drawn()?.props.text).toBe('')
  expect(drawn()?.meta).toEqual({ mode: 'stream' })
})

it.each([
  ['two-tower', 'ann-index', 'batch', 'item vectors'],
  ['service', 'feature-store', 'sync', 'features'],
  ['orchestrator', 'two-tower', 'sync', 'user vector'],
  ['event-stream', 'object-store', 'batch', 'hourly'],
  ['alert', 'training-job', 'control', 'retrain'],
  ['funnel', 'ann-index', 'sync', 'top k'],
])('%s to %s is %s: %s', (from, to, mode, label) => {
  expect(linkWords(findInsertable(from), findInsertable(to), 'right', null)).toEqual({ mode, label })
})
