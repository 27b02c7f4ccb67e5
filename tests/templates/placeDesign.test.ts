import type { TLRecord, TLShape, TLShapeId } from '@tldraw/tlschema'
import fc from 'fast-check'
import { describe, expect, it, vi } from 'vitest'
import { layoutComponent } from '../../shapes/component/layout.ts'
import { COMPONENT, type ComponentProps } from '../../shapes/component/schema.ts'
import { exportDesign } from '../../shapes/exportDesign.ts'
import { readDesign } from '../../shapes/readDesign.ts'
import { boardSchema } from '../../shapes/schemas.ts'
import { vocabulary } from '../../shapes/vocabulary.ts'
import type { Design } from '../../src/domain/design.ts'
import { readDesignFile, writeDesignFile } from '../../src/domain/designFile/readDesignFile.ts'
import { groupBy } from '../../src/domain/groupBy.ts'
import { KIND_IDS, LINK_MODES, ZONES } from '../../src/domain/kinds.ts'
import { around, type Box, moved, overlap } from '../../templates/design/box.ts'
import { placeBoard, placeDesign } from '../../templates/design/placeDesign.ts'
import { problems } from '../../templates/problems/index.ts'
import { loadReference } from '../../templates/problems/references.ts'

const EMPTY: Design = { requirements: {}, nodes: [], links: [], cards: [], composites: [] }

const shapesOf = (records: readonly TLRecord[]) =>
  records.filter((record): record is TLShape => record.typeName === 'shape')

/** What a shape takes up in its parent, with the text below a figure. */
function takenBy({ type, x, y, props }: TLShape): Box {
  if ((type as string) !== COMPONENT) return { x, y, ...(props as { w: number; h: number }) }
  const { dock, text } = layoutComponent(props as unknown as ComponentProps)
  return moved(around([...dock.map((point) => ({ x: point.x, y: point.y, w: 0, h: 0 })), text]), { x, y })
}

/** Every frame and part stands clear of its siblings and inside of what is around it. */
function expectApart(records: readonly TLRecord[]) {
  const shapes = shapesOf(records).filter(({ type }) => type !== 'arrow' && type !== 'text')
  const boxes = new Map(shapes.map((shape) => [shape.id, takenBy(shape)]))
  for (const [parentId, siblings] of groupBy(shapes, (shape) => shape.parentId)) {
    const parent = boxes.get(parentId as TLShapeId)
    const placed = siblings.flatMap(({ id }) => boxes.get(id) ?? [])
    const covering = placed.filter((box, n) => placed.slice(n + 1).some((other) => overlap(box, other)))
    const outside = placed.filter(
      ({ x, y, w, h }) => parent && (x < 0 || y < 0 || x + w > parent.w || y + h > parent.h),
    )
    expect([covering, outside], parentId).toEqual([[], []])
  }
}

/** In an order of its own, as neither the board nor the file means anything by it. */
function sorted(design: Design): Design {
  const byId = <Item extends { readonly id: string }>(items: readonly Item[]) =>
    [...items].sort((a, b) => (a.id < b.id ? -1 : 1))
  const { requirements, nodes, links, cards, composites } = design
  return {
    requirements,
    nodes: byId(nodes),
    links: byId(links),
    cards: byId(cards),
    composites: byId(composites),
  }
}

/** As a board says it: what was agreed stands on a card. */
function withCard(design: Design): Design {
  const { requirements, cards } = design
  if (Object.keys(requirements).length === 0) return design
  const card = { id: 'requirements', type: 'requirement', step: null, fields: requirements }
  return { ...design, cards: [card, ...cards] }
}

const read = (text: string) => {
  const file = readDesignFile(text, vocabulary)
  if (!file.ok) throw new Error(file.problem.what)
  return file
}

// Layouts take a second each, and more on a busy machine.
vi.setConfig({ testTimeout: 60_000 })

describe.each(problems.map((problem) => [problem.id, problem] as const))('the board of %s', (_, problem) => {
  it('is laid out without overlap, and reads as the design it was made of, its export too', async () => {
    const design = (await loadReference(problem.id)) as Design
    const records = placeBoard(problem.title, design)
    expectApart(records)
    for (const record of records) boardSchema.validateRecord(null as never, record, 'initialize', null)
    const exported = exportDesign(readDesign(records))
    expect(sorted(exported)).toEqual(sorted(withCard(design)))
    expect(sorted(read(writeDesignFile(exported)).design)).toEqual(sorted(exported))
  })
})

it('places the same design the same every time, its export too', async () => {
  const design = (await loadReference('visual-search')) as Design
  const once = placeBoard('x', design)
  expect(placeBoard('x', design)).toEqual(once)
  const exported = exportDesign(readDesign(once))
  const again = exportDesign(readDesign(placeBoard('x', read(writeDesignFile(exported)).design)))
  expect(sorted(again)).toEqual(sorted(exported))
})

