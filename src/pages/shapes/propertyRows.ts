import type { CardColumn, CardField } from '../../../shapes/cards/card.ts'
import { findKind } from '../../../shapes/catalog/index.ts'
import { findProperty, type Property } from '../../../shapes/catalog/properties.ts'
import { CLUSTER_PROPERTIES } from '../../../shapes/zone-frame/clusterProperties.ts'
import type { Insertable } from '../../canvas/insertables.ts'
import { unitLabel } from '../../domain/units.ts'

interface PropertyRow {
  readonly id: string
  readonly label: string
  /** The unit of a number, else what the property takes. */
  readonly unit: string
  /** What to choose from, where there is a choice. */
  readonly choices: readonly string[]
  readonly typical?: { readonly text: string; readonly source: string } | undefined
}

/** The properties of a composite's parts, each as the kind has it that such a part is. */
const OF_PARTS: Readonly<Record<string, readonly (readonly [kind: string, property: string])[]>> = {
  'two-tower': [
    ['query-tower', 'dim'],
    ['query-tower', 'version'],
    ['query-tower', 'features'],
    ['model', 'loss'],
    ['ann-index', 'items'],
    ['ann-index', 'p99'],
    ['ann-index', 'refresh_h'],
  ],
  funnel: [
    ['candidate-generator', 'itemsIn'],
    ['candidate-generator', 'itemsOut'],
    ['candidate-generator', 'recall'],
    ['ranker', 'p99'],
  ],
}

/** What one can write down of a shape, in the order its inspector has it. */
export function propertyRows({ id, kind, frame, card }: Insertable): PropertyRow[] {
  if (card) return [...card.fields, ...(card.table?.columns ?? [])].map(cardRow)
  const own = frame === 'k8s-cluster' ? CLUSTER_PROPERTIES : kind?.properties
  if (own) return own.flatMap(({ id, typical }) => row(id, typical))
  return (OF_PARTS[id] ?? []).flatMap(([part, property]) => {
    const ofPart = findKind(part)?.properties.find((other) => other.id === property)
    return row(property, ofPart?.typical)
  })
}

function row(id: string, typical: PropertyRow['typical']): PropertyRow[] {
  const property = findProperty(id)
  if (!property) return []
  const choices = property.type === 'choice' ? property.choices : []
  return [{ id, label: property.label, unit: takes(property), choices, typical }]
}

/** A card's field, or a column of its table. */
function cardRow(field: CardField | CardColumn): PropertyRow {
  const choices = field.type === 'choice' ? field.choices : []
  return { id: field.id, label: field.label, unit: takes(field), choices }
}

function takes(property: Property | CardField | CardColumn): string {
  switch (property.type) {
    case 'number':
      return unitLabel(property.rule.unit) || 'count'
    case 'choice':
      return 'one of'
    case 'flag':
      return 'yes, no'
    case 'long':
      return 'text'
    default:
      return property.type
  }
}
