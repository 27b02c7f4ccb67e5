import { describe, expect, it } from 'vitest'
import { withLeaves } from '../../shapes/shared/panel/leaf.ts'
import { twoTowerDefaults } from '../../shapes/two-tower/defaults.ts'
import { twoTowerLayout } from '../../shapes/two-tower/layout.ts'
import { addServingAndCost } from '../../shapes/two-tower/migrations.ts'
import { readTwoTower } from '../../shapes/two-tower/readTwoTower.ts'
import type { TwoTowerProps, TwoTowerShape } from '../../shapes/two-tower/schema.ts'
import { TOWER_VIEWS, type TowerView } from '../../shapes/two-tower/words.ts'
import { estimate } from '../../src/domain/estimate/estimate.ts'
import { sketch } from '../../src/domain/sketch.ts'
import { formatNumber } from '../../src/domain/units.ts'

const known = withLeaves(twoTowerDefaults(), [
  ['qps', 20_000],
  ['costPerItemUs', 5],
  ['query.p99', 8],
  ['query.version', 'v7'],
  ['item.p99', 8],
  ['index.p99', 15],
  ['index.items', 100_000_000],
  ['index.topK', 10_000],
  ['index.refresh_h', 6],
  ['index.version', 'v7'],
])

function look(props: TwoTowerProps, view: TowerView) {
  const layout = twoTowerLayout({ ...props, view })
  const outlined = layout.strokes.filter(({ stroke, fill }) => stroke === 'over' && fill !== undefined)
  return { ...layout, words: layout.texts.flatMap(({ lines }) => lines), outlined }
}

describe('what a two-tower model costs', () => {
  it('is every pair against both towers in busy cores, and the memory of its vectors', () => {
    const { words } = look(known, 'cost')
    expect(words).toEqual(
      expect.arrayContaining(['10M cores', '460 cores', '37 cores', '51.2 GB', '92.2 GB', '1.6 GB']),
    )
  })

  it('names what nobody wrote down yet, one thing after the other', () => {
    const { words } = look(twoTowerDefaults(), 'cost')
    expect(words.filter((word) => word.startsWith('say '))).toEqual([
      'say requests/s',
      'say requests/s',
      ...Array.from({ length: 4 }, () => 'say items'),
    ])
    expect(look(withLeaves(known, [['item.p99', null]]), 'cost').words).toContain('say tower ms')
  })

  it('is reckoned from its index, or from the index that is drawn beside it', () => {
    const { node } = readTwoTower({ id: 'shape:towers', props: known } as TwoTowerShape, {
      step: null,
      lane: null,
    })
    const figures = (nodes: (typeof node)[], links: { from: string; to: string }[]) =>
      estimate(sketch({ nodes, links }))
        .filter(({ name }) => name.endsWith('-memory'))
        .map(({ at, name, value, unit }) => [
          at[0],
          `${name} ${value === null ? 'unknown' : formatNumber(value, unit)}`,
        ])
    expect(figures([node], [])).toEqual([
      [node.id, 'vector-memory 51.2 GB'],
      [node.id, 'hnsw-memory 92.2 GB'],
      [node.id, 'pq-memory 1.6 GB'],
    ])
    const { items: _, ...props } = node.props
    const bare = { ...node, props }
    expect(figures([bare], []).map(([, text]) => text)).toContain('vector-memory unknown')
    const index = { ...node, id: 'ann', kind: 'ann-index' }
    const apart = figures([bare, index], [{ from: node.id, to: 'ann' }])
    expect(new Set(apart.map(([at]) => at))).toEqual(new Set(['ann']))
  })
})

it('of its first version, whose towers named 0 as length, has an index of no length yet', () => {
  const {
    view: _,
    index: __,
    ...old
  } = withLeaves(twoTowerDefaults(), [
    ['query.dim', 0],
    ['item.dim', 0],
  ])
  const props = structuredClone(old) as Record<string, unknown>
  addServingAndCost(props)
  expect(props.index).toMatchObject({ dim: null })
})

