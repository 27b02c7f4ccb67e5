import type { Editor, TLShapeId } from 'tldraw'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { shapeUtils } from '../../shapes/index.ts'
import * as reading from '../../shapes/readDesign.ts'
import { insert } from '../../src/canvas/insert.ts'
import { findInsertable } from '../../src/canvas/insertables.ts'
import { watchDesign } from '../../src/canvas/watchDesign.ts'
import type { Design } from '../../src/domain/design.ts'
import { headlessEditor } from '../helpers/headlessEditor.ts'

vi.mock(import('../../shapes/readDesign.ts'), { spy: true })

let editor: Editor
let told: Design[]
let stop: () => void
const frames = new Map<number, FrameRequestCallback>()
const reads = () => vi.mocked(reading.readDesign).mock.calls.length

/** Lets the browser draw its next frame. */
function frame() {
  const due = [...frames.values()]
  frames.clear()
  for (const run of due) run(0)
}

function put(id: string): TLShapeId {
  const insertable = findInsertable(id)
  const shape = insertable && insert(editor, insertable)
  if (!shape) throw new RangeError(`“${id}” was not placed`)
  return shape
}

beforeEach(() => {
  editor = headlessEditor(shapeUtils)
  let next = 1
  vi.stubGlobal('requestAnimationFrame', (run: FrameRequestCallback) => {
    frames.set(next, run)
    return next++
  })
  vi.stubGlobal('cancelAnimationFrame', (id: number) => frames.delete(id))
  told = []
  stop = watchDesign(editor, (design) => told.push(design))
  frame()
  vi.mocked(reading.readDesign).mockClear()
})
afterEach(() => {
  stop()
  vi.unstubAllGlobals()
  frames.clear()
  editor.dispose()
})

describe('what the board means', () => {
  it('is told at once, and again once a frame however much was drawn in it', () => {
    expect(told.map(({ nodes }) => nodes.length)).toEqual([0])
    for (const id of ['client', 'api-gateway', 'ranker']) put(id)
    expect(reads()).toBe(0)
    frame()
    expect(reads()).toBe(1)
    expect(told.map(({ nodes }) => nodes.length)).toEqual([0, 3])
  })

  it('is not read while the pointer moves, the view moves or something is selected', () => {
    const id = put('ranker')
    frame()
    vi.mocked(reading.readDesign).mockClear()
    for (let x = 0; x < 50; x++) {
      editor.dispatch({
        type: 'pointer',
        target: 'canvas',
        name: 'pointer_move',
        point: { x, y: 10, z: 0.5 },
        pointerId: 1,
        button: 0,
        isPen: false,
        shiftKey: false,
        altKey: false,
        ctrlKey: false,
        metaKey: false,
        accelKey: false,
      })
      editor.setCamera({ x, y: 0, z: 1 })
      editor.select(id)
      editor.selectNone()
      frame()
    }
    expect(reads()).toBe(0)
  })

  it('is not told again for a shape that only moves', () => {
    const id = put('ranker')
    frame()
    const before = told.length
    vi.mocked(reading.readDesign).mockClear()
    for (let x = 0; x < 20; x++) {
      editor.updateShape({ id, type: editor.getShape(id)?.type ?? '', x })
      frame()
    }
    expect(told.length).toBe(before)
    expect(reads()).toBe(0)
  })

  it('is told no more after the end', () => {
    put('ranker')
    stop()
    frame()
    expect(told).toHaveLength(1)
  })
})
