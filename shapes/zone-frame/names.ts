import type { Zone } from '../../src/domain/kinds.ts'
import type { ZoneFrameProps } from './schema.ts'

const ZONE_NAMES: Readonly<Record<Zone, string>> = {
  online: 'Online',
  nearline: 'Nearline',
  offline: 'Offline',
  ops: 'Ops',
}

/** What a frame of that kind is, as one says it. */
export const ZONE_FRAME_NAMES = { zone: 'Zone', 'k8s-cluster': 'Kubernetes cluster' } as const

/** What a frame is called: as somebody named it, else by its zone or by what it is. */
export function zoneFrameName({
  kind,
  zone,
  label,
}: Pick<ZoneFrameProps, 'kind' | 'zone' | 'label'>): string {
  return label.trim() || (kind === 'zone' && zone ? ZONE_NAMES[zone] : ZONE_FRAME_NAMES[kind])
}

/** The zone, unless the frame's name says it. */
export function unsaidZone(props: Pick<ZoneFrameProps, 'kind' | 'zone' | 'label'>): string {
  const { zone } = props
  return zone && zoneFrameName(props).toLowerCase() !== zone ? zone : ''
}

/** The frame for screen readers: what it is, its name and its zone, each once. */
export function describeZoneFrame(props: ZoneFrameProps): string {
  const [what, name, zone] = [ZONE_FRAME_NAMES[props.kind], zoneFrameName(props), unsaidZone(props)]
  return `${name === what ? what : `${what}: ${name}`}${zone && `, ${zone}`}`
}