it('has no p99 in a design while its tower or its search has none: unknown is not 0', () => {
  const p99Of = (props: TwoTowerProps) =>
    readTwoTower({ id: 'shape:towers', props } as TwoTowerShape, { step: null, lane: null }).node.props.p99
  expect(p99Of(known)).toBe(23)
  expect(p99Of(withLeaves(known, [['index.p99', null]]))).toBeUndefined()
  expect(p99Of(withLeaves(known, [['query.p99', null]]))).toBeUndefined()
})

describe('what is broken in a two-tower model', () => {
  it('is nowhere in a sound one, whose tower and index say so', () => {
    for (const view of TOWER_VIEWS) expect(look(known, view).outlined).toEqual([])
    expect(look(known, 'serving').words).toEqual(
      expect.arrayContaining(['v7', '=', 'Tower and index carry the same version.']),
    )
  })

  it('is outlined on its part with a sentence where the part is drawn; elsewhere it is said where to look', () => {
    const unfed = withLeaves(known, [['index.fedBy', 'query']])
    const sentence = 'User tower fills the index, so a search finds no items: fill it from Item tower.'
    const serving = look(unfed, 'serving')
    expect(serving.words).toContain(sentence)
    expect(serving.outlined).not.toEqual([])
    for (const view of ['training', 'cost'] as const) {
      const { words, outlined } = look(unfed, view)
      expect(words).toContain('One thing is broken: see Serving.')
      expect(outlined).toEqual([])
    }
  })

  it('makes the panel grow, a sentence below the other', () => {
    const broken = withLeaves(known, [
      ['query.version', 'v8'],
      ['item.dim', 64],
      ['item.inputs.i1.text', 'user × item'],
    ])
    for (const view of ['training', 'serving'] as const) {
      const { h, texts } = look(broken, view)
      expect(h).toBeGreaterThan(look(known, view).h)
      const sentences = texts.filter(({ tone, x }) => tone === 'over' && x === 16)
      expect(sentences.length).toBeGreaterThanOrEqual(3)
      const tops = sentences.map(({ y }) => y)
      expect(tops).toEqual(tops.toSorted((a, b) => a - b))
      expect(Math.max(...tops)).toBeLessThan(h)
    }
  })
})

describe('the switch between the views', () => {
  it('has a button for each, pressed where that is shown, and changes nothing else', () => {
    for (const view of TOWER_VIEWS) {
      const { actions = [] } = look(known, view)
      expect(actions.map(({ label }) => label)).toEqual(['Training view', 'Serving view', 'Cost view'])
      expect(actions.filter(({ isPressed }) => isPressed).map(({ label }) => label.toLowerCase())).toEqual([
        `${view} view`,
      ])
      for (const { press, isAlways } of actions) {
        expect(isAlways).toBe(true)
        expect(press().leaves.map(([path]) => path)).toEqual(['view'])
      }
    }
  })
})

it('says nothing of versions that nobody wrote, and does not call one equal to none', () => {
  const said = (leaves: Parameters<typeof withLeaves>[1]) =>
    look(withLeaves(twoTowerDefaults(), leaves), 'serving').words.filter((word) =>
      /^(?:tower –|index –|v7|=|·)$/.test(word),
    )
  expect(said([])).toEqual([])
  expect(said([['query.version', 'v7']])).toEqual(['v7', '·', 'index –'])
})

it('outlines a tower whose last dense layer is not as wide as its vector is long', () => {
  const odd = withLeaves(twoTowerDefaults(), [['query.layers.l3.text', 'Dense 256']])
  const { outlined, words } = look(odd, 'training')
  expect(outlined).toHaveLength(1)
  expect(words.join(' ')).toContain('User tower ends in “Dense 256”, u has 128 numbers')
  expect(look(twoTowerDefaults(), 'training').outlined).toEqual([])
})
