import type { TLRecord } from '@tldraw/tlschema'
import { isEqual } from '@tldraw/utils'
import { cardDefaults } from '../../../shapes/cards/defaults.ts'
import { findCard } from '../../../shapes/cards/list.ts'
import { CARD, type CardProps } from '../../../shapes/cards/schema.ts'
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

/** Ids of the composites and cards that say nothing else than a new one, whatever their size. */
export function untouchedIn(records: readonly TLRecord[]): ReadonlySet<string> {
  return new Set(records.filter(isUntouched).map(({ id }) => id))
}

function isUntouched(record: TLRecord): boolean {
  if (record.typeName !== 'shape') return false
  const { type, props }: { type: string; props: object } = record
  if (type === CARD) return isUntouchedCard(props as CardProps)
  return Object.hasOwn(NEW, type) && isEqual(saidIn(props), saidIn(NEW[type]?.() ?? {}))
}

/** Its rows and columns may be there from the start; another title is not work on it yet. */
function isUntouchedCard(props: CardProps): boolean {
  const card = findCard(props.card)
  return (
    card !== undefined &&
    isEqual(saidIn({ ...props, title: '' }), saidIn({ ...cardDefaults(card), title: '' }))
  )
}

function saidIn(props: object): Record<string, unknown> {
  return Object.fromEntries(Object.entries(props).filter(([key]) => key !== 'w' && key !== 'h'))
}
