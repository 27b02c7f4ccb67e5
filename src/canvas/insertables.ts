import type { Card } from '../../shapes/cards/card.ts'
import { cardDefaults } from '../../shapes/cards/defaults.ts'
import { cards } from '../../shapes/cards/list.ts'
import type { CardShape } from '../../shapes/cards/schema.ts'
import { catalog } from '../../shapes/catalog/index.ts'
import type { ComponentKind, UsualLink } from '../../shapes/catalog/kind.ts'
import { componentDefaults } from '../../shapes/component/defaults.ts'
import type { ComponentShape } from '../../shapes/component/schema.ts'
import { funnelDefaults } from '../../shapes/funnel/defaults.ts'
import type { FunnelShape } from '../../shapes/funnel/schema.ts'
import { layerStackDefaults } from '../../shapes/layer-stack/defaults.ts'
import type { LayerStackShape } from '../../shapes/layer-stack/schema.ts'
import { twoTowerDefaults } from '../../shapes/two-tower/defaults.ts'
import type { TwoTowerShape } from '../../shapes/two-tower/schema.ts'
import { zoneFrameDefaults } from '../../shapes/zone-frame/defaults.ts'
import { ZONE_FRAME_NAMES } from '../../shapes/zone-frame/names.ts'
import type { ZoneFrameKind, ZoneFrameShape } from '../../shapes/zone-frame/schema.ts'
import { type GroupId, ZONES, type Zone } from '../domain/kinds.ts'

// Not from the schemas, whose validators only a board needs: the page of all shapes is read without them.
const COMPONENT: ComponentShape['type'] = 'component'
const FUNNEL: FunnelShape['type'] = 'funnel'
const TWO_TOWER: TwoTowerShape['type'] = 'two-tower'
const CARD: CardShape['type'] = 'card'
const LAYER_STACK: LayerStackShape['type'] = 'layer-stack'
const ZONE_FRAME: ZoneFrameShape['type'] = 'zone-frame'

/** Something that can be put on a board: a kind of the catalog, a composite, a card or a frame. */
export interface Insertable {
  readonly id: string
  readonly name: string
  readonly synonyms: readonly string[]
  readonly code: string
  readonly group: GroupId | 'composites' | 'cards' | 'frames'
  /** Where it runs unless the board says otherwise; null: it runs nowhere, as frames and cards. */
  readonly zone: Zone | null
  /** One line: what it is for. */
  readonly purpose: string
  readonly usualLinks: readonly UsualLink[]
  /** What often goes wrong with it, a sentence each. */
  readonly watchOut: readonly string[]
  /** Absent: a composite, a card or a frame. */
  readonly kind?: ComponentKind
  /** A frame: it is drawn around the selection, and no link ends at it. */
  readonly frame?: ZoneFrameKind
  /** Something to fill in; no link ends at it. */
  readonly card?: Card
  readonly shapeType: string
  /** @param synonym the one by which it was found, where that says more than the name */
  readonly defaults: (synonym?: string | null) => { readonly w: number; readonly h: number }
}

const composites: readonly Insertable[] = [
  {
    id: TWO_TOWER,
    name: 'Two-tower model',
    synonyms: ['dual encoder', 'bi-encoder', 'siamese towers', 'retrieval model'],
    code: 'tt',
    group: 'composites',
    zone: 'offline',
    purpose: 'Query and item vectors that meet in a dot product, for retrieval',
    usualLinks: [
      { to: 'ann-index', mode: 'batch', label: 'item vectors' },
      { to: 'funnel', mode: 'sync', label: 'candidates' },
      { to: 'model-registry', mode: 'batch', label: 'version' },
      { to: 'ranker', mode: 'sync', label: 'candidates' },
      { to: 'orchestrator', mode: 'sync', label: 'user vector' },
      { to: 'candidate-generator', mode: 'sync', label: 'user vector' },
      { to: 'offline-eval', mode: 'batch', label: 'candidate' },
      { to: 'feature-store', mode: 'sync', label: 'features' },
      { to: 'embedding-store', mode: 'batch', label: 'item vectors' },
      { to: 'kv-store', mode: 'batch', label: 'vectors' },
      { to: 'object-store', mode: 'batch', label: 'vectors' },
      { to: 'prediction-log', mode: 'stream', label: 'vectors, version' },
    ],
    watchOut: [
      'Served as one box, it computes item vectors again in every request: fill the index ahead, and call the query tower alone.',
      'Vectors of different versions or sizes cannot be compared: replace both towers and the index together.',
    ],
    shapeType: TWO_TOWER,
    defaults: twoTowerDefaults,
  },
  {
    id: FUNNEL,
    name: 'Funnel',
    synonyms: ['cascade', 'multi-stage ranking', 'retrieval and ranking', 'recommendation stages'],
    code: 'fu',
    group: 'composites',
    zone: 'online',
    purpose: 'Millions of items narrowed stage by stage, with counts and latency',
    usualLinks: [
      { to: 'ann-index', mode: 'sync', label: 'top k' },
      { to: 'feature-store', mode: 'sync', label: 'features' },
      { to: 'two-tower', mode: 'sync', label: 'user vector' },
      { to: 'prediction-log', mode: 'stream', label: 'features, scores' },
      { to: 'fallback', mode: 'sync', label: 'on timeout' },
      { to: 'reranker', mode: 'sync', label: 'top items' },
      { to: 'rules-filter', mode: 'sync', label: 'candidates' },
      { to: 'policy', mode: 'sync', label: 'scores' },
      { to: 'search-index', mode: 'sync', label: 'query' },
      { to: 'model-server', mode: 'sync', label: 'score' },
      { to: 'orchestrator', mode: 'sync', label: 'ranked list' },
      { to: 'service', mode: 'sync', label: 'ranked list' },
      { to: 'cache', mode: 'sync', label: 'lookup' },
      { to: 'kv-store', mode: 'sync', label: 'lookup' },
      { to: 'event-stream', mode: 'stream', label: 'impressions' },
      { to: 'drift-monitor', mode: 'stream', label: 'scores' },
      { to: 'offline-eval', mode: 'batch', label: 'candidate' },
    ],
    watchOut: [
      'What the first stage loses, no later stage brings back: judge it by recall, and leave precision to the last.',
      'A stage takes in what the one before lets through, or less; a heavy model first scores nearly everything.',
    ],
    shapeType: FUNNEL,
    defaults: funnelDefaults,
  },
  {
    id: LAYER_STACK,
    name: 'Layer stack',
    synonyms: ['neural network', 'architecture', 'layers', 'MLP', 'model block diagram', 'deep network'],
    code: 'lst',
    group: 'composites',
    zone: 'offline',
    purpose: 'A model’s inside, layer by layer, with the parameters of each',
    usualLinks: [
      { to: 'training-job', mode: 'batch', label: 'architecture' },
      { to: 'model-registry', mode: 'batch', label: 'version' },
      { to: 'model-server', mode: 'batch', label: 'weights' },
      { to: 'offline-eval', mode: 'batch', label: 'candidate' },
      { to: 'calibrator', mode: 'sync', label: 'scores' },
      { to: 'two-tower', mode: 'batch', label: 'inside of a tower' },
    ],
    watchOut: [
      'Nearly all parameters of a recommender are in its embedding tables: say how many rows they have.',
      'A skip connection adds what it began with: both ends have as many numbers, or it goes through a dense layer.',
    ],
    shapeType: LAYER_STACK,
    defaults: layerStackDefaults,
  },
]

