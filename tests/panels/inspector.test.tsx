import { act } from 'react'
import { createRoot, type Root } from 'react-dom/client'
import { type Editor, EditorProvider, type TLShapeId } from 'tldraw'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { shapeUtils } from '../../shapes/index.ts'
import { linkMeta } from '../../shapes/link/schema.ts'
import { readDesign } from '../../shapes/readDesign.ts'
import { boardSays } from '../../shapes/shared/boardSays.ts'
import { connect } from '../../src/canvas/connect.ts'
import { insert } from '../../src/canvas/insert.ts'
import { findInsertable } from '../../src/canvas/insertables.ts'
import { Inspector } from '../../src/panels/inspector/Inspector.tsx'
import { fieldIn, pressIn, typeInto } from '../helpers/fields.ts'
import { headlessEditor } from '../helpers/headlessEditor.ts'

let editor: Editor
let root: Root
let element: HTMLElement

beforeEach(async () => {
  Object.assign(globalThis, { IS_REACT_ACT_ENVIRONMENT: true })
  editor = headlessEditor(shapeUtils)
  element = document.body.appendChild(document.createElement('div'))
  root = createRoot(element)
  await act(async () =>
    root.render(
      <EditorProvider editor={editor}>
        <Inspector />
      </EditorProvider>,
    ),
  )
})
afterEach(async () => {
  await act(async () => root.unmount())
  element.remove()
})

async function place(id: string): Promise<TLShapeId> {
  const insertable = findInsertable(id)
  let shape: TLShapeId | null = null
  await act(async () => {
    shape = insertable ? insert(editor, insertable) : null
  })
  if (!shape) throw new RangeError(`“${id}” was not placed`)
  return shape
}

function field(label: string): HTMLInputElement {
  const input = fieldIn(element, label)
  if (input instanceof HTMLInputElement) return input
  throw new RangeError(`“${label}” is no input`)
}

async function type(label: string, text: string, end: 'Enter' | 'Escape' | 'blur' | null) {
  const input = field(label)
  await typeInto(input, text)
  if (end === 'blur') await act(async () => input.blur())
  else if (end !== null) await pressIn(input, end)
}

const props = (id: TLShapeId) => editor.getShape(id)?.props as Record<string, unknown> | undefined
const values = (id: TLShapeId) => props(id)?.values
const problem = () => element.querySelector('[role=alert]')?.textContent ?? null

describe('a number field', () => {
  it('takes numbers as people write them, in one undo step', async () => {
    const id = await place('ann-index')
    await type('Items', '100M', 'Enter')
    await type('Latency p99', '1.5 s', 'blur')
    expect(values(id)).toEqual({ items: 100_000_000, p99: 1_500 })
    expect(field('Items').value).toBe('100M')
    await act(async () => void editor.undo())
    expect(values(id)).toEqual({ items: 100_000_000 })
  })
  it('says of “abc” what is allowed, and keeps the old value', async () => {
    const id = await place('ann-index')
    await type('Latency p99', '20', 'Enter')
    await type('Latency p99', 'abc', 'Enter')
    expect(problem()).toContain('“abc” is no number here. Type 200, 200 ms or 1.5 s.')
    expect(field('Latency p99').getAttribute('aria-invalid')).toBe('true')
    expect(values(id)).toEqual({ p99: 20 })
    await act(async () => field('Latency p99').blur())
    expect(field('Latency p99').value).toBe('20')
  })
  it('asks of “2B” bytes what is meant, and takes what is pressed', async () => {
    const id = await place('event-stream')
    await type('Size of an event', '2B', 'Enter')
    expect(problem()).toContain('“2B” does not say how many bytes.')
    const choices = [...element.querySelectorAll<HTMLButtonElement>('.field-meant button')]
    expect(choices.map(({ textContent }) => textContent)).toEqual(['2 bytes', '2 GB'])
    expect(values(id)).toEqual({})
    await act(async () => choices[1]?.click())
    expect(values(id)).toEqual({ eventBytes: 2e9 })
    expect(problem()).toBeNull()
    expect(field('Size of an event').value).toBe('2 GB')
  })
  it('is emptied to say that the value is not known', async () => {
    const id = await place('ann-index')
    await type('Latency p99', '20', 'Enter')
    await type('Latency p99', '', 'Enter')
    expect(values(id)).toEqual({})
  })
  it('drops what was typed on Escape', async () => {
    const id = await place('ann-index')
    await type('Latency p99', '99', 'Escape')
    expect(field('Latency p99').value).toBe('')
    await act(async () => field('Latency p99').blur())
    expect(values(id)).toEqual({})
  })
  it('shows what others write, and not while one types', async () => {
    const id = await place('ann-index')
    const write = (p99: number) =>
      act(async () => void editor.updateShape({ id, type: 'component', props: { values: { p99 } } }))
    await write(7)
    expect(field('Latency p99').value).toBe('7')
    await type('Latency p99', '12', null)
    await write(8)
    expect(field('Latency p99').value).toBe('12')
  })
  it('keeps what was typed when something else is selected', async () => {
    const id = await place('ann-index')
    await type('Items', '5k', null)
    await act(async () => void editor.selectNone())
    expect(values(id)).toEqual({ items: 5_000 })
  })
  it('has the board say what is not taken when something else is selected', async () => {
    const id = await place('ann-index')
    await type('Latency p99', 'abc', null)
    await act(async () => void editor.selectNone())
    expect(values(id)).toEqual({})
    expect(boardSays(editor).get()).toBe(
      'Latency p99: “abc” is no number here. Type 200, 200 ms or 1.5 s. The old value stays.',
    )
  })
})

