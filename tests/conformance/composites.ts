import { funnelDefaults } from '../../shapes/funnel/defaults.ts'
import { funnelFromDesign } from '../../shapes/funnel/funnelFromDesign.ts'
import { funnelLayout } from '../../shapes/funnel/layout.ts'
import { readFunnel } from '../../shapes/funnel/readFunnel.ts'
import { FUNNEL, type FunnelProps, type FunnelShape } from '../../shapes/funnel/schema.ts'
import { layerStackDefaults, newLayer, stacked } from '../../shapes/layer-stack/defaults.ts'
import { layerStackFromDesign } from '../../shapes/layer-stack/layerStackFromDesign.ts'
import { layerStackLayout } from '../../shapes/layer-stack/layout.ts'
import { readLayerStack } from '../../shapes/layer-stack/readLayerStack.ts'
import { LAYER_STACK, type LayerStackProps, type LayerStackShape } from '../../shapes/layer-stack/schema.ts'
import type { PanelLayout } from '../../shapes/shared/panel/layout.ts'
import { twoTowerDefaults } from '../../shapes/two-tower/defaults.ts'
import { twoTowerLayout } from '../../shapes/two-tower/layout.ts'
import { readTwoTower } from '../../shapes/two-tower/readTwoTower.ts'
import { TWO_TOWER, type TwoTowerProps, type TwoTowerShape } from '../../shapes/two-tower/schema.ts'
import { twoTowerFromDesign } from '../../shapes/two-tower/twoTowerFromDesign.ts'
import { TOWER_VIEWS } from '../../shapes/two-tower/words.ts'
import type { DesignComposite } from '../../src/domain/design.ts'

/** A composite as the suite looks at it, whatever its properties are. */
export interface Composite {
  readonly type: string
  /** What a screen reader calls a new one. */
  readonly name: string
  readonly defaults: () => object
  readonly layout: (props: never) => PanelLayout
  /** The forms it can be looked at in, each as properties to change; one empty one, if there is one form. */
  readonly looks: readonly object[]
  /** Text that a new one shows, of each kind. */
  readonly shows: readonly string[]
  /** Properties as the first version of its schema stored them, and leaves that they have now. */
  readonly first: { readonly props: object; readonly now: Readonly<Record<string, unknown>> }
  /** Leaves with what they may not be. */
  readonly refused: readonly (readonly [path: string, value: unknown])[]
  /** Edits of two people in two parts. */
  readonly edits: readonly [path: string, value: unknown][]
  /** Properties that say everything a design carries. */
  readonly full: () => object
  readonly read: (shape: never) => DesignComposite
  readonly fromDesign: (props: DesignComposite['props']) => object
}

const AROUND = { step: null, lane: null }

function fullTwoTower(): TwoTowerProps {
  const { query, item, index, ...rest } = twoTowerDefaults()
  return {
    ...rest,
    label: 'Songs and listeners',
    similarity: 'dot',
    qps: 20_000,
    costPerItemUs: 5,
    query: { ...query, version: 'v7', p99: 8 },
    item: { ...item, version: 'v7', p99: 8 },
    index: {
      ...index,
      kind: 'PQ',
      version: 'v7',
      items: 100_000_000,
      bytes: 2,
      topK: 10_000,
      p99: 15,
      refresh_h: 6,
      fedBy: 'other',
    },
  }
}

function firstTwoTower() {
  const { query, item, w, h, label, zone, similarity, loss, negatives } = twoTowerDefaults()
  const tower = ({ name, inputs, layers, dim }: TwoTowerProps['query'], version: string) => ({
    ...{ name, inputs, layers, dim, version },
  })
  const towers = { query: tower(query, 'online, v7'), item: tower(item, 'first try') }
  return { w, h, label, zone, similarity, loss, negatives, ...towers }
}

const twoTower: Composite = {
  type: TWO_TOWER,
  name: 'Two-tower model',
  defaults: twoTowerDefaults,
  layout: twoTowerLayout as Composite['layout'],
  looks: TOWER_VIEWS.map((view) => ({ view })),
  shows: ['Two-tower', 'User tower', 'Dense 512', 'cosine', 'Training'],
  first: {
    props: firstTwoTower(),
    now: {
      view: 'training',
      'query.runs': 'online',
      'query.version': 'v7',
      'item.runs': '',
      'item.version': 'first try',
      'index.dim': 128,
      'index.items': null,
      qps: null,
    },
  },
  refused: [
    ['view', 'sideways'],
    ['query.dim', 1.5],
    ['query.p99', -1],
    ['similarity', 'euclid'],
    ['index.items', 0],
    ['index.kind', 'tree'],
    ['index.fedBy', 'nobody'],
    ['index.refresh_h', 0],
    ['qps', Number.POSITIVE_INFINITY],
  ],
  edits: [
    ['query.p99', 8],
    ['index.items', 100_000_000],
  ],
  full: fullTwoTower,
  read: (shape: TwoTowerShape) => readTwoTower(shape, AROUND).composite,
  fromDesign: twoTowerFromDesign,
}

