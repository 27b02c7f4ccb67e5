import type { TLRecord } from '@tldraw/tlschema'
import { isEqual } from '@tldraw/utils'
import { funnelDefaults } from '../../../shapes/funnel/defaults.ts'
import { FUNNEL } from '../../../shapes/funnel/schema.ts'
import { layerStackDefaults } from '../../../shapes/layer-stack/defaults.ts'
import { LAYER_STACK } from '../../../shapes/layer-stack/schema.ts'
import { twoTowerDefaults } from '../../../shapes/two-tower/defaults.ts'
import { TWO_TOWER } from '../../../shapes/two-tower/schema.ts'

const NEW: Readonly<Record<string, () => object>> = {
  [FUNNEL]: funnelDefaults,
  [TWO_TOWER]: twoTowerDefaults,
  [LAYER_STACK]: layerStackDefaults,
}

/** Ids of the composites that say nothing else than a new one, whatever their size. */
export function untouchedIn(records: readonly TLRecord[]): ReadonlySet<string> {
  return new Set(records.filter(isUntouched).map(({ id }) => id))
}

function isUntouched(record: TLRecord): boolean {
  if (record.typeName !== 'shape') return false
  const isKnown = Object.hasOwn(NEW, record.type)
  return isKnown && isEqual(saidIn(record.props), saidIn(NEW[record.type]?.() ?? {}))
}

function saidIn(props: object): Record<string, unknown> {
  return Object.fromEntries(Object.entries(props).filter(([key]) => key !== 'w' && key !== 'h'))
}
