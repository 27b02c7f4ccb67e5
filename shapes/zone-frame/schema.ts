import { createShapePropsMigrationSequence, type RecordProps, type TLBaseShape } from '@tldraw/tlschema'
import { T } from '@tldraw/validate'
import type { PropertyValue } from '../../src/domain/design.ts'
import { ZONES, type Zone } from '../../src/domain/kinds.ts'
import { propertyValues } from '../shared/propertyValues.ts'

export const ZONE_FRAME = 'zone-frame'

/** zone: a lane, which is no part of the system. k8s-cluster: a cluster, which is one. */
const ZONE_FRAME_KINDS = ['zone', 'k8s-cluster'] as const
export type ZoneFrameKind = (typeof ZONE_FRAME_KINDS)[number]

export interface ZoneFrameProps {
  w: number
  h: number
  kind: ZoneFrameKind
  /** Empty: it is called by its zone, or by what it is. */
  label: string
  /** Where everything in it runs that says nothing else; null: it does not say. */
  zone: Zone | null
  /** Of a cluster: by property id, in base units; a property without a value is absent. */
  values: Record<string, PropertyValue>
}

export type ZoneFrameShape = TLBaseShape<typeof ZONE_FRAME, ZoneFrameProps>

export const zoneFrameProps: RecordProps<ZoneFrameShape> = {
  w: T.nonZeroNumber,
  h: T.nonZeroNumber,
  kind: T.literalEnum(...ZONE_FRAME_KINDS),
  label: T.string,
  zone: T.literalEnum(...ZONES).nullable(),
  values: propertyValues,
}

export const zoneFrameMigrations = createShapePropsMigrationSequence({ sequence: [] })
