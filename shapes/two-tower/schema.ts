import { createShapePropsMigrationSequence, type RecordProps, type TLBaseShape } from '@tldraw/tlschema'
import type { IndexKey } from '@tldraw/utils'
import { T } from '@tldraw/validate'
import { ZONES, type Zone } from '../../src/domain/kinds.ts'

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
  /** Where and as which version it runs, e.g. "v7". */
  version: string
}

export interface TwoTowerProps {
  w: number
  h: number
  label: string
  zone: Zone | null
  query: Tower
  item: Tower
  similarity: 'cosine' | 'dot'
  loss: string
  negatives: string
}

export type TwoTowerShape = TLBaseShape<typeof TWO_TOWER, TwoTowerProps>

const lines = T.dict(T.string, T.object<TowerLine>({ order: T.indexKey, text: T.string }))

const tower = T.object<Tower>({
  name: T.string,
  inputs: lines,
  layers: lines,
  dim: T.positiveInteger.nullable(),
  version: T.string,
})

export const twoTowerProps: RecordProps<TwoTowerShape> = {
  w: T.nonZeroNumber,
  h: T.nonZeroNumber,
  label: T.string,
  zone: T.literalEnum(...ZONES).nullable(),
  query: tower,
  item: tower,
  similarity: T.literalEnum('cosine', 'dot'),
  loss: T.string,
  negatives: T.string,
}

export const twoTowerMigrations = createShapePropsMigrationSequence({ sequence: [] })
