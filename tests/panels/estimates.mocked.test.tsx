import { act } from 'react'
import { createRoot, type Root } from 'react-dom/client'
import { type Editor, EditorProvider, type TLShapeId } from 'tldraw'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { componentDefaults } from '../../shapes/component/defaults.ts'
import { shapeUtils } from '../../shapes/index.ts'
import { connect, type LinkWords } from '../../src/canvas/connect.ts'
import { insert } from '../../src/canvas/insert.ts'
import { findInsertable } from '../../src/canvas/insertables.ts'
import type { PropertyValue } from '../../src/domain/design.ts'
import * as estimating from '../../src/domain/estimate/estimate.ts'
import { Inspector } from '../../src/panels/inspector/Inspector.tsx'
import { fieldIn, pressIn, typeInto } from '../helpers/fields.ts'
import { headlessEditor } from '../helpers/headlessEditor.ts'

vi.mock(import('../../src/domain/estimate/estimate.ts'), { spy: true })

let editor: Editor
let root: Root
let element: HTMLElement
const frames = new Map<number, FrameRequestCallback>()

beforeEach(async () => {
  Object.assign(globalThis, { IS_REACT_ACT_ENVIRONMENT: true })
  let next = 1
  vi.stubGlobal('requestAnimationFrame', (run: FrameRequestCallback) => {
    frames.set(next, run)
    return next++
  })
  vi.stubGlobal('cancelAnimationFrame', (id: number) => frames.delete(id))
  editor = headlessEditor(shapeUtils)
  element = document.body.appendChild(document.createElement('div'))
  // The inspector looks for its fields where the board is.
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
  editor.dispose()
  frames.clear()
  vi.unstubAllGlobals()
})

/** Lets the browser draw its next frame. */
async function frame() {
  await act(async () => {
    const due = [...frames.values()]
    frames.clear()
    for (const run of due) run(0)
  })
}

async function put(kind: string, label: string, values: Record<string, PropertyValue> = {}) {
  const insertable = findInsertable(kind)
  let id: TLShapeId | null = null
  await act(async () => {
    id = insertable ? insert(editor, insertable) : null
    if (id)
      editor.updateShape({ id, type: 'component', props: { ...componentDefaults(kind), label, values } })
  })
  await frame()
  if (!id) throw new RangeError(`“${kind}” was not placed`)
  return id
}

async function link(from: TLShapeId, to: TLShapeId, words: Partial<LinkWords> = {}) {
  let id: TLShapeId | null = null
  await act(async () => {
    id = connect(editor, from, to, { mode: 'sync', label: '', ...words })
  })
  await frame()
  return id
}

async function select(id: TLShapeId | null) {
  await act(async () => void (id ? editor.select(id) : editor.selectNone()))
  await frame()
}

/** What the inspector says of a figure; undefined where it does not name it. */
function figure(words: string): string | undefined {
  const rows = [...element.querySelectorAll('.estimate')]
  const found = rows.find((row) => row.querySelector('dt')?.textContent === words)
  return found?.querySelector('.estimate-figure')?.textContent ?? undefined
}

const wanted = () =>
  [...element.querySelectorAll('.estimates-wanted li')].map(({ firstChild }) => firstChild?.textContent)

async function pressMissing(sentence: string) {
  const buttons = [...element.querySelectorAll<HTMLButtonElement>('.estimates-wanted button')]
  const button = buttons.find(({ textContent }) => textContent === sentence)
  if (!button) throw new RangeError(`Nothing says “${sentence}”`)
  await act(async () => button.click())
  await frame()
}

