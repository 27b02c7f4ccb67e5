import type { TLRecord } from '@tldraw/tlschema'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { componentDefaults } from '../../shapes/component/defaults.ts'
import { funnelDefaults } from '../../shapes/funnel/defaults.ts'
import { readDesign } from '../../shapes/readDesign.ts'
import { stepFrameDefaults } from '../../shapes/step-frame/schema.ts'
import { twoTowerDefaults } from '../../shapes/two-tower/defaults.ts'
import { zoneFrameDefaults } from '../../shapes/zone-frame/defaults.ts'
import type { Zone } from '../../src/domain/kinds.ts'

const shape = (id: string, type: string, props: object, more: object = {}) =>
  ({
    typeName: 'shape',
    id: `shape:${id}`,
    type,
    parentId: 'page:page',
    index: 'a1',
    x: 0,
    y: 0,
    rotation: 0,
    isLocked: false,
    opacity: 1,
    meta: {},
    props,
    ...more,
  }) as unknown as TLRecord

const component = (id: string, kind = 'service', more: object = {}, props: object = {}) =>
  shape(id, 'component', { ...componentDefaults(kind), ...props }, more)

const arrow = (id: string, meta: object = {}, text = '') => shape(id, 'arrow', { text }, { meta })

const binding = (from: string, to: string, terminal: 'start' | 'end', anchor?: { x: number; y: number }) =>
  ({
    typeName: 'binding',
    id: `binding:${from}-${terminal}`,
    type: 'arrow',
    fromId: `shape:${from}`,
    toId: `shape:${to}`,
    meta: {},
    props: {
      terminal,
      normalizedAnchor: anchor ?? { x: 0.5, y: 0.5 },
      isPrecise: anchor !== undefined,
      isExact: false,
      snap: 'none',
    },
  }) as unknown as TLRecord

