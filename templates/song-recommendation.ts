import { componentDefaults } from '../shapes/component/defaults.ts'
import { COMPONENT } from '../shapes/component/schema.ts'
import { funnelDefaults } from '../shapes/funnel/defaults.ts'
import { FUNNEL, type FunnelProps } from '../shapes/funnel/schema.ts'
import { twoTowerDefaults } from '../shapes/two-tower/defaults.ts'
import { TWO_TOWER, type TwoTowerProps } from '../shapes/two-tower/schema.ts'
import type { PropertyValue } from '../src/domain/design.ts'
import { sevenSteps as framework } from './frameworks/seven-steps.ts'
import { type PlacedLink, type PlacedShape, place } from './place.ts'
import type { Template } from './template.ts'
import { textBlock } from './textBlock.ts'

const title = 'Song recommendation'

/** A finished design to look around in: 100 M songs, the 100 worth showing, and everything between. */
export const songRecommendation: Template = {
  id: 'song-recommendation',
  title,
  records: () =>
    place({ title, framework, slot: 45, shapes: [...system(), ...release(), ...writing()], links }),
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
    component(['client', 4, 16, 80], 'client', 'Mobile app', { qps: 20_000 }),
    component(['gateway', 4, 216, 88], 'api-gateway', 'API gateway', { p99: 5 }),
    component(['reco', 4, 480, 84], 'orchestrator', 'Recommendation service', { p99: 5, replicas: 60 }),
    component(['features', 4, 808, 80], 'feature-store', 'Feature store', { mode: 'both', p99: 10 }),
    { name: 'two-tower', step: 4, x: 168, y: 248, type: TWO_TOWER, props: { ...twoTower() } },
    { name: 'funnel', step: 4, x: 784, y: 248, type: FUNNEL, props: { ...funnel() } },
    component(['events', 4, 168, 776], 'event-stream', 'Play and skip events', { qps: 1_000_000 }),
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
  const { query, item, ...rest } = twoTowerDefaults()
  return {
    ...rest,
    label: 'Two-tower model',
    query: { ...query, version: 'online, v7' },
    item: {
      ...item,
      version: 'batch, v7',
      inputs: {
        ...item.inputs,
        i1: { ...item.inputs.i1, text: 'track id' },
        i2: { ...item.inputs.i2, text: 'audio' },
      } as TwoTowerProps['item']['inputs'],
    },
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
    stages: {
      s1: { ...s1, model: 'two-tower + ANN', objective: 'latency and recall', recall: 0.95, p99: 23 },
      s2: { ...s2, model: 'multi-task DNN', objective: 'precision', recall: 0.9, p99: 70, costPerItemUs: 5 },
    },
  }
}

function release(): PlacedShape[] {
  return [
    component(['log', 6, 40, 320], 'prediction-log', 'Served features and scores'),
    component(['drift', 6, 400, 328], 'drift-monitor', 'Data and model drift'),
    component(['alert', 6, 760, 312], 'alert', 'Retrain or roll back'),
    component(['registry', 7, 40, 328], 'model-registry', 'Model registry', { version: 'v7' }),
    component(['cicd', 7, 400, 336], 'ci-cd', 'CI/CD, canary 1 → 10 → 50 %', { canary: true }),
    component(['server', 7, 760, 336], 'model-server', 'Ranker on Kubernetes', { replicas: 200, p99: 60 }),
  ]
}

function writing(): PlacedShape[] {
  const lines = (name: string, step: number, ...texts: string[]) =>
    textBlock({ name, step, x: 40, y: 104, w: 1_200 }, texts.join('\n'))
  return [
    lines(
      'requirements',
      1,
      'Goal: more minutes of songs not heard before, without more skips.',
      'Scale: 200 M listeners a day, about 3 visits each: 6.9 k requests a second, 20 k at peak. 100 M songs, 100 k new a day.',
      'Latency: p99 200 ms for the shelf.',
      'Freshness: a new release within 24 h; the last song played within a minute.',
      'Data: plays, skips, likes, playlist adds with timestamps; audio and metadata. Few explicit ratings.',
      'Constraints: licences by country; 5 % of the listeners of a day are new.',
    ),
    lines(
      'framing',
      2,
      'Given a listener, the context and the last actions, predict P(a song is played for 30 s or saved), to decide which songs the home screen shows.',
      'Two stages: retrieval cuts 100 M songs to 10,000 (latency and recall), ranking cuts these to 100 (precision).',
      'Baseline: popular in the country. Primary metric: minutes of unheard songs a listener. Guardrail: skip rate.',
    ),
    lines(
      'data',
      3,
      'Positive: played for 30 s, or saved. Negative: skipped within 10 s; songs never shown are sampled.',
      'Features: listener (taste vector, 30-day genres), song (audio, age, plays in 1, 7, 28 days), context (hour, device, last 5 songs).',
      'Affinity to the artist is a cross feature: only the ranker may use it.',
      'Split by time: train on 4 weeks, leave out a day, validate on 3 days, test on the last 3.',
    ),
    lines(
      'evaluation',
      5,
      'Retrieval: recall@10k. Ranking: nDCG@20, AUC per head, calibration. Coverage of the catalogue, share of new artists.',
      'Offline gate, then shadow, then canary, then an A/B test by listener for two weeks or more.',
      'Guardrails online: skip rate, session length, p99, complaints.',
    ),
    lines(
      'monitoring',
      6,
      'Before labels arrive: null rates, feature freshness, PSI of the score (0.25 sets off an alert). After: skip rate by slice.',
    ),
    lines(
      'rollout',
      7,
      'Towers and index carry one version and are released together. On a timeout the service answers with the popular list.',
    ),
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
  { from: 'log', to: 'drift', mode: 'stream', label: 'score and feature statistics' },
  { from: 'drift', to: 'alert', mode: 'control', label: 'PSI > 0.25' },
  { from: 'registry', to: 'cicd', mode: 'control', label: 'approved version' },
  { from: 'cicd', to: 'server', mode: 'control', label: 'deploy' },
]
