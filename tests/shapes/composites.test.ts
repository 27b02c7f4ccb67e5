import { getIndexAbove, type IndexKey } from '@tldraw/utils'
import { createShapeId, type Editor, type TLShapeId } from 'tldraw'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { funnelDefaults } from '../../shapes/funnel/defaults.ts'
import { funnelLayout } from '../../shapes/funnel/layout.ts'
import { FUNNEL, type FunnelShape } from '../../shapes/funnel/schema.ts'
import { shapeUtils } from '../../shapes/index.ts'
import { portAt } from '../../shapes/portAt.ts'
import { boardSchema } from '../../shapes/schemas.ts'
import { fieldAt } from '../../shapes/shared/panel/layout.ts'
import { leafAt, withLeaf } from '../../shapes/shared/panel/leaf.ts'
import { parseField } from '../../shapes/shared/panel/parseField.ts'
import { twoTowerDefaults } from '../../shapes/two-tower/defaults.ts'
import { faultSentences } from '../../shapes/two-tower/faults.ts'
import { twoTowerLayout } from '../../shapes/two-tower/layout.ts'
import { TWO_TOWER, type TwoTowerShape } from '../../shapes/two-tower/schema.ts'
import { headlessEditor } from '../helpers/headlessEditor.ts'

let editor: Editor
const funnel = createShapeId('funnel')
const towers = createShapeId('towers')

beforeEach(() => {
  // Exports fetch the fonts; there is no server to fetch them from.
  vi.stubGlobal('fetch', async () => ({ ok: true, blob: async () => new Blob(['font']) }))
  editor = headlessEditor(shapeUtils)
  editor.createShape<FunnelShape>({ id: funnel, type: FUNNEL, x: 0, y: 0 })
  editor.createShape<TwoTowerShape>({ id: towers, type: TWO_TOWER, x: 800, y: 0 })
})
afterEach(() => {
  editor.dispose()
  vi.unstubAllGlobals()
})

async function svgOf(ids: TLShapeId[], darkMode = false): Promise<string> {
  const result = await editor.getSvgString(ids, { darkMode })
  return result?.svg ?? ''
}

