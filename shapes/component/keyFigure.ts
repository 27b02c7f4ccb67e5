import type { PropertyValue } from '../../src/domain/design.ts'
import { formatCount, formatNumber } from '../../src/domain/units.ts'
import type { ComponentKind } from '../catalog/kind.ts'
import { findProperty } from '../catalog/properties.ts'

const PLACEHOLDER = /\{(\w+)\}/g

/** The property ids that a template such as `{itemsIn} → {itemsOut}` names. */
export function namedProperties(template: string): string[] {
  return [...template.matchAll(PLACEHOLDER)].map(([, id = '']) => id)
}

/** What stands under a component's label: the first of its kind's figures that has all its values; or nothing. */
export function keyFigure(
  kind: ComponentKind | undefined,
  values: Readonly<Record<string, PropertyValue>>,
): string {
  for (const template of kind?.figures ?? []) {
    const texts = new Map(namedProperties(template).map((id) => [id, shortValue(id, values[id])]))
    if ([...texts.values()].every(Boolean))
      return template.replace(PLACEHOLDER, (_, id) => texts.get(id) ?? '')
  }
  return ''
}

function shortValue(id: string, value: PropertyValue | undefined): string {
  const property = findProperty(id)
  if (value === undefined || !property) return ''
  if (property.type === 'number')
    return typeof value === 'number' ? shortNumber(value, property.rule.unit) : ''
  if (property.type === 'flag') return value === true ? property.label.toLowerCase() : ''
  if (property.type === 'list') return Array.isArray(value) && value.length > 0 ? String(value.length) : ''
  return typeof value === 'string' ? value.trim() : ''
}

function shortNumber(value: number, unit: Parameters<typeof formatNumber>[1]): string {
  return unit === 'share' ? `${formatCount(100 * value)}%` : formatNumber(value, unit)
}