describe('the inspector', () => {
  it('begins at the top for another shape, and stays where it is for the same', async () => {
    const [first, second] = [await place('ann-index'), await place('cache')]
    const panel = element.querySelector('.inspector')
    if (!panel) throw new RangeError('No inspector')
    panel.scrollTop = 120
    await type('Hit rate', '0.5', 'Enter')
    expect([values(second), panel.scrollTop]).toEqual([{ hitRate: 0.5 }, 120])
    await act(async () => void editor.select(first))
    expect(panel.scrollTop).toBe(0)
  })
  it('shows typical figures with their source', async () => {
    await place('ann-index')
    expect(element.querySelector('[title^="Source:"]')?.textContent).toMatch(/^typical: /)
  })
  it('edits one stage of a funnel and shows what it cuts', async () => {
    const id = await place('funnel')
    expect(element.textContent).toContain('10,000×')
    const add = [...element.querySelectorAll('button')].find(({ textContent }) => textContent === '+ Stage')
    await act(async () => add?.click())
    expect(Object.keys((props(id)?.stages as object) ?? {})).toHaveLength(3)
    const name = document.activeElement as HTMLInputElement
    expect(name.closest('section')?.getAttribute('aria-label')).toBe('Stage 3: Stage')
    expect(name.value.slice(name.selectionStart ?? 0, name.selectionEnd ?? 0)).toBe('Stage')
    const remove = element.querySelector<HTMLButtonElement>('[aria-label="Remove Retrieval"]')
    await act(async () => remove?.click())
    const stages = Object.values((props(id)?.stages as Record<string, { name: string }>) ?? {})
    expect(stages.map(({ name }) => name).sort()).toEqual(['Ranking', 'Stage'])
  })
  it('moves a stage up', async () => {
    await place('funnel')
    const up = element.querySelector<HTMLButtonElement>('[aria-label="Move Ranking up"]')
    await act(async () => up?.click())
    const names = [...element.querySelectorAll('header b')].map(({ textContent }) => textContent)
    expect(names).toEqual(['Ranking', 'Retrieval'])
  })
  it('chooses a link’s mode by 1 to 4, also where digits need Shift', async () => {
    const [a, b] = [await place('service'), await place('cache')]
    const id = connect(editor, a, b, { mode: 'sync', label: '' })
    await act(async () => void (id && editor.select(id)))
    const pressDigit = (init: KeyboardEventInit) =>
      act(async () => {
        const event = new KeyboardEvent('keydown', { bubbles: true, ...init })
        element.querySelector('input[value=sync]')?.dispatchEvent(event)
      })
    const mode = () => id && linkMeta(editor.getShape(id)?.meta ?? {}).mode
    await pressDigit({ key: '3', code: 'Digit3' })
    expect(mode()).toBe('batch')
    await pressDigit({ key: 'é', code: 'Digit2' })
    expect(mode()).toBe('stream')
    await pressDigit({ key: '4', code: 'Digit4', ctrlKey: true })
    await pressDigit({ key: '9', code: 'Digit9' })
    expect(mode()).toBe('stream')
  })
  it('gives a link its mode, order and label', async () => {
    const [a, b] = [await place('service'), await place('cache')]
    const id = connect(editor, a, b, { mode: 'sync', label: '' })
    if (!id) throw new RangeError('Not linked')
    await act(async () => void editor.select(id))
    await type('Label', 'features', 'Enter')
    await type('Order', '2', 'Enter')
    await act(async () => element.querySelector<HTMLInputElement>('input[value=stream]')?.click())
    const link = editor.getShape(id)
    expect(link?.props).toMatchObject({ text: 'features' })
    expect(link && linkMeta(link.meta)).toEqual({ mode: 'stream', seq: 2 })
    await type('Order', '', 'Enter')
    expect(linkMeta(editor.getShape(id)?.meta ?? {})).toEqual({ mode: 'stream' })
  })
  it('says what the board has when nothing is selected, and is not for writing for an observer', async () => {
    await place('cache')
    await act(async () => void editor.selectNone())
    expect(element.textContent).toContain('1 component, 0 links.')
    expect(element.textContent).toContain('or press Ctrl K and type a component.')
    await act(async () => void editor.updateInstanceState({ isReadonly: true }))
    expect(element.textContent).toBe('1 component, 0 links. Select something to see its properties.')
    expect(element.querySelector('fieldset')?.disabled).toBe(true)
  })
})

