import { act, Profiler } from 'react'
import { createRoot, type Root } from 'react-dom/client'
import { createShapeId, type Editor, EditorProvider } from 'tldraw'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { shapeUtils } from '../../shapes/index.ts'
import { runningStep } from '../../shapes/step-frame/runningStep.ts'
import { StepFrame } from '../../shapes/step-frame/StepFrame.tsx'
import { STEP_FRAME, type StepFrameShape } from '../../shapes/step-frame/schema.ts'
import { headlessEditor } from '../helpers/headlessEditor.ts'

Object.assign(globalThis, { IS_REACT_ACT_ENVIRONMENT: true })

let editor: Editor
let root: Root
let element: HTMLElement
let drawn: Map<number, number>

beforeEach(async () => {
  editor = headlessEditor(shapeUtils)
  element = document.body.appendChild(document.createElement('div'))
  root = createRoot(element)
  drawn = new Map()
  const frames = [4, 5].map((step) => {
    const id = createShapeId(`step${step}`)
    const props = { w: 600, h: 400, step, name: `Step no. ${step}`, minutes: 9, draw: 'The model.' }
    editor.createShape<StepFrameShape>({ id, type: STEP_FRAME, props })
    const shape = editor.getShape<StepFrameShape>(id)
    if (!shape) throw new Error('the frame is missing')
    return shape
  })
  editor.clearHistory()
  await act(async () =>
    root.render(
      <EditorProvider editor={editor}>
        {frames.map((shape) => (
          <Profiler
            key={shape.id}
            id={shape.id}
            onRender={() => drawn.set(shape.props.step, (drawn.get(shape.props.step) ?? 0) + 1)}
          >
            <div id={`frame${shape.props.step}`}>
              <StepFrame shape={shape} />
            </div>
          </Profiler>
        ))}
      </EditorProvider>,
    ),
  )
})

afterEach(async () => {
  await act(async () => root.unmount())
  element.remove()
  editor.dispose()
})

const frame = (step: number) => element.querySelector(`#frame${step}`)
const border = (step: number) => frame(step)?.querySelector('rect')?.getAttribute('stroke')
const isNow = (step: number, time: string, isOver = false) =>
  act(async () => runningStep(editor).set({ step, time, isOver }))

it('a frame is outlined and shows its time while the run is in its step, and no other', async () => {
  expect(frame(4)?.textContent).toContain('9 min')
  await isNow(4, '4:24 of 9:00')
  expect(frame(4)?.textContent).toContain('4:24 of 9:00')
  expect(frame(4)?.textContent).not.toContain('9 min')
  expect([border(4), border(5)]).toEqual(['var(--accent)', 'var(--line-2)'])
  await isNow(5, '0:01 of 9:00')
  expect([border(4), border(5)]).toEqual(['var(--line-2)', 'var(--accent)'])
  await act(async () => runningStep(editor).set(null))
  expect([border(4), border(5)]).toEqual(['var(--line-2)', 'var(--line-2)'])
  expect(frame(4)?.textContent).toContain('9 min')
})

it('time that is over its plan is written in the colour of a warning', async () => {
  await isNow(4, '10:10 of 9:00', true)
  const time = [...(frame(4)?.querySelectorAll('text') ?? [])].find(
    (text) => text.textContent === '10:10 of 9:00',
  )
  expect(time?.getAttribute('fill')).toBe('var(--warn)')
})

it('other frames are not drawn again as its seconds pass, and nothing of it is in the document', async () => {
  await isNow(4, '0:01 of 9:00')
  const [before, document] = [new Map(drawn), JSON.stringify(editor.store.serialize())]
  for (const seconds of [2, 3, 4]) await isNow(4, `0:0${seconds} of 9:00`)
  expect((drawn.get(4) ?? 0) - (before.get(4) ?? 0)).toBe(3)
  expect(drawn.get(5)).toBe(before.get(5))
  expect(JSON.stringify(editor.store.serialize())).toBe(document)
  expect(editor.getCanUndo()).toBe(false)
})
