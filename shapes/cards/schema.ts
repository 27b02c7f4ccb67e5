import { createShapePropsMigrationSequence, type RecordProps, type TLBaseShape } from '@tldraw/tlschema'
import type { IndexKey } from '@tldraw/utils'
import { T } from '@tldraw/validate'
import type { PropertyValue } from '../../src/domain/design.ts'
import { propertyValues } from '../shared/propertyValues.ts'

export const CARD = 'card'

/** A row of a card's table. Keyed by a short id, as its cells are, so that two people editing two cells lose nothing. */
interface StoredRow {
  /** Fractional index: rows are shown in its order. */
  order: IndexKey
  /** By the column's id. What this version does not know is kept. */
  cells: Record<string, PropertyValue>
}

/** A column that somebody added. */
interface StoredColumn {
  order: IndexKey
  name: string
}

export interface CardProps {
  w: number
  h: number
  /** The id of a card of the list, or one that this version does not know. */
  card: string
  title: string
  fields: Record<string, PropertyValue>
  columns: Record<string, StoredColumn>
  rows: Record<string, StoredRow>
}

export type CardShape = TLBaseShape<typeof CARD, CardProps>

export const cardShapeProps: RecordProps<CardShape> = {
  w: T.nonZeroNumber,
  h: T.nonZeroNumber,
  card: T.string,
  title: T.string,
  fields: propertyValues,
  columns: T.dict(T.string, T.object<StoredColumn>({ order: T.indexKey, name: T.string })),
  rows: T.dict(T.string, T.object<StoredRow>({ order: T.indexKey, cells: propertyValues })),
}

export const cardMigrations = createShapePropsMigrationSequence({ sequence: [] })