describe('what follows for one part of the board', () => {
  it.each([
    [
      'ann-index',
      { items: 100e6, dim: 128, bytes: 4 },
      { 'Vectors, raw': '51.2 GB', 'HNSW index': '92.2 GB', 'PQ index': '1.6 GB' },
    ],
    ['ann-index', { items: 100e6, dim: 128, bytes: 2 }, { 'Vectors, raw': '25.6 GB' }],
    [
      'ann-index',
      { items: 100e6, dim: 128, bytes: 1 },
      { 'Vectors, raw': '12.8 GB', 'HNSW index': '46.1 GB' },
    ],
    [
      'client',
      { dau: 200e6, requests_day: 3 },
      { 'Requests, average': '6.94k/s', 'Requests, peak': '20.8k/s' },
    ],
    ['event-stream', { events: 1e6, eventBytes: 1e3 }, { 'Stream volume': '86.4 TB/day' }],
    ['ab-platform', { baseRate: 0.05, effect: 0.001 }, { 'People per arm': '760,000 users' }],
    [
      'human-review',
      { items_day: 50e6, bandShare: 0.005, reviewers: 320, cases_day: 800 },
      { 'Cases a day': '250k/day' },
    ],
    ['training-dataset', { rows: 10e9, positiveRate: 0.01 }, { 'Positive rows': '100M' }],
    ['training-dataset', { positiveRate: 0.1, negativesKept: 0.1 }, { 'True rate': '0.011' }],
    [
      'candidate-generator',
      { itemsIn: 100e6, itemsOut: 10e3 },
      { Narrows: '10,000×', 'Items dropped': '99.99 %' },
    ],
    [
      'ranker',
      { itemsIn: 10e3, itemsOut: 100, costPerItemUs: 20 },
      { Narrows: '100×', 'Items dropped': '99 %', 'Scoring a request': '200 ms' },
    ],
    ['ranker', { itemsIn: 10e3, costPerItemUs: 20, lanes: 8 }, { 'Scoring a request': '25 ms' }],
    ['ranker', { itemsIn: 500, costPerItemUs: 100 }, { 'Scoring a request': '50 ms' }],
  ] as const)('of a %s with %o is as in the worked examples', async (kind, values, said) => {
    await put(kind, 'It', values)
    for (const [words, text] of Object.entries(said)) expect([words, figure(words)]).toEqual([words, text])
  })

  it('is 167 replicas, 1,000 busy cores and 10M rows a second behind a client of 20k a second', async () => {
    const client = await put('client', 'App', { qps: 20_000 })
    const server = await put('model-server', 'Server', { p99: 40, concurrency: 8 })
    const ranker = await put('ranker', 'Ranker', { itemsIn: 10_000, costPerItemUs: 5 })
    const store = await put('feature-store', 'Features')
    await link(client, server)
    await link(server, ranker)
    const call = await link(ranker, store)
    await select(server)
    expect(figure('Replicas needed')).toBe('167')
    expect(figure('Requests reaching it')).toBe('20k/s')
    await select(ranker)
    expect(figure('Busy cores')).toBe('1,000')
    await act(async () => {
      editor.updateShape({ id: ranker, type: 'component', props: { values: { itemsIn: 500 } } })
    })
    await select(call)
    expect(figure('Rows read')).toBe('10M/s')
    expect(element.textContent).toContain('The features of an item are one row.')
  })

  it('says how it came about, in the units that are typed', async () => {
    await put('ann-index', 'Songs', { items: 100e6, dim: 128, bytes: 4 })
    const from = element.querySelector('.estimate-from')?.textContent
    expect(from).toBe('items 100M, dimension 128, bytes per value 4 B')
  })

  it('of an empty part is what is missing, never a number', async () => {
    await put('ann-index', 'Songs')
    expect(figure('Vectors, raw')).toBeUndefined()
    expect(wanted()).toEqual(['“Songs” has no items.', '“Songs” has no dimension.'])
    expect(element.querySelector('.estimates')?.textContent).not.toMatch(/NaN|Infinity|undefined/)
  })
})

describe('what is missing', () => {
  it('leads to the shape that lacks it, with the focus in that field', async () => {
    const id = await put('ann-index', 'Songs', { items: 1e6 })
    await pressMissing('“Songs” has no dimension.')
    expect(editor.getOnlySelectedShapeId()).toBe(id)
    expect(document.activeElement).toBe(fieldIn(element, 'Dimension'))
    await typeInto(fieldIn(element, 'Dimension'), '128')
    await pressIn(fieldIn(element, 'Dimension'), 'Enter')
    await frame()
    expect(figure('Vectors, raw')).toBe('512 MB')
  })

  it('on another shape, too, and in the stage of a funnel', async () => {
    const insertable = findInsertable('funnel')
    await act(async () => void (insertable && insert(editor, insertable)))
    await select(null)
    await frame()
    await pressMissing('“Ranking” has no recall.')
    const part = document.activeElement?.closest('section')
    expect(part?.getAttribute('aria-label')).toBe('Stage 2: Ranking')
    expect(document.activeElement).toBe(part && fieldIn(part, 'Recall'))
  })

  it('from the requirements leads to their card or, without one, to what answers the requests', async () => {
    const [client, service] = [await put('client', 'App'), await put('orchestrator', 'Service', { p99: 123 })]
    await link(client, service)
    await select(null)
    await pressMissing('“Requirements” has no latency target.')
    expect(editor.getOnlySelectedShapeId()).toBe(service)
    const card = findInsertable('card-requirement')
    let id: TLShapeId | null = null
    await act(async () => {
      id = card ? insert(editor, card) : null
    })
    await select(null)
    await pressMissing('“Requirements” has no latency target.')
    expect(editor.getOnlySelectedShapeId()).toBe(id)
    const field = document.activeElement as HTMLInputElement
    await typeInto(field, '200')
    await pressIn(field, 'Enter')
    await select(null)
    expect(figure('Call path p99')).toBe('123 of 200 ms')
    expect(figure('Headroom')).toBe('38.5 %')
  })
})