function fullLayerStack(): LayerStackProps {
  return {
    ...layerStackDefaults(),
    label: 'Ranker',
    layers: stacked([
      newLayer('embedding', { text: 'Song id', rows: 100_000_000, units: 64 }),
      newLayer('embedding', { text: 'Listener id', rows: 200_000_000, units: 64 }),
      newLayer('other', { text: 'Attention, 8 heads', units: 128 }),
      newLayer('dense', { units: 128, activation: 'gelu' }),
      newLayer('normalise', { text: 'Batch norm' }),
      newLayer('skip', { from: 'l3' }),
      newLayer('dropout', { rate: 0.2 }),
      newLayer('head', { text: 'Save' }),
      newLayer('loss', { text: 'Cross-entropy' }),
    ]),
  }
}

const layerStack: Composite = {
  type: LAYER_STACK,
  name: 'Layer stack',
  defaults: layerStackDefaults,
  layout: layerStackLayout as Composite['layout'],
  looks: [{}],
  shows: [
    'Layer stack',
    'Embeddings',
    'Dense',
    '256',
    'relu',
    'Add',
    'Dropout',
    'Click',
    'Cross-entropy, weighted',
  ],
  first: { props: layerStackDefaults(), now: { 'layers.l2.units': 256, 'layers.l5.from': 'l1' } },
  refused: [
    ['layers.l2.type', 'magic'],
    ['layers.l2.units', 1.5],
    ['layers.l1.rows', 0],
    ['layers.l6.rate', 1.2],
    ['layers.l2.order', 'zzz!'],
  ],
  edits: [
    ['layers.l2.units', 512],
    ['layers.l6.rate', 0.3],
  ],
  full: fullLayerStack,
  read: (shape: LayerStackShape) => readLayerStack(shape, AROUND).composite,
  fromDesign: layerStackFromDesign,
}

function fullFunnel(): FunnelProps {
  const { stages, ...rest } = funnelDefaults()
  const { s1, s2 } = stages
  if (!s1 || !s2) throw new RangeError('The default funnel lacks the stages s1 and s2.')
  return {
    ...rest,
    about: 'Song recommendation',
    sla: 200,
    qps: 20_000,
    stages: {
      s1: { ...s1, recall: 0.95, p99: 23 },
      s2: { ...s2, itemsIn: 9_000, itemsOut: 9_100, costPerItemUs: 5, lanes: 8, adds: true },
    },
  }
}

function firstFunnel() {
  const { about: _about, sla: _sla, qps: _qps, stages, ...rest } = funnelDefaults()
  const older = Object.entries(stages).map(([id, { lanes: _lanes, adds: _adds, ...stage }]) => [id, stage])
  return { ...rest, stages: Object.fromEntries(older) }
}

const funnel: Composite = {
  type: FUNNEL,
  name: 'Funnel',
  defaults: funnelDefaults,
  layout: funnelLayout as Composite['layout'],
  looks: [{}, { sla: 200, qps: 20_000 }],
  shows: ['Funnel', 'Retrieval', '100M', '10,000×', 'Recall at most'],
  first: {
    props: firstFunnel(),
    now: { about: '', sla: null, qps: null, 'stages.s1.lanes': null, 'stages.s2.adds': false },
  },
  refused: [
    ['stages.s1.recall', 1.5],
    ['stages.s1.itemsOut', 0],
    ['stages.s1.lanes', 0.5],
    ['stages.s2.adds', 'yes'],
    ['sla', -1],
    ['qps', Number.POSITIVE_INFINITY],
  ],
  edits: [
    ['stages.s1.p99', 23],
    ['stages.s2.recall', 0.9],
  ],
  full: fullFunnel,
  read: (shape: FunnelShape) => readFunnel(shape, AROUND).composite,
  fromDesign: funnelFromDesign,
}

/** Every composite. To add one: what it is, and a place here. */
export const composites: readonly Composite[] = [twoTower, funnel, layerStack]
