import { createShapePropsMigrationSequence, type RecordProps, type TLBaseShape } from '@tldraw/tlschema'
import type { IndexKey } from '@tldraw/utils'
import { T } from '@tldraw/validate'
import { ZONES, type Zone } from '../../src/domain/kinds.ts'
import { LAYER_TYPES, type LayerType } from '../../src/domain/layerStack.ts'

export const LAYER_STACK = 'layer-stack'

/** One layer, keyed by a short id so that concurrent edits merge. */
export interface StackLayer {
  /** Fractional index: layers bottom to top. */
  order: IndexKey
  type: LayerType
  /** Its name or, of another layer, what it is. */
  text: string
  /** How many numbers it puts out. */
  units: number | null
  activation: string
  /** 0 to 1: share that a dropout leaves out. */
  rate: number | null
  /** Of an embedding: rows of its table. */
  rows: number | null
  /** Of a skip connection: the id of the layer whose output it adds. */
  from: string | null
}

export interface LayerStackProps {
  w: number
  h: number
  label: string
  zone: Zone | null
  layers: Record<string, StackLayer>
}

export type LayerStackShape = TLBaseShape<typeof LAYER_STACK, LayerStackProps>

const count = T.nonZeroInteger.nullable()

const share = T.number.check('from 0 to 1', (value) => {
  if (value < 0 || value > 1) throw new RangeError(`Expected a number from 0 to 1, got ${value}`)
})

const layer = T.object<StackLayer>({
  order: T.indexKey,
  type: T.literalEnum(...LAYER_TYPES),
  text: T.string,
  units: count,
  activation: T.string,
  rate: share.nullable(),
  rows: count,
  from: T.string.nullable(),
})

export const layerStackProps: RecordProps<LayerStackShape> = {
  w: T.nonZeroNumber,
  h: T.nonZeroNumber,
  label: T.string,
  zone: T.literalEnum(...ZONES).nullable(),
  layers: T.dict(T.string, layer),
}

export const layerStackMigrations = createShapePropsMigrationSequence({ sequence: [] })
