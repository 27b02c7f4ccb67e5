import type { Vocabulary } from '../src/domain/designFile/reading.ts'
import { KIND_IDS } from '../src/domain/kinds.ts'
import { findCard } from './cards/list.ts'
import { findKind } from './catalog/index.ts'
import { findProperty } from './catalog/properties.ts'
import { FUNNEL } from './funnel/schema.ts'
import { LAYER_STACK } from './layer-stack/schema.ts'
import { TWO_TOWER } from './two-tower/schema.ts'

const COMPOSITES: readonly string[] = [FUNNEL, TWO_TOWER, LAYER_STACK]
const KINDS = new Set<string>([...KIND_IDS, ...COMPOSITES])
/** Everything that a design file may name. */
export const vocabulary: Vocabulary = {
  hasKind: (kind) => KINDS.has(kind) || findKind(kind) !== undefined,
  zoneOf: (kind) => findKind(kind)?.zone,
  propertyOf: findProperty,
  hasComposite: (type) => COMPOSITES.includes(type),
  hasCard: (type) => findCard(type) !== undefined,
}
