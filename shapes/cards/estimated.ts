import type { Design, PropertyValue } from '../../src/domain/design.ts'
import { estimateText } from '../../src/domain/estimate/estimateWords.ts'
import type { Estimate, Estimator } from '../../src/domain/estimate/estimator.ts'
import { FIGURES, type FigureId } from '../../src/domain/estimate/figures.ts'
import type { CardReading, CardValues } from './card.ts'

/** The estimates by their names, and as what a card shows them. */
type Shown = Readonly<Record<string, string>>

/** What the estimators say of a card by itself, so that the board and the command line never differ. */
export function estimatedReadings(
  type: string,
  { fields }: CardValues,
  estimators: readonly Estimator[],
  shown: Shown,
): CardReading[] {
  return estimatesOf(type, fields, estimators).flatMap((estimate) => {
    const label = Object.hasOwn(shown, estimate.name) ? shown[estimate.name] : undefined
    return label === undefined ? [] : [reading(label, estimate, fields)]
  })
}

/** What the estimators say of a design that has this card alone. */
export function estimatesOf(
  type: string,
  fields: CardValues['fields'],
  estimators: readonly Estimator[],
): Estimate[] {
  const design: Design = {
    ...{ requirements: {}, nodes: [], links: [], composites: [] },
    cards: [{ id: type, type, step: null, fields }],
  }
  return estimators.flatMap((estimator) => estimator.estimate({ design, paths: [], rates: new Map() }))
}

function reading(label: string, estimate: Estimate, fields: CardValues['fields']): CardReading {
  const { value, missing = [] } = estimate
  if (value !== null) return { label, value: estimateText(estimate) }
  const properties = [...new Set(missing.map(({ property }) => property))]
  const absent = properties.filter((property) => !Object.hasOwn(fields, property))
  return {
    label,
    value: null,
    missing: absent.length > 0 ? needs(absent) : undefinedWith(properties, fields),
  }
}

/** What has to be written down for it. */
function needs(properties: readonly string[]): string {
  return `needs ${listed(properties.map(nameOf))}`
}

function undefinedWith(
  properties: readonly string[],
  fields: Readonly<Record<string, PropertyValue>>,
): string {
  const parts = properties.map((property) => `${nameOf(property)} ${fields[property]}`)
  return `not defined with ${listed(parts)}`
}

function nameOf(property: string): string {
  return Object.hasOwn(FIGURES, property) ? FIGURES[property as FigureId].name : property
}

function listed(words: readonly string[]): string {
  const last = words.at(-1) ?? ''
  return words.length > 1 ? `${words.slice(0, -1).join(', ')} and ${last}` : last
}
