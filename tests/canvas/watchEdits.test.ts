import { atom } from '@tldraw/state'
import type { Editor, TLShapeId } from 'tldraw'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { shapeUtils } from '../../shapes/index.ts'
import { stepFrames } from '../../src/canvas/boardShapes.ts'
import { watchEdits } from '../../src/canvas/watchEdits.ts'
import { planRun } from '../../src/domain/pace/plan.ts'
import { foldRun, NO_RUN, type Run } from '../../src/domain/pace/run.ts'
import type { RunAct } from '../../src/domain/pace/runAct.ts'
import { followEdits } from '../../src/pages/board/followEdits.ts'
import { sevenSteps } from '../../templates/frameworks/seven-steps.ts'
import { sevenSteps as board } from '../../templates/seven-steps.ts'
import { headlessEditor } from '../helpers/headlessEditor.ts'

let editor: Editor
let stop = () => {}

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
  editor = headlessEditor(shapeUtils)
  const shapes = board.records().filter(({ typeName }) => typeName === 'shape')
  editor.run(() => editor.createShapes(shapes.map((shape) => ({ ...shape, parentId: undefined })) as never))
})
afterEach(() => {
  stop()
  vi.useRealTimers()
})

const frame = (step: number): TLShapeId => {
  const found = stepFrames(editor).find(({ props }) => props.step === step)
  if (!found) throw new RangeError(`The board has no step ${step}`)
  return found.id
}
function draw(step: number | null, id: string): TLShapeId {
  const shape = `shape:${id}` as TLShapeId
  const place = step === null ? { x: -5000, y: 0 } : { x: 40, y: 120, parentId: frame(step) }
  editor.createShape({ id: shape, type: 'geo', ...place })
  return shape
}
const aPause = () => vi.advanceTimersByTime(500)

describe('edits', () => {
  let steps: number[]
  beforeEach(() => {
    steps = []
    stop = watchEdits(editor, (step) => steps.push(step))
  })

  it('are told by the step whose frame they are in, once for a gesture', () => {
    const shape = draw(4, 'a')
    for (let x = 0; x < 30; x++) editor.updateShape({ id: shape, type: 'geo', x })
    expect(steps).toEqual([])
    aPause()
    expect(steps).toEqual([4])
    editor.deleteShapes([shape])
    aPause()
    expect(steps).toEqual([4, 4])
  })

  it('are not told while the hand is still down', () => {
    const shape = draw(4, 'a')
    editor.inputs.isPointing = true
    aPause()
    aPause()
    expect(steps).toEqual([])
    editor.updateShape({ id: shape, type: 'geo', x: 3 })
    editor.inputs.isPointing = false
    aPause()
    expect(steps).toEqual([4])
  })

  it('are found inside of groups, and nowhere outside of the frames', () => {
    const shapes = [draw(2, 'a'), draw(2, 'b')]
    editor.groupShapes(shapes)
    aPause()
    steps = []
    const [first] = shapes
    if (first) editor.updateShape({ id: first, type: 'geo', props: { w: 50 } })
    aPause()
    expect(steps).toEqual([2])
    draw(null, 'c')
    editor.updateShape({ id: frame(3), type: 'step-frame' as never, x: 5 })
    aPause()
    expect(steps).toEqual([2])
  })

  it('of others are none of this person’s', () => {
    const shape = draw(4, 'a')
    aPause()
    steps = []
    editor.store.mergeRemoteChanges(() => editor.updateShape({ id: shape, type: 'geo', x: 9 }))
    aPause()
    expect(steps).toEqual([])
  })
})

describe('a run', () => {
  const start = { type: 'start', at: 0, plan: planRun(sevenSteps, 45) }
  let posted: RunAct[]
  const run = atom<Run | null>('run', null)
  beforeEach(() => {
    posted = []
    run.set(NO_RUN)
    stop = followEdits(editor, run, (act) => posted.push(act))
  })

  it('hears of the two edits that move it, and of no more, though nothing comes back meanwhile', () => {
    run.set(foldRun([start, { type: 'step', step: 1, at: 1 }]))
    for (const id of ['a', 'b', 'c', 'd']) {
      draw(3, id)
      aPause()
    }
    expect(posted).toEqual([
      { type: 'edit', step: 3 },
      { type: 'edit', step: 3 },
    ])
  })

  it('hears of nothing before its start and after its end', () => {
    draw(3, 'a')
    aPause()
    run.set(foldRun([start, { type: 'finish', at: 5 }]))
    draw(3, 'b')
    aPause()
    expect(posted).toEqual([])
  })
})
