import { componentDefaults } from '../shapes/component/defaults.ts'
import { COMPONENT } from '../shapes/component/schema.ts'
import { funnelDefaults } from '../shapes/funnel/defaults.ts'
import { FUNNEL, type FunnelProps } from '../shapes/funnel/schema.ts'
import { twoTowerDefaults } from '../shapes/two-tower/defaults.ts'
import { TWO_TOWER, type TwoTowerProps } from '../shapes/two-tower/schema.ts'
import type { PropertyValue } from '../src/domain/design.ts'
import { sevenSteps as framework } from './frameworks/seven-steps.ts'
import { type PlacedLink, type PlacedShape, place } from './place.ts'
import { songNotes } from './songNotes.ts'
import type { Template } from './template.ts'

const title = 'Song recommendation'

/** A finished design to look around in: 100 M songs, the 100 worth showing, and everything between. */
export const songRecommendation: Template = {
  id: 'song-recommendation',
  title,
  records: () =>
    place({
      title,
      framework,
      slot: 45,
      frame: { w: 1440, h: 880 },
      shapes: [...plan(), ...system(), ...release(), ...songNotes()],
      links,
    }),
}

type Spot = readonly [name: string, step: number, x: number, y: number]

function component(
  [name, step, x, y]: Spot,
  kind: string,
  label: string,
  values: Readonly<Record<string, PropertyValue>> = {},
): PlacedShape {
  return {
    name,
    step,
    x,
    y,
    type: COMPONENT,
    props: { ...componentDefaults(kind), label, values: { ...values } },
  }
}

function system(): PlacedShape[] {
  return [
    component(['client', 4, 16, 80], 'client', 'Mobile app', { dau: 200_000_000, qps: 20_000 }),
    component(['gateway', 4, 216, 88], 'api-gateway', 'API gateway', { p99: 5 }),
    component(['reco', 4, 480, 84], 'orchestrator', 'Recommendation service', { p99: 5, replicas: 60 }),
    component(['features', 4, 808, 80], 'feature-store', 'Feature store', { mode: 'both', p99: 10 }),
    { name: 'two-tower', step: 4, x: 168, y: 248, type: TWO_TOWER, props: { ...twoTower() } },
    { name: 'funnel', step: 4, x: 784, y: 248, type: FUNNEL, props: { ...funnel() } },
    component(['events', 4, 168, 776], 'event-stream', 'Play and skip events', { events: 93_000 }),
    component(['lake', 4, 484, 768], 'object-store', 'Data lake'),
    component(['ann', 4, 1020, 768], 'ann-index', 'ANN index of songs', {
      items: 100_000_000,
      dim: 128,
      p99: 15,
      refresh_h: 6,
      version: 'v7',
    }),
  ]
}

function twoTower(): TwoTowerProps {
  const { query, item, index, ...rest } = twoTowerDefaults()
  return {
    ...rest,
    label: 'Two-tower model',
    qps: 20_000,
    costPerItemUs: 5,
    query: { ...query, version: 'v7' },
    item: {
      ...item,
      version: 'v7',
      p99: 8,
      inputs: {
        ...item.inputs,
        i1: { ...item.inputs.i1, text: 'track id' },
        i2: { ...item.inputs.i2, text: 'audio' },
      } as TwoTowerProps['item']['inputs'],
    },
    index: { ...index, version: 'v7', items: 100_000_000, topK: 10_000, refresh_h: 6 },
  }
}

function funnel(): FunnelProps {
  const { stages, ...rest } = funnelDefaults()
  const { s1, s2 } = stages
  if (!s1 || !s2) throw new RangeError('The default funnel lacks the stages s1 and s2.')
  return {
    ...rest,
    label: 'From the catalogue to the shelf',
    items: 'songs',
    about: 'Song recommendation',
    sla: 200,
    qps: 20_000,
    stages: {
      s1: { ...s1, model: 'two-tower + ANN', objective: 'latency and recall', recall: 0.95, p99: 23 },
      s2: { ...s2, model: 'multi-task DNN', objective: 'precision', recall: 0.9, p99: 70, costPerItemUs: 5 },
    },
  }
}

/** What stands before and after the model: the stages, the data, the proof. */
function plan(): PlacedShape[] {
  return [
    component(['catalogue', 2, 40, 560], 'sql-db', 'Song catalogue', { rows: 100_000_000 }),
    component(['retrieval', 2, 416, 564], 'candidate-generator', 'Retrieval', {
      itemsIn: 100_000_000,
      itemsOut: 10_000,
    }),
    component(['ranking', 2, 816, 564], 'ranker', 'Ranking', { itemsIn: 10_000, itemsOut: 100 }),
    component(['shelf', 2, 1252, 564], 'client', 'Home shelf'),
    component(['baseline', 2, 824, 720], 'heuristic', 'Popular in the country'),
    component(['actions', 3, 40, 640], 'event-stream', 'Plays, skips, saves', { events: 93_000 }),
    component(['session', 3, 480, 552], 'stream-processor', 'Last 5 songs', { lag_s: 60 }),
    component(['taste', 3, 944, 544], 'feature-store', 'Listener and song features', { mode: 'both' }),
    component(['labels', 3, 480, 728], 'batch-job', 'Label and join', { freshness_h: 24 }),
    component(['examples', 3, 952, 716], 'training-dataset', 'Training set', { split: '4 weeks' }),
    component(['candidate', 5, 40, 536], 'model-registry', 'Candidate', { version: 'v8' }),
    component(['gate', 5, 464, 540], 'offline-eval', 'Offline gate'),
    component(['test', 5, 816, 544], 'ab-platform', 'A/B test by listener', { trafficSplit: '50 : 50' }),
    component(['outcome', 5, 1208, 544], 'dashboard', 'Minutes of unheard songs'),
  ]
}