const text = fc.string({ maxLength: 30 })
const step = fc.option(fc.integer({ min: 1, max: 9 }), { nil: null })
const ids = fc.uniqueArray(fc.stringMatching(/^[a-z0-9_-]{1,12}$/), { minLength: 1, maxLength: 14 })

const value = fc.oneof(fc.string({ minLength: 1, maxLength: 20 }), fc.integer(), fc.boolean())
const fields = fc.dictionary(
  fc.stringMatching(/^of_[a-z]{3}$/),
  fc.oneof(value, fc.record({ deep: value })),
  {
    maxKeys: 4,
  },
)

/** A design as a board can hold it: composites carry what readers of shapes write. */
const designs = ids.chain((names) =>
  fc.record({
    requirements: fc.constantFrom<Design['requirements']>(
      {},
      { sla: 200, metrics: ['ndcg', 'recall'], batch: true },
    ),
    nodes: fc.tuple(
      ...names.map((id) =>
        fc.record({
          id: fc.constant(id),
          kind: fc.oneof(fc.constantFrom(...KIND_IDS), fc.constant('from-the-future')),
          zone: fc.constantFrom(...ZONES),
          label: text,
          props: fc.constantFrom<Design['requirements']>(
            {},
            { p99: 5 },
            { version: 'v7', features: ['a', 'b'] },
          ),
          step,
        }),
      ),
    ),
    links: fc
      .array(
        fc.record(
          {
            from: fc.constantFrom(...names),
            to: fc.constantFrom(...names),
            mode: fc.constantFrom(...LINK_MODES),
            label: text,
            seq: fc.integer({ min: 1, max: 9 }),
            optional: fc.constant(true),
          },
          { requiredKeys: ['from', 'to', 'mode', 'label'] },
        ),
        { maxLength: 20 },
      )
      .map((links) => links.map((link, n) => ({ ...link, id: `link.${n}`.replace('.', '-to-') }))),
    cards: fc
      .array(fc.record({ type: fc.constantFrom('risk', 'from-the-future'), step, fields }), {
        maxLength: 3,
      })
      .map((cards) => cards.map((card, n) => ({ ...JSON.parse(JSON.stringify(card)), id: `card-no-${n}` }))),
    composites: fc.constant<Design['composites']>([]),
  }),
)

describe('any design', () => {
  it('is placed without overlap and reads as it was', () => {
    fc.assert(
      fc.property(designs, (design: Design) => {
        const records = placeBoard('x', design)
        expectApart(records)
        for (const record of records) boardSchema.validateRecord(null as never, record, 'initialize', null)
        const named = design.nodes.map((node) =>
          node.kind === 'k8s-cluster' && node.label.trim() === ''
            ? { ...node, label: 'Kubernetes cluster' }
            : node,
        )
        expect(sorted(exportDesign(readDesign(records)))).toEqual(
          sorted(withCard({ ...design, nodes: named })),
        )
      }),
      { numRuns: 40 },
    )
  })
})

const FUNNEL = {
  nodes: [
    { id: 'cut', kind: 'funnel', zone: 'online', label: 'Cut', props: {}, step: 2 },
    { id: 'two', kind: 'two-tower', zone: 'offline', label: 'Towers', props: {}, step: 2 },
    { id: 'index', kind: 'ann-index', zone: 'online', label: 'Index', props: {}, step: 2 },
  ],
  links: [
    { id: 'a', from: 'cut', to: 'index', mode: 'sync', label: 'nearest', fromPort: 's2' },
    { id: 'b', from: 'two', to: 'index', mode: 'batch', label: 'vectors', fromPort: 'item' },
  ],
  composites: [
    {
      id: 'cut',
      type: 'funnel',
      step: 2,
      props: {
        label: 'Cut',
        items: 'songs',
        stages: [
          { name: 'Retrieval', model: 'ANN', itemsIn: '100M', itemsOut: '10k', recall: 0.9, p99: 20 },
          { name: 'Ranking', model: 'DNN', itemsIn: '10k', itemsOut: 100 },
        ],
      },
    },
    {
      id: 'two',
      type: 'two-tower',
      step: 2,
      props: {
        label: 'Towers',
        query: { name: 'User', inputs: ['id'], layers: ['Dense'], dim: 64, version: 'v1' },
        item: { name: 'Item', inputs: ['id', 'audio'], layers: ['Dense'], dim: 64, version: 'v1' },
        similarity: 'dot',
        loss: 'softmax',
        negatives: 'in batch',
      },
    },
    { id: 'new', type: 'layer-stack-of-tomorrow', step: null, props: { depth: [1, 2] } },
  ],
}

