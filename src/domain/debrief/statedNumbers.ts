import type { Words } from '../compare/words.ts'
import { nameOf } from '../compare/words.ts'
import type { Design } from '../design.ts'
import { estimate } from '../estimate/estimate.ts'
import { formatNumber, type NumberRule, parseNumber } from '../units.ts'
import type { UnitId } from '../unitTable.ts'

/** A number that was agreed on, and where it came up again. */
export interface StatedNumber {
  readonly label: string
  /** As people read it: `200 ms`. */
  readonly text: string
  /** Where it was used, in words; null: nowhere. */
  readonly usedIn: string | null
}

interface Stated {
  readonly at: string
  readonly property: string
  readonly label: string
  readonly unit: UnitId
  readonly value: number
}

/** Cards on which numbers are agreed. */
const STATING: ReadonlySet<string> = new Set(['requirement', 'capacity'])
/** What is reckoned from a requirement names all of them, and no card. */
const REQUIREMENTS = 'requirements'

/**
 * The numbers on requirement and capacity cards, and whether they came up again outside of those cards and of the
 * first step. That is so where
 * - the same value in the same unit is a property or a field of another part; of shares, factors and counts below
 *   1,000, which are alike by chance, only under the same name;
 * - or a text of another part has it with its unit, such as “fits 200 ms”; not of days and hours, which are alike, too;
 * - or a figure of another part is reckoned from it.
 */
export function statedNumbers(design: Design, firstSteps: ReadonlySet<number>, words: Words): StatedNumber[] {
  const stated = statedIn(design, words)
  const statingCards = new Set(design.cards.filter(({ type }) => STATING.has(type)).map(({ id }) => id))
  const isLater = ({ id, step }: { readonly id: string; readonly step: number | null }) =>
    !statingCards.has(id) && !(step !== null && firstSteps.has(step))
  const writings = writingsOf(design, isLater, words)
  const later = new Set(
    [...design.nodes, ...design.composites, ...design.cards].filter(isLater).map(({ id }) => id),
  )
  const estimates = estimate(design).filter(
    ({ value, at }) => value !== null && at.some((id) => later.has(id)),
  )
  return stated.map((number) => {
    const reckoned = estimates.find(({ inputs }) =>
      inputs.some(
        ({ at, property }) => property === number.property && (at === number.at || at === REQUIREMENTS),
      ),
    )
    const written = writings.find((writing) => isSame(writing, number))
    return {
      label: number.label,
      text: formatNumber(number.value, number.unit),
      usedIn: written?.where ?? reckoned?.name.replaceAll('-', ' ') ?? null,
    }
  })
}

/** Two cards that say the same say it once. */
function statedIn({ cards }: Design, words: Words): Stated[] {
  const all = cards
    .filter(({ type }) => STATING.has(type))
    .flatMap(({ id, type, fields }) =>
      Object.entries(fields).flatMap(([property, value]): Stated[] => {
        const field = words.fieldOf(type, property)
        if (!field?.unit) return []
        const number = numberIn(value, { unit: field.unit })
        return number === null
          ? []
          : [{ at: id, property, label: field.label, unit: field.unit, value: number }]
      }),
    )
  const first = new Map(all.toReversed().map((one) => [`${one.property} ${one.value}`, one]))
  return all.filter((one) => first.get(`${one.property} ${one.value}`) === one)
}

function numberIn(value: unknown, rule: NumberRule): number | null {
  if (typeof value === 'number') return Number.isFinite(value) ? value : null
  if (typeof value !== 'string') return null
  const parsed = parseNumber(value, rule)
  return parsed.ok ? parsed.value : null
}

/** A value as it stands on a part, and what that part is called. */
interface Writing {
  readonly where: string
  readonly property: string
  readonly unit: UnitId | undefined
  readonly value: unknown
}

type IsLater = (part: { readonly id: string; readonly step: number | null }) => boolean

function writingsOf({ nodes, cards, composites, links }: Design, isLater: IsLater, words: Words): Writing[] {
  const names = new Map(nodes.map((node) => [node.id, nameOf(node, words)]))
  const byProperty = (where: string, props: object) =>
    leavesOf(props).map(({ property, value }) => ({
      where,
      property,
      unit: words.propertyOf(property)?.unit,
      value,
    }))
  return [
    ...nodes
      .filter(isLater)
      .flatMap((node) => byProperty(`“${nameOf(node, words)}”`, { ...node.props, label: node.label })),
    ...composites
      .filter(isLater)
      .flatMap(({ id, type, props }) => byProperty(`“${names.get(id) ?? words.kindName(type)}”`, props)),
    ...cards.filter(isLater).flatMap(({ type, fields }) =>
      leavesOf(fields).map(({ property, value }) => {
        const unit = (words.fieldOf(type, property) ?? words.propertyOf(property))?.unit
        return { where: `the card “${words.cardName(type)}”`, property, unit, value }
      }),
    ),
    ...links
      .filter(({ label }) => label !== '')
      .map(({ label }) => ({
        where: `the link “${label}”`,
        property: 'label',
        unit: undefined,
        value: label,
      })),
  ]
}

function leavesOf(value: unknown, property = ''): { property: string; value: unknown }[] {
  if (Array.isArray(value)) return value.flatMap((item) => leavesOf(item, property))
  if (typeof value !== 'object' || value === null) return [{ property, value }]
  return Object.entries(value).flatMap(([key, item]) => leavesOf(item, key))
}

/** Units in which people speak in a few round numbers. */
const ROUND: ReadonlySet<UnitId> = new Set(['minutes', 'hours', 'days'])
/** Nobody writes to the digit. */
const ROUNDING = 0.005
const TELLING_COUNT = 1000

function isSame({ property, unit, value }: Writing, stated: Stated): boolean {
  const isTelling = tells(stated) || property === stated.property
  if (typeof value === 'number') return isTelling && unit === stated.unit && isNear(value, stated.value)
  return typeof value === 'string' && tells(stated) && !ROUND.has(stated.unit) && isInText(value, stated)
}

function tells({ unit, value }: Stated): boolean {
  if (unit === 'share' || unit === 'times') return false
  return unit !== 'count' || value >= TELLING_COUNT
}

function isNear(a: number, b: number): boolean {
  return Math.abs(a - b) <= ROUNDING * Math.abs(b)
}

/** A number with what may be its unit, in the middle of a text. */
const FIGURE = /\d[\d.,]*(?: ?(?:[a-zµμ]+(?:\/[a-z]+)?|\/[a-z]+|×))?/gi

function isInText(text: string, { unit, value }: Stated): boolean {
  return [...text.matchAll(FIGURE)].some(([figure]) => {
    const bare = /^[\d.,]*\d/.exec(figure)?.[0] ?? ''
    const candidates = unit === 'count' ? [figure, bare] : figure === bare ? [] : [figure]
    return candidates.some((candidate) => {
      const number = numberIn(candidate, { unit })
      return number !== null && isNear(number, value)
    })
  })
}
