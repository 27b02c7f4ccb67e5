import { catalog } from '../../shapes/catalog/index.ts'
import type { ComponentKind, UsualLink } from '../../shapes/catalog/kind.ts'
import { componentDefaults } from '../../shapes/component/defaults.ts'
import { COMPONENT } from '../../shapes/component/schema.ts'
import { funnelDefaults } from '../../shapes/funnel/defaults.ts'
import { FUNNEL } from '../../shapes/funnel/schema.ts'
import { twoTowerDefaults } from '../../shapes/two-tower/defaults.ts'
import { TWO_TOWER } from '../../shapes/two-tower/schema.ts'
import type { GroupId } from '../domain/kinds.ts'

/** Something that can be put on a board: a kind of the catalog or a composite. */
export interface Insertable {
  readonly id: string
  readonly name: string
  readonly synonyms: readonly string[]
  readonly code: string
  readonly group: GroupId | 'composites'
  /** One line: what it is for. */
  readonly purpose: string
  readonly usualLinks: readonly UsualLink[]
  /** Absent: a composite. */
  readonly kind?: ComponentKind
  readonly shapeType: string
  readonly defaults: () => { readonly w: number; readonly h: number }
}

const composites: readonly Insertable[] = [
  {
    id: TWO_TOWER,
    name: 'Two-tower model',
    synonyms: ['dual encoder', 'bi-encoder', 'siamese towers', 'retrieval model'],
    code: 'tt',
    group: 'composites',
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
    shapeType: TWO_TOWER,
    defaults: twoTowerDefaults,
  },
  {
    id: FUNNEL,
    name: 'Funnel',
    synonyms: ['cascade', 'multi-stage ranking', 'retrieval and ranking', 'recommendation stages'],
    code: 'fu',
    group: 'composites',
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
    shapeType: FUNNEL,
    defaults: funnelDefaults,
  },
]

function ofKind(kind: ComponentKind): Insertable {
  const { id, name, synonyms, code, group, purpose, usualLinks } = kind
  const defaults = () => componentDefaults(kind)
  return { id, name, synonyms, code, group, purpose, usualLinks, kind, shapeType: COMPONENT, defaults }
}

/** Everything that can be put on a board, composites first. */
export const insertables: readonly Insertable[] = [...composites, ...catalog.map(ofKind)]

const byId = new Map(insertables.map((insertable) => [insertable.id, insertable]))

/** The insertable of a kind or composite; undefined for what this version does not know. */
export function findInsertable(id: string): Insertable | undefined {
  return byId.get(id)
}
