import { createShapeId, type Editor } from 'tldraw'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { shapeUtils } from '../../shapes/index.ts'
import { STEP_FRAME } from '../../shapes/step-frame/schema.ts'
import { busiestStep } from '../../src/pages/board/busiestStep.ts'
import { makeThumbnail } from '../../src/pages/board/thumbnail.ts'
import { STAMP } from '../../src/rooms/visited.ts'
import { headlessEditor } from '../helpers/headlessEditor.ts'

let editor: Editor

beforeEach(() => {
  editor = headlessEditor(shapeUtils)
})

afterEach(() => editor.dispose())

const [first, second] = [createShapeId('first'), createShapeId('second')]

function placeFrames() {
  editor.createShapes([
    { id: first, type: STEP_FRAME, x: 0, y: 0 },
    { id: second, type: STEP_FRAME, x: 2000, y: 0 },
  ])
}

test('an empty board has an empty thumbnail', () => {
  const { boxes, lines } = makeThumbnail(editor)
  expect([boxes, lines]).toEqual([[], []])
})

test('components keep their outline and the letter of their group, inside the stamp', () => {
  editor.createShapes([
    { type: 'component', x: -400, y: 100, props: { kind: 'api-gateway' } },
    { type: 'component', x: 3000, y: 900, props: { kind: 'feature-store' } },
  ])
  const { boxes } = makeThumbnail(editor)
  expect(boxes.map(({ group, outline }) => [group, outline])).toEqual([
    ['a', 'process'],
    ['d', 'cylinder-split'],
  ])
  for (const { x, y, w, h } of boxes) {
    expect(x).toBeGreaterThanOrEqual(0)
    expect(y).toBeGreaterThanOrEqual(0)
    expect(x + w).toBeLessThanOrEqual(STAMP.w)
    expect(y + h).toBeLessThanOrEqual(STAMP.h)
  }
})

test('without anything in its steps, the first step is the fullest, and the stamp shows the frames', () => {
  placeFrames()
  expect(busiestStep(editor)?.id).toBe(first)
  expect(makeThumbnail(editor).boxes.map(({ isFrame }) => isFrame)).toEqual([true, true])
})

test('components make a step full, not writing', () => {
  placeFrames()
  const writing = { type: 'text', parentId: first } as const
  editor.createShapes([
    writing,
    writing,
    { type: 'component', parentId: second, x: 100, y: 100, props: { kind: 'cache' } },
  ])
  expect(busiestStep(editor)?.id).toBe(second)
})

test('with something in a step, the stamp shows that step', () => {
  placeFrames()
  editor.createShapes([{ type: 'component', parentId: second, x: 100, y: 100, props: { kind: 'cache' } }])
  expect(busiestStep(editor)?.id).toBe(second)
  expect(makeThumbnail(editor).boxes.map(({ group }) => group)).toEqual(['b'])
})
