import type { Zone } from '../../src/domain/kinds.ts'
import type { ZoneFrameKind, ZoneFrameProps } from './schema.ts'

const SIZES: Readonly<Record<ZoneFrameKind, { readonly w: number; readonly h: number }>> = {
  zone: { w: 640, h: 192 },
  'k8s-cluster': { w: 480, h: 256 },
}

/** The properties of a new frame without anything in it. */
export function zoneFrameDefaults(kind: ZoneFrameKind, zone: Zone | null = null): ZoneFrameProps {
  return { ...SIZES[kind], kind, label: '', zone, values: {} }
}
