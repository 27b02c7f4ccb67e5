import { findCard } from '../cards/list.ts'
import { findKind } from '../catalog/index.ts'
import { FUNNEL } from '../funnel/schema.ts'
import { LAYER_STACK } from '../layer-stack/schema.ts'
import { TWO_TOWER } from '../two-tower/schema.ts'
import { ZONE_FRAME } from '../zone-frame/schema.ts'

const NO_KINDS: ReadonlyMap<string, string> = new Map([
  [FUNNEL, 'Funnel'],
  [TWO_TOWER, 'Two-tower'],
  [LAYER_STACK, 'Layer stack'],
  [ZONE_FRAME, 'Zone frame'],
  ['k8s-cluster', 'Cluster frame'],
])

/** What a starter button calls its kind; an id that this version does not know stands for itself. */
export function starterName(kind: string): string {
  const card = kind.startsWith('card-') ? findCard(kind) : undefined
  return NO_KINDS.get(kind) ?? findKind(kind)?.name ?? card?.name ?? kind
}
