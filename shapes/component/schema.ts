import { createShapePropsMigrationSequence, type RecordProps, type TLBaseShape } from '@tldraw/tlschema'
import { T } from '@tldraw/validate'
import type { PropertyValue } from '../../src/domain/design.ts'
import { ZONES, type Zone } from '../../src/domain/kinds.ts'
import { propertyValues } from '../shared/propertyValues.ts'

export const COMPONENT = 'component'

export interface ComponentProps {
  w: number
  h: number
  /** A kind of the catalog; an id from a newer version is kept and drawn as a plain box. */
  kind: string
  label: string
  /** Where it runs, if not where its lane or its kind says. */
  zone: Zone | null
  /** By property id, in base units; a property without a value is absent. */
  values: Record<string, PropertyValue>
}

export type ComponentShape = TLBaseShape<typeof COMPONENT, ComponentProps>

export const componentProps: RecordProps<ComponentShape> = {
  w: T.nonZeroNumber,
  h: T.nonZeroNumber,
  kind: T.string,
  label: T.string,
  zone: T.literalEnum(...ZONES).nullable(),
  values: propertyValues,
}

export const componentMigrations = createShapePropsMigrationSequence({ sequence: [] })
