import { createShapePropsMigrationSequence, type RecordProps, type TLBaseShape } from '@tldraw/tlschema'
import type { IndexKey } from '@tldraw/utils'
import { T } from '@tldraw/validate'
import { ZONES, type Zone } from '../../src/domain/kinds.ts'
import { addServingAndCost, dropServingAndCost } from './migrations.ts'
import { FEEDS, type Feed, INDEX_KINDS, type IndexKind, TOWER_VIEWS, type TowerView } from './words.ts'

export const TWO_TOWER = 'two-tower'

/** One line of a tower: an input or a layer, keyed by a short id so that concurrent edits merge. */
export interface TowerLine {
  /** Fractional index: inputs left to right, layers bottom to top. */
  order: IndexKey
  text: string
}

export interface Tower {
  name: string
  inputs: Record<string, TowerLine>
  layers: Record<string, TowerLine>
  /** Length of the vector it puts out. */
  dim: number | null
  /** How it runs, e.g. “online” or “batch”. */
  runs: string
  /** E.g. “v7”. */
  version: string
  /** ms for one vector. */
  p99: number | null
}

/** The index over the item vectors. */
export interface TowerIndex {
  kind: IndexKind
  dim: number | null
  version: string
  items: number | null
  /** Per value of a vector: 4 as float32. */
  bytes: number | null
  /** How many items a search finds. */
  topK: number | null
  p99: number | null
  /** Hours between two fillings. */
  refresh_h: number | null
  fedBy: Feed
}

export interface TwoTowerProps {
  w: number
  h: number
  label: string
  zone: Zone | null
  view: TowerView
  query: Tower
  item: Tower
  similarity: 'cosine' | 'dot'
  loss: string
  negatives: string
  index: TowerIndex
  /** Requests a second. */
  qps: number | null
  /** What one user and one item would cost to score, µs, if every pair went through one model. */
  costPerItemUs: number | null
}

export type TwoTowerShape = TLBaseShape<typeof TWO_TOWER, TwoTowerProps>

const lines = T.dict(T.string, T.object<TowerLine>({ order: T.indexKey, text: T.string }))
const count = T.nonZeroInteger.nullable()
const duration = T.positiveNumber.nullable()
const rate = T.nonZeroNumber.nullable()

const tower = T.object<Tower>({
  name: T.string,
  inputs: lines,
  layers: lines,
  dim: T.positiveInteger.nullable(),
  runs: T.string,
  version: T.string,
  p99: duration,
})

const index = T.object<TowerIndex>({
  kind: T.literalEnum(...INDEX_KINDS),
  dim: count,
  version: T.string,
  items: count,
  bytes: rate,
  topK: count,
  p99: duration,
  refresh_h: rate,
  fedBy: T.literalEnum(...FEEDS),
})

export const twoTowerProps: RecordProps<TwoTowerShape> = {
  w: T.nonZeroNumber,
  h: T.nonZeroNumber,
  label: T.string,
  zone: T.literalEnum(...ZONES).nullable(),
  view: T.literalEnum(...TOWER_VIEWS),
  query: tower,
  item: tower,
  similarity: T.literalEnum('cosine', 'dot'),
  loss: T.string,
  negatives: T.string,
  index,
  qps: rate,
  costPerItemUs: duration,
}

export const twoTowerMigrations = createShapePropsMigrationSequence({
  sequence: [{ id: `com.tldraw.shape.${TWO_TOWER}/1`, up: addServingAndCost, down: dropServingAndCost }],
})
