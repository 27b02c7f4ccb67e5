import { createElement, type ReactNode } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { createShapeId, type Editor, type SvgExportContext, type TLShapePartial } from 'tldraw'
import { beforeEach, describe, expect, it } from 'vitest'
import { componentDefaults } from '../../shapes/component/defaults.ts'
import { funnelDefaults } from '../../shapes/funnel/defaults.ts'
import { shapeUtils } from '../../shapes/index.ts'
import { layerStackDefaults, newLayer } from '../../shapes/layer-stack/defaults.ts'
import { readDesign } from '../../shapes/readDesign.ts'
import { stepFrameDefaults } from '../../shapes/step-frame/schema.ts'
import { starterName } from '../../shapes/step-frame/starterName.ts'
import { twoTowerDefaults } from '../../shapes/two-tower/defaults.ts'
import { zoneFrameDefaults } from '../../shapes/zone-frame/defaults.ts'
import { headlessEditor } from '../helpers/headlessEditor.ts'

const SVG = 'http://www.w3.org/2000/svg'
const EXPORT = { isDarkMode: false } as SvgExportContext
const WORDS = 'word '.repeat(20_000)
const LINES = '\n'.repeat(200_000)
const CONTROL = 'a\u0000b\u0008c\ud800d\ufffe'
const HUGE = { w: 1e300, h: 1e300 }
const rows = <Row>(count: number, row: Row) =>
  Object.fromEntries(Array.from({ length: count }, (_, i) => [`r${i}`, { ...row, order: 'a1' }]))

const component = (props: object) => ({
  type: 'component',
  props: { ...componentDefaults('service'), ...props },
})
const stages = (count: number, stage: object) => ({
  type: 'funnel',
  props: { ...funnelDefaults(), stages: rows(count, { ...funnelDefaults().stages.s1, ...stage }) },
})
const tower = {
  ...twoTowerDefaults().query,
  layers: rows(3_000, { text: WORDS }),
  inputs: rows(3_000, { text: 'in' }),
}

/** What passes the schema and nobody means. */
const absurd: Readonly<Record<string, { type: string; props: object; meta?: object }>> = {
  'a label of 100 kB': component({ label: WORDS }),
  'a label of 100 kB in a box without end': component({ label: WORDS, kind: 'fallback', w: 1e300 }),
  'a label of line breaks': component({ label: LINES }),
  'a label of control characters': component({ label: CONTROL }),
  'a box without end': component({ ...HUGE, kind: 'cloud' }),
  'a figure without end': component({ ...HUGE, kind: 'client' }),
  'a box without size': component({ w: 1e-300, h: 1e-300, kind: 'external-system' }),
  'the kind __proto__': component({ kind: '__proto__' }),
  'the kind constructor': component({ kind: 'constructor' }),
  'values of odd names': component({
    values: JSON.parse('{"__proto__": 3, "constructor": "x", "p99": 1e300}'),
  }),
  'ten thousand values': component({
    values: Object.fromEntries(Array.from({ length: 10_000 }, (_, i) => [`v${i}`, i])),
  }),
  'five thousand stages': stages(5_000, {}),
  'no stage': stages(0, {}),
  'stages of extreme figures': stages(3, {
    itemsIn: 1e308,
    itemsOut: 1e-308,
    p99: 1e308,
    recall: 1e-300,
    name: WORDS,
  }),
  'a funnel without end': {
    type: 'funnel',
    props: { ...funnelDefaults(), ...HUGE, label: CONTROL, items: WORDS },
  },
  'thousands of layers': {
    type: 'two-tower',
    props: { ...twoTowerDefaults(), query: tower, item: { ...tower, dim: 1e300 } },
  },
  'towers without end': { type: 'two-tower', props: { ...twoTowerDefaults(), ...HUGE, loss: WORDS } },
  'a model of absurd figures, as it is served': {
    type: 'two-tower',
    props: {
      ...twoTowerDefaults(),
      ...{ view: 'serving', label: CONTROL, qps: 1e308 },
      query: { ...twoTowerDefaults().query, name: WORDS, version: WORDS, runs: WORDS, p99: 1e308 },
      index: { ...twoTowerDefaults().index, version: CONTROL, items: 1e300, topK: 1e300 },
    },
  },
  'the cost of absurd figures': {
    type: 'two-tower',
    props: {
      ...twoTowerDefaults(),
      ...{ view: 'cost', qps: 1e308, costPerItemUs: 1e-308 },
      index: { ...twoTowerDefaults().index, items: 1e300, bytes: 1e-300, refresh_h: 1e-300 },
    },
  },
  'thousands of layers in a stack': {
    type: 'layer-stack',
    props: {
      ...layerStackDefaults(),
      layers: rows(3_000, { ...newLayer('dense', { units: 1e300 }), text: WORDS, activation: WORDS }),
    },
  },
  'a frame without end': {
    type: 'step-frame',
    props: { ...stepFrameDefaults, ...HUGE, step: 1e300, minutes: 1e300, name: WORDS, draw: LINES },
  },
  'a zone without end': {
    type: 'zone-frame',
    props: { ...zoneFrameDefaults('zone'), ...HUGE, label: WORDS },
  },
  'a cluster of absurd figures': {
    type: 'zone-frame',
    props: {
      ...zoneFrameDefaults('k8s-cluster'),
      w: 1e-300,
      h: 1e-300,
      label: CONTROL,
      values: { nodes: 1e300, hpaMetric: WORDS },
    },
  },
  'a link of 100 kB': {
    type: 'arrow',
    props: { text: WORDS, end: { x: 300, y: 200 } },
    meta: { mode: '__proto__', seq: 1e300, optional: 'x' },
  },
}

describe.each(Object.entries(absurd))('%s', (_name, shape) => {
  let editor: Editor
  const id = createShapeId('absurd')
  beforeEach(() => {
    editor = headlessEditor(shapeUtils)
    editor.createShape({ id, ...shape } as TLShapePartial)
  })

  it('is drawn, read and exported before anybody gives up, as valid SVG of sane size', () => {
    const bounds = editor.getShapePageBounds(id)
    expect([bounds?.w, bounds?.h].every((length) => length && length < 1e6)).toBe(true)
    expect(() => readDesign(editor.store.allRecords())).not.toThrow()
    const drawn = editor.getShape(id)
    const svg = drawn && editor.getShapeUtil(drawn).toSvg?.(drawn, EXPORT)
    const markup = renderToStaticMarkup(createElement('svg', { xmlns: SVG }, svg as ReactNode))
    const parsed = new DOMParser().parseFromString(markup, 'image/svg+xml')
    expect(parsed.querySelector('parsererror')).toBeNull()
    expect(markup.length).toBeLessThan(1e6)
    expect(/="[^"]*(NaN|Infinity|\de\+\d)/.exec(markup)?.[0]).toBeUndefined()
    editor.dispose()
  }, 120_000)
})

it('calls a starter by its id where that is no kind, whatever the id', () => {
  for (const id of ['__proto__', 'constructor', 'toString']) expect(starterName(id)).toBe(id)
})