describe('what is missing on the board', () => {
  it('is that of every figure, called by its field and by the part, also by one without a label', async () => {
    await put('ann-index', '')
    await put('ann-index', '')
    await put('event-stream', '')
    const client = await put('client', 'App', { qps: 10 })
    await link(client, await put('service', ''))
    await select(null)
    const all = [...element.querySelectorAll<HTMLButtonElement>('.estimates-wanted > button')]
    await act(async () => all[0]?.click())
    expect(wanted()).toEqual(
      expect.arrayContaining([
        '“Service” has no latency p99.',
        '“Requirements” has no latency target.',
        '“ANN index 1” has no items.',
        '“ANN index 2” has no dimension.',
        '“Event stream” has no size of an event.',
      ]),
    )
    await pressMissing('“Service” has no latency p99.')
    expect(document.activeElement).toBe(fieldIn(element, 'Latency p99'))
  })

  it('is written on a requirement card that it adds, where there is nothing to write it on', async () => {
    await link(await put('client', 'App'), await put('service', 'Service', { p99: 5 }))
    await select(null)
    await pressMissing('“Requirements” has no latency target.')
    const card = editor.getOnlySelectedShape()
    expect(card?.props).toMatchObject({ card: 'requirement' })
    expect(document.activeElement).toBe(fieldIn(element, 'Latency target'))
    await typeInto(fieldIn(element, 'Latency target'), '200')
    await pressIn(fieldIn(element, 'Latency target'), 'Enter')
    await select(null)
    expect(figure('Call path p99')).toBe('5 of 200 ms')
  })

  it('adds no card for who may only look', async () => {
    await link(await put('client', 'App', { qps: 5 }), await put('service', 'Service', { p99: 5 }))
    await act(async () => void editor.updateInstanceState({ isReadonly: true }))
    await select(null)
    expect(wanted()).toContain('“Requirements” has no latency target.')
    expect(element.querySelector('.estimates-wanted li button')).toBeNull()
  })
})

describe('what follows for the whole board', () => {
  it('is 123 of 200 ms on the call path of the song recommender, 38.5 % of headroom, and a recall of 0.855', async () => {
    const client = await put('client', 'Mobile app', { qps: 20_000 })
    const gateway = await put('api-gateway', 'Gateway', { p99: 5 })
    const reco = await put('orchestrator', 'Home', { p99: 5, sla: 200 })
    const store = await put('feature-store', 'Features', { p99: 10 })
    const ranker = await put('ranker', 'Ranker', { p99: 60, recall: 0.9, itemsIn: 10_000, costPerItemUs: 5 })
    await link(client, gateway)
    await link(gateway, reco)
    await link(reco, await put('ab-platform', 'A/B', { p99: 2 }), { seq: 1 })
    await link(reco, store, { seq: 1 })
    await link(reco, await put('query-tower', 'User tower', { p99: 8 }), { seq: 2 })
    const index = await put('ann-index', 'Index', { p99: 15, recall: 0.95 })
    await link(reco, index, { seq: 3 })
    await link(reco, ranker, { seq: 4 })
    await link(ranker, store)
    await link(reco, await put('service', 'Rules', { p99: 10 }), { seq: 5 })
    await link(index, ranker, { mode: 'batch' })
    await select(null)
    expect(figure('Call path p99')).toBe('123 of 200 ms')
    expect(figure('Headroom')).toBe('38.5 %')
    expect(figure('Recall at most')).toBe('0.855')
    expect(figure('Busy cores')).toBe('1,000')
  })

  it('is not said while it can say nothing', async () => {
    await put('cache', 'Cache')
    await select(null)
    expect(element.querySelector('.estimates')).toBeNull()
  })
})

it('is worked out when a figure changes, not while shapes or the pointer move', async () => {
  const id = await put('ann-index', 'Songs', { items: 1e6, dim: 64 })
  const estimates = vi.mocked(estimating.estimate).mock.calls
  const before = estimates.length
  expect(before).toBeGreaterThan(0)
  for (let x = 0; x < 50; x++) {
    await act(async () => {
      editor.updateShape({ id, type: 'component', x })
      editor.setCamera({ x, y: 0, z: 1 })
    })
    await frame()
  }
  expect(estimates).toHaveLength(before)
  await act(
    async () =>
      void editor.updateShape({ id, type: 'component', props: { values: { items: 2e6, dim: 64 } } }),
  )
  await frame()
  expect(estimates).toHaveLength(before + 1)
})