/** The id of the insertable that makes such frames. */
export function zoneFrameId(kind: ZoneFrameKind): string {
  return kind === 'zone' ? ZONE_FRAME : kind
}

/** The zone that a synonym such as “offline lane” says; null: none. */
function zoneIn(synonym: string | null | undefined) {
  return ZONES.find((zone) => synonym?.split(' ').includes(zone)) ?? null
}

const frames: readonly Insertable[] = [
  {
    id: zoneFrameId('zone'),
    name: 'Zone frame',
    synonyms: ['lane', 'swimlane', ...ZONES.map((zone) => `${zone} lane`), 'trust boundary'],
    code: 'zone',
    group: 'frames',
    zone: null,
    purpose: 'A lane: everything in it runs online, nearline, offline or in ops',
    usualLinks: [],
    watchOut: [
      'A call from the online lane into the offline one makes a user wait for seconds or minutes.',
      'A component whose zone somebody chose keeps it in any lane.',
    ],
    frame: 'zone',
    shapeType: ZONE_FRAME,
    defaults: (synonym) => zoneFrameDefaults('zone', zoneIn(synonym)),
  },
  {
    id: zoneFrameId('k8s-cluster'),
    name: ZONE_FRAME_NAMES['k8s-cluster'],
    synonyms: ['k8s', 'GKE', 'EKS', 'node pool', 'cluster frame'],
    code: 'k8s',
    group: 'release',
    zone: 'online',
    purpose: 'Holds what is deployed together: drawn around it, never in the request path',
    usualLinks: [],
    watchOut: [
      'A cluster is no hop: links end at the services in it, and latency and replicas are written there.',
      'Scaling by CPU comes too late for a model that waits for its GPU or for a batch to fill: scale by requests in flight.',
    ],
    frame: 'k8s-cluster',
    shapeType: ZONE_FRAME,
    defaults: () => zoneFrameDefaults('k8s-cluster'),
  },
]

/** The id of the insertable that makes cards of that type. */
export function cardInsertableId(card: string): string {
  return `card-${card}`
}

function ofCard(card: Card): Insertable {
  const { id, name, synonyms, code, purpose, watchOut } = card
  return {
    ...{ id: cardInsertableId(id), name, synonyms, code, purpose, watchOut },
    ...{ group: 'cards', zone: null, usualLinks: [], card, shapeType: CARD },
    defaults: () => cardDefaults(card),
  }
}

function ofKind(kind: ComponentKind): Insertable {
  const { id, name, synonyms, code, group, zone, purpose, usualLinks, watchOut } = kind
  const defaults = () => componentDefaults(kind)
  return {
    id,
    name,
    synonyms,
    code,
    group,
    zone,
    purpose,
    usualLinks,
    watchOut,
    kind,
    shapeType: COMPONENT,
    defaults,
  }
}

/** Everything that can be put on a board. Of two that are found alike, the parts of a system come before cards. */
export const insertables: readonly Insertable[] = [
  ...composites,
  ...catalog.map(ofKind),
  ...frames,
  ...cards.map(ofCard),
]

const byId = new Map(insertables.map((insertable) => [insertable.id, insertable]))

/** The insertable of a kind, composite, card or frame; undefined for what this version does not know. */
export function findInsertable(id: string): Insertable | undefined {
  return byId.get(id)
}
