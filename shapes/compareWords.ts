import type { Words } from '../src/domain/compare/words.ts'
import type { NumberRule } from '../src/domain/units.ts'
import { findCard } from './cards/list.ts'
import { requirement } from './cards/requirement.ts'
import { findKind } from './catalog/index.ts'
import { findProperty } from './catalog/properties.ts'

const COMPOSITE_NAMES = new Map([
  ['two-tower', 'Two-tower model'],
  ['funnel', 'Funnel'],
  ['layer-stack', 'Layer stack'],
])

/** How a comparison calls what it names. */
export const compareWords: Words = {
  kindName: (kind) => findKind(kind)?.name ?? COMPOSITE_NAMES.get(kind) ?? kind,
  propertyOf: (id) => withUnit(findProperty(id)),
  requirementOf: (id) => withUnit(requirement.fields.find((field) => field.id === id)),
  cardName: (type) => findCard(type)?.name ?? type,
  fieldOf: (type, id) => withUnit(findCard(type)?.fields.find((field) => field.id === id)),
}

function withUnit(field: { readonly label: string; readonly rule?: NumberRule } | undefined) {
  if (!field) return undefined
  const { label, rule } = field
  return rule ? { label, unit: rule.unit } : { label }
}
