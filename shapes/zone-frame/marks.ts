import type { Zone } from '../../src/domain/kinds.ts'
import type { Mark } from '../shared/mark.ts'
import type { ZoneFrameProps } from './schema.ts'

/** A ship's wheel. */
const CLUSTER: Mark = [
  { circle: [6, 6, 3.7] },
  { circle: [6, 6, 1.2], fill: 'solid' },
  {
    path: 'M6 4.7L6 .4M7.02 5.19L10.38 2.51M7.27 6.29L11.46 7.25M6.56 7.17L8.43 11.05M5.44 7.17L3.57 11.05M4.73 6.29L.54 7.25M4.98 5.19L1.62 2.51',
  },
]

/** Two lanes, one above the other. */
const LANES: Mark = [{ path: 'M.8 2.2h10.4M.8 6h10.4M.8 9.8h10.4' }]

/** A request that goes through; waves of events; the moon of a nightly run; eyes on it. */
const BY_ZONE: Readonly<Record<Zone, Mark>> = {
  online: [{ path: 'M.8 6h10M7.2 2.4 10.8 6 7.2 9.6' }],
  nearline: [
    { path: 'M.6 4.2c1.8-2.4 3.6-2.4 5.4 0s3.6 2.4 5.4 0M.6 8.6c1.8-2.4 3.6-2.4 5.4 0s3.6 2.4 5.4 0' },
  ],
  offline: [{ path: 'M10.6 7.5A5 5 0 1 1 4.9 1.2 4 4 0 0 0 10.6 7.5z' }],
  ops: [{ path: 'M.6 6C3.6 1.8 8.4 1.8 11.4 6 8.4 10.2 3.6 10.2.6 6z' }, { circle: [6, 6, 1.5] }],
}

/** What stands before a frame's name. */
export function zoneFrameMark({ kind, zone }: Pick<ZoneFrameProps, 'kind' | 'zone'>): Mark {
  if (kind === 'k8s-cluster') return CLUSTER
  return zone ? BY_ZONE[zone] : LANES
}