describe('a composite', () => {
  it('is exported with every text as text, in literal colours, in light and dark', async () => {
    for (const darkMode of [false, true]) {
      const svg = await svgOf([funnel, towers], darkMode)
      const texts = [...svg.matchAll(/<tspan[^>]*>([^<]*)</g)].map(([, text]) => text)
      expect(texts).toEqual(
        expect.arrayContaining([
          'Funnel',
          'Retrieval',
          '100M',
          '10,000×',
          'User tower',
          'Dense 512',
          'cosine',
        ]),
      )
      expect(svg).not.toMatch(/foreignObject|var\(--/)
      expect(svg).toContain(darkMode ? '#9ba1ee' : '#6c6cbd')
    }
  })

  it('comes back from a duplicate and an undo as it was', () => {
    editor.markHistoryStoppingPoint('duplicate')
    editor.duplicateShapes([funnel], { x: 700, y: 0 })
    const copies = editor.getCurrentPageShapes().filter(({ type }) => type === FUNNEL)
    expect(copies.map(({ props }) => props)).toEqual([funnelDefaults(), funnelDefaults()])
    editor.undo()
    expect(editor.getCurrentPageShapes()).toHaveLength(2)
  })

  it('grows with what it holds and is never smaller than that', () => {
    const bare = funnelDefaults()
    const third = {
      ...(bare.stages.s2 as FunnelShape['props']['stages'][string]),
      order: getIndexAbove('a2' as IndexKey),
    }
    const more = { ...bare, h: 1, stages: { ...bare.stages, s3: third } }
    expect(funnelLayout(more).h).toBeGreaterThan(funnelLayout({ ...bare, h: 1 }).h)
    const tall = twoTowerDefaults()
    const inputs = Object.fromEntries(
      [1, 2, 3, 4, 5].map((n) => [`i${n}`, { order: `a${n}` as IndexKey, text: `a rather long input ${n}` }]),
    )
    expect(twoTowerLayout({ ...tall, query: { ...tall.query, inputs } }).h).toBeGreaterThan(
      twoTowerLayout(tall).h,
    )
  })
})

describe('the fields of a composite', () => {
  it.each([
    ['funnel', funnelDefaults(), funnelLayout(funnelDefaults())],
    ['two-tower', twoTowerDefaults(), twoTowerLayout(twoTowerDefaults())],
  ] as const)(
    'of a %s each name a leaf that is there, inside the panel, and are found where they are',
    (_, props, layout) => {
      expect(new Set(layout.fields.map(({ path }) => path)).size).toBe(layout.fields.length)
      for (const field of layout.fields) {
        expect(leafAt(props, field.path), field.path).not.toBeUndefined()
        const { x, y, w, h } = field.box
        expect(x).toBeGreaterThanOrEqual(0)
        expect(x + w).toBeLessThanOrEqual(layout.w)
        expect(y + h).toBeLessThanOrEqual(layout.h)
      }
      const count = layout.fields.find(({ number }) => number)
      if (!count) throw new Error('no number to edit')
      const middle = { x: count.box.x + count.box.w / 2, y: count.box.y + count.box.h / 2 }
      expect(fieldAt(layout, middle)?.path).toBe(count.path)
      expect(fieldAt(layout, { x: -100, y: -100 })).toBeUndefined()
    },
  )

  it('write one leaf and leave every other object as it is', () => {
    const before = funnelDefaults()
    const after = withLeaf(before, 'stages.s1.itemsOut', 5_000)
    expect(after.stages.s1?.itemsOut).toBe(5_000)
    expect(after.stages.s2).toBe(before.stages.s2)
    expect(withLeaf(before, 'stages.gone.itemsOut', 1)).toEqual(before)
  })

  it('take numbers as people write them, and say what is allowed instead of anything else', () => {
    const share = { number: { unit: 'share', max: 1 } } as const
    expect(parseField(share, ' 95% ')).toEqual({ ok: true, value: 0.95 })
    expect(parseField(share, '')).toEqual({ ok: true, value: null })
    expect(parseField(share, '1.2')).toMatchObject({ ok: false })
    expect(parseField(share, 'abc')).toMatchObject({
      ok: false,
      problem: expect.stringContaining('0.95 or 95%'),
    })
    expect(parseField({}, ' two-tower ')).toEqual({ ok: true, value: 'two-tower' })
  })
})

describe('towers of unequal length', () => {
  it('are marked and named in a sentence', async () => {
    const props = twoTowerDefaults()
    expect(faultSentences(props)).toEqual([])
    editor.updateShape<TwoTowerShape>({
      id: towers,
      type: TWO_TOWER,
      props: { item: { ...props.item, dim: 64 } },
    })
    const svg = await svgOf([towers])
    expect(svg).toContain('u has 128 numbers, v has 64')
    expect(svg).toContain('#b3261e')
  })
})

describe('portAt', () => {
  it('names the stage or the tower that an anchor lies on, and nothing of other shapes', () => {
    const [aFunnel, aPair] = [editor.getShape(funnel), editor.getShape(towers)]
    if (!aFunnel || !aPair) throw new Error('shapes are missing')
    const at = [0.01, 0.3, 0.55, 0.99].map((y) => portAt(aFunnel, { x: 0, y }))
    expect(at).toEqual(['s1', 's1', 's2', 's2'])
    expect([0.2, 0.8].map((x) => portAt(aPair, { x, y: 0.5 }))).toEqual(['query', 'item'])
    expect(portAt({ ...aPair, type: 'geo' }, { x: 0, y: 0 })).toBeUndefined()
  })
})

it.each([
  ['a share above 1', FUNNEL, 'stages.s1.recall', 1.5],
  ['no items', FUNNEL, 'stages.s1.itemsOut', 0],
  ['a broken order', FUNNEL, 'stages.s1.order', 'zzz!'],
  ['half a number', TWO_TOWER, 'query.dim', 1.5],
  ['an unknown similarity', TWO_TOWER, 'similarity', 'euclid'],
])('the schema refuses %s and names the place', (_, type, path, value) => {
  const shape = editor.getShape(type === FUNNEL ? funnel : towers)
  if (!shape) throw new Error('the shape is missing')
  expect(() => boardSchema.types.shape.validate(shape)).not.toThrow()
  const broken = { ...shape, props: withLeaf(shape.props, path, value) }
  expect(() => boardSchema.types.shape.validate(broken)).toThrow(path.split('.').at(-1))
})
