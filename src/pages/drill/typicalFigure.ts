import type { ComponentKind } from '../../../shapes/catalog/kind.ts'
import { findProperty } from '../../../shapes/catalog/properties.ts'
import { isExample } from '../../../shapes/component/typicalText.ts'

/** A figure that is usual for the kind, in words; nothing where the catalog has none. */
export function typicalFigure({ properties }: ComponentKind): string {
  for (const { id, typical } of properties) {
    const label = findProperty(id)?.label
    if (typical && label) return `${label}${isExample(typical.text) ? ', e.g.' : ':'} ${typical.text}.`
  }
  return ''
}