describe('composites', () => {
  it('become their shapes, links stay at their parts, and what is unknown is kept', () => {
    const { design } = read(JSON.stringify(FUNNEL))
    const records = placeBoard('x', design)
    expectApart(records)
    expect(shapesOf(records).map(({ type }) => type)).toEqual(expect.arrayContaining(['funnel', 'two-tower']))
    const once = exportDesign(readDesign(records))
    expect(once.links.map(({ fromPort }) => fromPort)).toEqual(['s2', 'item'])
    expect(once.composites.find(({ id }) => id === 'two')?.props).toMatchObject(
      FUNNEL.composites[1]?.props ?? {},
    )
    expect(once.composites.find(({ type }) => type.includes('tomorrow'))).toEqual(FUNNEL.composites[2])
    const again = exportDesign(readDesign(placeBoard('x', read(writeDesignFile(once)).design)))
    expect(sorted(again)).toEqual(sorted(once))
  })
})

it('a composite of tomorrow belongs to its node each time it is imported, and a copy of its text adds none', () => {
  const { design } = read(
    JSON.stringify({
      nodes: [{ id: 'x', kind: 'service' }],
      composites: [
        { id: 'x', type: 'of-tomorrow' },
        { id: 'loose', type: 'of-tomorrow' },
      ],
    }),
  )
  const first = placeDesign(design).records
  const second = placeDesign(design, { taken: new Set(first.map(({ id }) => id)) }).records
  const copies = first
    .filter((record) => record.typeName === 'shape' && record.isLocked)
    .map((record, n) => ({ ...record, id: `shape:copy-${n}` }) as TLRecord)
  const both = exportDesign(readDesign([...first, ...second, ...copies]))
  const nodes = both.nodes.map(({ id }) => id)
  const kept = both.composites.map(({ id }) => id)
  expect(kept.filter((id) => nodes.includes(id))).toEqual(nodes)
  expect(kept.filter((id) => !nodes.includes(id))).toEqual(['loose', 'loose-2'])
  expect(read(writeDesignFile(both)).design.composites).toHaveLength(4)
})

it('links stay at their parts across steps, and where there are more than find a way of their own', () => {
  const links = Array.from({ length: 151 }, (_, n) => ({ id: `l${n}`, from: 's', to: 'f', toPort: 'b' }))
  const file = (step: number, count: number) => ({
    nodes: [
      { id: 'f', kind: 'funnel', step: 1 },
      { id: 's', kind: 'service', step },
    ],
    links: links.slice(0, count),
    composites: [{ id: 'f', type: 'funnel', step: 1, props: { stages: [{ id: 'a' }, { id: 'b' }] } }],
  })
  for (const [step, count] of [
    [1, 151],
    [2, 1],
  ] as const) {
    const { design } = read(JSON.stringify(file(step, count)))
    const ports = readDesign(placeDesign(design).records).links.map(({ toPort }) => toPort)
    expect(ports).toEqual(Array(count).fill('b'))
  }
})

describe('ids', () => {
  const node = (id: string) => ({
    id,
    kind: 'cache',
    zone: 'online' as const,
    label: id,
    props: {},
    step: null,
  })

  it('that are taken on the board get new ones, and links follow', () => {
    const design = {
      ...EMPTY,
      nodes: [node('a'), node('b')],
      links: [{ id: 'l', from: 'a', to: 'b', mode: 'sync' as const, label: '' }],
    }
    const first = placeDesign(design)
    const taken = new Set<string>(first.records.map(({ id }) => id))
    const second = placeDesign(design, { taken })
    expect(second.records.filter(({ id }) => taken.has(id))).toEqual([])
    const both = exportDesign(readDesign([...first.records, ...second.records]))
    expect(both.links.map(({ from, to }) => [from, to])).toEqual([
      ['a', 'b'],
      ['a-2', 'b-2'],
    ])
  })

  it('that no board takes, or that a link and a part share, are replaced', () => {
    const odd = ['__proto__', 'ünï cödé <b>', 'x'.repeat(500), 'shape:plain']
    const links = [
      { id: '__proto__', from: odd[0] ?? '', to: odd[1] ?? '', mode: 'sync' as const, label: '' },
    ]
    const { records } = placeDesign({ ...EMPTY, nodes: odd.map(node), links })
    const read = readDesign(records)
    expect(read.nodes.map(({ label }) => label).sort()).toEqual([...odd].sort())
    expect(read.links).toHaveLength(1)
    for (const { id } of shapesOf(records)) expect(id).toMatch(/^shape:[\w-]+$/)
    expect(read.nodes.some(({ id }) => id === 'shape:plain')).toBe(true)
  })
})

it('places as many parts as a board holds', () => {
  const count = 1_000
  const nodes = Array.from({ length: count }, (_, n) => ({
    id: `n${n}`,
    kind: KIND_IDS[n % KIND_IDS.length] ?? 'cache',
    zone: ZONES[n % ZONES.length] ?? 'online',
    label: `Part ${n}`,
    props: {},
    step: null,
  }))
  const links = nodes.map(({ id }, n) => ({
    id: `l${n}`,
    from: id,
    to: `n${(n * 7) % count}`,
    mode: 'sync' as const,
    label: '',
  }))
  expectApart(placeDesign({ ...EMPTY, nodes, links }).records)
})