describe('readDesign', () => {
  it('reads components with their values, zone and step', () => {
    const frame = shape('step-4', 'step-frame', { ...stepFrameDefaults, step: 4 })
    const group = shape('group', 'group', {}, { parentId: 'shape:step-4' })
    const index = component(
      'ann',
      'ann-index',
      { parentId: 'shape:group' },
      { label: 'Songs', values: { dim: 128 } },
    )
    const moved = component('db', 'sql-db', {}, { zone: 'ops' })
    expect(readDesign([frame, group, index, moved]).nodes).toEqual([
      { id: 'shape:ann', kind: 'ann-index', zone: 'online', label: 'Songs', props: { dim: 128 }, step: 4 },
      expect.objectContaining({ id: 'shape:db', kind: 'sql-db', zone: 'ops', step: null }),
    ])
  })

  const lane = (id: string, zone: Zone | null, parent = 'page:page') =>
    shape(id, 'zone-frame', zoneFrameDefaults('zone', zone), { parentId: parent })
  const inside = (id: string) => ({ parentId: `shape:${id}` })

  it('takes the zone of a part from itself, else from the nearest lane that has one, else from its kind', () => {
    const { nodes, composites } = readDesign([
      lane('nightly', 'offline'),
      lane('inner', 'nearline', 'shape:nightly'),
      lane('boundary', null, 'shape:inner'),
      component('own', 'cache', inside('inner'), { zone: 'ops' }),
      component('nearest', 'cache', inside('inner')),
      component('through', 'cache', inside('boundary')),
      component('outer', 'cache', inside('nightly')),
      component('unknown', 'quantum-store', inside('nightly')),
      component('usual', 'training-job', inside('alone')),
      lane('alone', null),
      shape('funnel', 'funnel', funnelDefaults(), inside('nightly')),
      shape('towers', 'two-tower', twoTowerDefaults(), inside('inner')),
    ])
    expect(Object.fromEntries(nodes.map(({ id, zone }) => [id.slice('shape:'.length), zone]))).toEqual({
      own: 'ops',
      nearest: 'nearline',
      through: 'nearline',
      outer: 'offline',
      unknown: 'offline',
      usual: 'offline',
      funnel: 'offline',
      towers: 'nearline',
    })
    expect(composites).toHaveLength(2)
  })

  it('reads a cluster as a part with its figures, a plain lane as none; both keep the step around them', () => {
    const props = { ...zoneFrameDefaults('k8s-cluster'), label: 'Serving', values: { nodes: 24 } }
    const { nodes } = readDesign([
      shape('step', 'step-frame', { ...stepFrameDefaults, step: 7 }),
      lane('online', 'nearline', 'shape:step'),
      shape('cluster', 'zone-frame', props, inside('online')),
      shape('zoned', 'zone-frame', { ...props, label: '', zone: 'offline' }, inside('online')),
      component('server', 'model-server', inside('cluster')),
      component('scorer', 'model-server', inside('zoned')),
    ])
    expect(nodes).toEqual([
      {
        id: 'shape:cluster',
        kind: 'k8s-cluster',
        zone: 'nearline',
        label: 'Serving',
        props: { nodes: 24 },
        step: 7,
      },
      expect.objectContaining({ id: 'shape:scorer', zone: 'offline', step: 7 }),
      expect.objectContaining({ id: 'shape:server', zone: 'nearline', step: 7 }),
      expect.objectContaining({ id: 'shape:zoned', zone: 'offline', label: 'Kubernetes cluster' }),
    ])
  })

  it('keeps a kind it does not know', () => {
    const [node] = readDesign([component('q', 'quantum-store', {}, { values: { qubits: 7 } })]).nodes
    expect(node).toMatchObject({ kind: 'quantum-store', props: { qubits: 7 } })
  })

  it('reads a link with its mode, order and label; an arrow without any is a call', () => {
    const board = [component('a'), component('b'), component('c')]
    const links = readDesign([
      ...board,
      arrow('l1', { mode: 'batch', seq: 2, optional: true }, 'hourly'),
      binding('l1', 'a', 'start'),
      binding('l1', 'b', 'end'),
      arrow('l2', { mode: 'telepathy', seq: -1 }),
      binding('l2', 'b', 'start'),
      binding('l2', 'c', 'end'),
    ]).links
    expect(links).toEqual([
      {
        id: 'shape:l1',
        from: 'shape:a',
        to: 'shape:b',
        mode: 'batch',
        label: 'hourly',
        seq: 2,
        optional: true,
      },
      { id: 'shape:l2', from: 'shape:b', to: 'shape:c', mode: 'sync', label: '' },
    ])
  })

  it('leaves out links with a loose end, or joined to what is no part of a design', () => {
    const note = shape('note', 'note', {})
    const loose = [arrow('l1'), binding('l1', 'a', 'start')]
    const toNote = [arrow('l2'), binding('l2', 'a', 'start'), binding('l2', 'note', 'end')]
    const toNothing = [arrow('l3'), binding('l3', 'a', 'start'), binding('l3', 'gone', 'end')]
    expect(readDesign([component('a'), note, ...loose, ...toNote, ...toNothing]).links).toEqual([])
  })

  it('reads composites as a node and a composite with the same id, stages and layers in order', () => {
    const { nodes, composites } = readDesign([
      shape('funnel', 'funnel', funnelDefaults()),
      shape('towers', 'two-tower', twoTowerDefaults()),
    ])
    expect(nodes).toMatchObject([
      { id: 'shape:funnel', kind: 'funnel', props: { itemsIn: 100_000_000, itemsOut: 100 } },
      { id: 'shape:towers', kind: 'two-tower', props: { dim: 128 } },
    ])
    expect(composites).toMatchObject([
      {
        id: 'shape:funnel',
        type: 'funnel',
        props: { stages: [{ itemsOut: 10_000 }, { itemsIn: 10_000, itemsOut: 100 }] },
      },
      {
        id: 'shape:towers',
        type: 'two-tower',
        props: { query: { layers: ['Embeddings', 'Dense 512', 'Dense 128', 'Normalise'] } },
      },
    ])
  })

  it('names the part of a composite that a link is docked at', () => {
    const [link] = readDesign([
      component('reco'),
      shape('towers', 'two-tower', twoTowerDefaults()),
      arrow('l'),
      binding('l', 'reco', 'start'),
      binding('l', 'towers', 'end', { x: 0.2, y: 0.6 }),
    ]).links
    expect(link?.toPort).toBe('query')
  })

  const names = fc.constantFrom('a', 'b', 'c', 'd', 'l1', 'l2', 'gone')
  const anyShape = fc
    .record({
      id: names,
      parent: names.map((name) => `shape:${name}`),
      type: fc.constantFrom('component', 'arrow', 'step-frame', 'zone-frame', 'note', 'funnel', 'group'),
      kind: fc.constantFrom('client', 'ann-index', 'nonsense', '__proto__', 'constructor'),
      meta: fc.dictionary(fc.constantFrom('mode', 'seq', 'optional'), fc.jsonValue()),
    })
    .map(({ id, parent, type, kind, meta }) => {
      const props: Record<string, object> = {
        component: { ...componentDefaults('client'), kind },
        arrow: { text: 'x' },
        'step-frame': { ...stepFrameDefaults, step: 2 },
        'zone-frame': zoneFrameDefaults('k8s-cluster', 'ops'),
        funnel: funnelDefaults(),
      }
      return shape(id, type, props[type] ?? {}, { parentId: parent, meta })
    })
  const anyBinding = fc
    .tuple(names, names, fc.constantFrom('start' as const, 'end' as const), fc.boolean())
    .map(([from, to, terminal, isPrecise]) =>
      binding(from, to, terminal, isPrecise ? { x: 0.3, y: 0.7 } : undefined),
    )
  const anyBoard = fc.uniqueArray(fc.oneof(anyShape, anyBinding), { selector: ({ id }) => id, maxLength: 20 })

  it('reads any board, however broken, and the same whatever the order of its records', () => {
    fc.assert(
      fc.property(anyBoard, fc.nat(), (records, turn) => {
        const design = readDesign(records)
        const shuffled = records.map((_, n) => records[(n + turn) % records.length] as TLRecord)
        expect(readDesign(shuffled)).toEqual(design)
        const ids = new Set(design.nodes.map(({ id }) => id))
        for (const { from, to } of design.links) expect(ids.has(from) && ids.has(to)).toBe(true)
      }),
    )
  })
})
