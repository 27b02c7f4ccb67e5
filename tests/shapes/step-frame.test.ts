import { createShapeId, type Editor, type TLShapeId } from 'tldraw'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { shapeUtils } from '../../shapes/index.ts'
import { boardSchema } from '../../shapes/schemas.ts'
import { type StarterRequest, starterRequests } from '../../shapes/shared/starter.ts'
import { STEP_FRAME, type StepFrameShape } from '../../shapes/step-frame/schema.ts'
import { headlessEditor } from '../helpers/headlessEditor.ts'

let editor: Editor
const [frame, other, box] = [createShapeId('frame'), createShapeId('other'), createShapeId('box')]

beforeEach(() => {
  // Exports fetch the fonts; there is no server to fetch them from.
  vi.stubGlobal('fetch', async () => ({ ok: true, blob: async () => new Blob(['font']) }))
  editor = headlessEditor(shapeUtils)
  const props = { w: 600, h: 400, step: 4, name: 'Model development', minutes: 9, draw: 'The model.' }
  editor.createShape<StepFrameShape>({ id: frame, type: STEP_FRAME, x: 100, y: 100, props })
  editor.createShape<StepFrameShape>({
    id: other,
    type: STEP_FRAME,
    x: 100,
    y: 600,
    props: { ...props, step: 5 },
  })
  editor.createShape({ id: box, type: 'geo', x: 900, y: 200, props: { w: 80, h: 80, fill: 'solid' } })
})
afterEach(() => {
  editor.dispose()
  vi.unstubAllGlobals()
})

function dragIn(ids: TLShapeId[]) {
  const shapes = ids.map((id) => editor.getShape(id)).filter((shape) => shape !== undefined)
  const target = editor.getShape<StepFrameShape>(frame)
  if (!target) throw new Error('the frame is missing')
  editor.getShapeUtil(target).onDragShapesIn?.(target, shapes, {
    initialDraggingOverShapeId: null,
    prevDraggingOverShapeId: null,
    initialParentIds: new Map(),
    initialIndices: new Map(),
  })
}

describe('a step frame', () => {
  it('takes shapes dragged into it, moves them along, and releases them', () => {
    dragIn([box])
    expect(editor.getShape(box)?.parentId).toBe(frame)
    editor.updateShape({ id: frame, type: STEP_FRAME, x: 200 })
    expect(editor.getShapePageBounds(box)?.x).toBe(1000)
    const [target, child] = [editor.getShape<StepFrameShape>(frame), editor.getShape(box)]
    if (!target || !child) throw new Error('shapes are missing')
    editor.getShapeUtil(target).onDragShapesOut?.(target, [child], {
      nextDraggingOverShapeId: null,
      initialDraggingOverShapeId: frame,
      initialParentIds: new Map(),
      initialIndices: new Map(),
    })
    expect(editor.getShape(box)?.parentId).toBe(editor.getCurrentPageId())
  })

  it('does not swallow another step', () => {
    dragIn([other, box])
    expect(editor.getShape(other)?.parentId).toBe(editor.getCurrentPageId())
    expect(editor.getShape(box)?.parentId).toBe(frame)
  })

  it('takes what is drawn inside it', () => {
    const drawn = createShapeId()
    editor.createShape({ id: drawn, type: 'geo', x: 300, y: 300 })
    expect(editor.getShape(drawn)?.parentId).toBe(frame)
  })

  it('goes with its children, and comes back with them', () => {
    dragIn([box])
    editor.markHistoryStoppingPoint('delete')
    editor.deleteShapes([frame])
    expect(editor.getShape(box)).toBeUndefined()
    editor.undo()
    expect(editor.getShape(box)?.parentId).toBe(frame)
  })

  it('is hit at its head and border, not in its middle', () => {
    const hit = (x: number, y: number) => editor.getShapeAtPoint({ x, y }, { margin: 8 })?.id
    expect(hit(400, 120)).toBe(frame)
    expect(hit(102, 400)).toBe(frame)
    expect(hit(400, 400)).toBeUndefined()
  })

  it('is no end of a link', () => {
    expect(
      editor.canBindShapes({ fromShape: { type: 'arrow' }, toShape: { type: STEP_FRAME }, binding: 'arrow' }),
    ).toBe(false)
  })

  it('is exported with number, name, time and what to draw, as text', async () => {
    const svg = (await editor.getSvgString([frame]))?.svg ?? ''
    const texts = [...svg.matchAll(/<tspan[^>]*>([^<]*)</g)].map(([, text]) => text)
    expect(texts).toEqual(['4', 'Model development', '9 min', 'The model.'])
    expect(svg).not.toMatch(/foreignObject|var\(--/)
  })

  it.each([
    ['step', 1.5],
    ['minutes', -1],
    ['starters', 'two-tower'],
  ])('has a schema that refuses a wrong %s', (key, value) => {
    const shape = editor.getShape(frame)
    if (!shape) throw new Error('the frame is missing')
    expect(() => boardSchema.types.shape.validate(shape)).not.toThrow()
    expect(() =>
      boardSchema.types.shape.validate({ ...shape, props: { ...shape.props, [key]: value } }),
    ).toThrow(key)
  })
})

it('a starter is asked for until somebody stops listening', () => {
  const heard: StarterRequest[] = []
  const stop = starterRequests.listen((request) => heard.push(request))
  starterRequests.ask({ frame, kind: 'two-tower' })
  stop()
  starterRequests.ask({ frame, kind: 'funnel' })
  expect(heard).toEqual([{ frame, kind: 'two-tower' }])
})