function release(): PlacedShape[] {
  return [
    component(['log', 6, 40, 568], 'prediction-log', 'Served features and scores'),
    component(['drift', 6, 456, 496], 'drift-monitor', 'Data and model drift', { threshold: 'PSI > 0.25' }),
    component(['outcomes', 6, 456, 672], 'dashboard', 'Skip rate by slice'),
    component(['alert', 6, 888, 580], 'alert', 'Retrain or roll back'),
    component(['retrain', 6, 1208, 584], 'training-job', 'Train both towers', { freshness_h: 24 }),
    component(['registry', 7, 40, 560], 'model-registry', 'Model registry', { version: 'v7' }),
    component(['cicd', 7, 448, 568], 'ci-cd', 'CI/CD, canary 1 → 10 → 50 %', { canary: true }),
    component(['server', 7, 832, 568], 'model-server', 'Ranker on Kubernetes', { replicas: 200, p99: 60 }),
    component(['popular', 7, 1208, 568], 'fallback', 'Popular list', { p99: 3 }),
  ]
}

const links: readonly PlacedLink[] = [
  { from: 'client', to: 'gateway', mode: 'sync', label: 'GET /home' },
  { from: 'gateway', to: 'reco', mode: 'sync', label: 'user id, context' },
  { from: 'reco', to: 'features', mode: 'sync', label: 'features', seq: 1 },
  {
    from: 'reco',
    to: 'two-tower',
    mode: 'sync',
    label: 'user vector',
    seq: 2,
    ends: [
      ['bottom', 0.3],
      ['top', 0.62],
    ],
  },
  { from: 'reco', to: 'funnel', mode: 'sync', label: 'top 100', seq: 3, ends: [['bottom', 0.75], 'top'] },
  { from: 'client', to: 'events', mode: 'stream', label: 'plays, skips', ends: ['bottom', 'left'] },
  { from: 'events', to: 'lake', mode: 'batch', label: 'hourly' },
  {
    from: 'lake',
    to: 'two-tower',
    mode: 'batch',
    label: 'daily training set',
    ends: ['top', ['bottom', 0.714]],
  },
  {
    from: 'two-tower',
    to: 'ann',
    mode: 'batch',
    label: 'song vectors, every 6 h',
    ends: [['right', 0.9], 'left'],
  },
  { from: 'funnel', to: 'ann', mode: 'sync', label: 'nearest 10,000', ends: [['bottom', 0.5], 'top'] },
  { from: 'catalogue', to: 'retrieval', mode: 'sync', label: '100 M songs' },
  { from: 'retrieval', to: 'ranking', mode: 'sync', label: '10,000' },
  { from: 'ranking', to: 'shelf', mode: 'sync', label: '100' },
  {
    from: 'baseline',
    to: 'shelf',
    mode: 'sync',
    label: 'to compare with',
    ends: ['right', 'bottom'],
  },
  { from: 'actions', to: 'session', mode: 'stream', label: 'as they happen', ends: ['top', 'left'] },
  { from: 'session', to: 'taste', mode: 'stream', label: 'within a minute' },
  { from: 'actions', to: 'labels', mode: 'batch', label: 'daily', ends: ['bottom', 'left'] },
  { from: 'labels', to: 'examples', mode: 'batch', label: 'rows' },
  { from: 'taste', to: 'examples', mode: 'batch', label: 'values as of the event', ends: ['bottom', 'top'] },
  { from: 'candidate', to: 'gate', mode: 'control', label: 'new version' },
  { from: 'gate', to: 'test', mode: 'control', label: 'passed' },
  { from: 'test', to: 'outcome', mode: 'batch', label: 'by group, daily' },
  {
    from: 'log',
    to: 'drift',
    mode: 'stream',
    label: 'score and feature statistics',
    ends: ['top', 'left'],
  },
  { from: 'drift', to: 'alert', mode: 'control', label: 'PSI > 0.25', ends: ['right', 'top'] },
  { from: 'log', to: 'outcomes', mode: 'batch', label: 'joined with plays', ends: ['bottom', 'left'] },
  { from: 'outcomes', to: 'alert', mode: 'control', label: 'skips rise', ends: ['right', 'bottom'] },
  { from: 'alert', to: 'retrain', mode: 'control', label: 'retrain' },
  { from: 'registry', to: 'cicd', mode: 'control', label: 'approved version' },
  { from: 'cicd', to: 'server', mode: 'control', label: 'deploy' },
  { from: 'server', to: 'popular', mode: 'sync', label: 'on timeout', optional: true },
]