it('counts what is on the board without looking at every shape while one moves', async () => {
  const [a, b] = [await place('service'), await place('funnel')]
  await act(async () => {
    connect(editor, a, b, { mode: 'sync', label: '' })
    editor.selectNone()
  })
  expect(element.textContent).toContain('2 components, 1 link.')
  const look = vi.spyOn(editor, 'getCurrentPageShapes')
  await act(async () => {
    editor.updateShape({ id: a, type: 'component', x: 40 })
  })
  expect(look).not.toHaveBeenCalled()
  await act(async () => {
    editor.deleteShape(b)
  })
  expect(element.textContent).toContain('1 component, 1 link.')
})

it('says of a two-tower model that it usually runs where the design has it', async () => {
  await place('two-tower')
  const [node] = readDesign(editor.store.allRecords()).nodes
  expect(element.textContent).toContain(`as usual: ${node?.zone}`)
})

describe('a zone frame', () => {
  it('is named, given a zone, and says to what is in it where that runs', async () => {
    const lane = await place('zone-frame')
    await act(async () => editor.select(lane))
    await type('Label', 'Payments', 'Enter')
    await typeInto(fieldIn(element, 'Runs'), 'nearline')
    expect(editor.getShape(lane)?.props).toMatchObject({ label: 'Payments', zone: 'nearline' })
    await place('cache')
    expect(element.textContent).toContain('as the lane around it: nearline')
  })

  it('shows of a cluster what one writes down of it', async () => {
    const cluster = await place('k8s-cluster')
    await type('Nodes', '1.2k', 'Enter')
    await type('Scales by', 'requests in flight', 'Enter')
    expect(editor.getShape(cluster)?.props).toMatchObject({
      values: { nodes: 1_200, hpaMetric: 'requests in flight' },
    })
    await type('Nodes', '', 'Enter')
    expect(readDesign(editor.store.allRecords()).nodes).toMatchObject([
      { kind: 'k8s-cluster', props: { hpaMetric: 'requests in flight' } },
    ])
  })
})
