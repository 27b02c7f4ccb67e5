import { findKind } from '../catalog/index.ts'
import { FUNNEL } from '../funnel/schema.ts'
import { TWO_TOWER } from '../two-tower/schema.ts'

const COMPOSITES: ReadonlyMap<string, string> = new Map([
  [FUNNEL, 'Funnel'],
  [TWO_TOWER, 'Two-tower'],
])

/** What a starter button calls its kind; an id that this version does not know stands for itself. */
export function starterName(kind: string): string {
  return COMPOSITES.get(kind) ?? findKind(kind)?.name ?? kind
}
