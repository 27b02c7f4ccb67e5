import { groupBy } from '../groupBy.ts'
import { parseNumber } from '../units.ts'
import { FIGURES, type FigureId } from './figures.ts'
import type { Formula } from './formula.ts'

/** A figure as somebody wrote it down. */
export interface Input {
  /** Id of the node, composite or card; `requirements` for those of the whole design. */
  readonly at: string
  readonly label: string
  readonly property: string
  readonly value: number
}

/** What would have to be written down, or put right. */
export interface Missing {
  readonly at: string
  readonly label: string
  readonly property: string
  /** The same in a sentence. */
  readonly why: string
}

/** A number with where it comes from; null while it cannot be computed, and then something is missing. */
export interface Quantity {
  readonly value: number | null
  readonly inputs: readonly Input[]
  readonly missing: readonly Missing[]
  /** What nobody wrote down and is taken for granted, in words. */
  readonly assumed: readonly string[]
}

/** Whatever figures are written on: a node, a stage of a funnel, a card, the requirements. */
export interface Subject {
  readonly id: string
  readonly label: string
  readonly props: Readonly<Record<string, unknown>>
}

/** The figure that stands on a subject, typed as a number or as people write one. */
export function drawn({ id, label, props }: Subject, property: FigureId): Quantity {
  const written = Object.hasOwn(props, property) ? props[property] : undefined
  const missing = (why: string) => nothing([{ at: id, label, property, why }])
  const { name, rule } = FIGURES[property]
  if (!isWritten(written)) return missing(`“${label}” has no ${name}.`)
  if (typeof written !== 'number' && typeof written !== 'string')
    return missing(`The ${name} of “${label}” is no number.`)
  const parsed = parseNumber(String(written), rule)
  if (!parsed.ok) return missing(`The ${name} of “${label}” is no figure to reckon with: ${parsed.problem}`)
  return {
    value: parsed.value,
    inputs: [{ at: id, label, property, value: parsed.value }],
    missing: [],
    assumed: [],
  }
}

/** Whether somebody wrote something there, be it right or wrong. */
export function hasFigure({ props }: Subject, property: FigureId): boolean {
  return Object.hasOwn(props, property) && isWritten(props[property])
}

function isWritten(value: unknown): boolean {
  return value !== undefined && value !== null && value !== ''
}

/** The figure on the subject or, where there is none, what is usual. */
export function drawnOr(subject: Subject, property: FigureId, otherwise: Quantity): Quantity {
  return hasFigure(subject, property) ? drawn(subject, property) : otherwise
}

/** A number that nobody wrote down; `words` say which and why. */
export function assumed(value: number, words: string): Quantity {
  return { value, inputs: [], missing: [], assumed: [words] }
}

export function nothing(missing: readonly Missing[]): Quantity {
  return { value: null, inputs: [], missing, assumed: [] }
}

/** A number that follows from others. */
export function derived(value: number | null, from: readonly Quantity[]): Quantity {
  return {
    value,
    inputs: onceEach(from.flatMap(({ inputs }) => inputs)),
    missing: onceEach(from.flatMap(({ missing }) => missing)),
    assumed: [...new Set(from.flatMap((quantity) => quantity.assumed))],
  }
}

/** A sum that grew beyond what numbers can hold is none. */
export function counted(sum: Quantity): Quantity {
  if (sum.value === null || Number.isFinite(sum.value)) return sum
  const missing = sum.inputs.map(({ at, label, property }) => ({
    at,
    label,
    property,
    why: `What starts from “${label}” adds up to more than can be counted.`,
  }))
  return { ...sum, value: null, missing }
}

function onceEach<Item extends { readonly at: string; readonly label: string; readonly property: string }>(
  items: readonly Item[],
): Item[] {
  const same = groupBy(items, ({ at, label, property }) => JSON.stringify([at, label, property]))
  return [...same.values()].flatMap(([first]) => (first ? [first] : []))
}

/** What a formula gives for quantities: an input that is there and cannot be counts as missing too. */
export function compute<Name extends string>(
  formula: Formula<Name>,
  given: Readonly<Record<Name, Quantity>>,
): Quantity {
  const parts = Object.entries<Quantity>(given)
  const values = Object.fromEntries(parts.map(([name, { value }]) => [name, value]))
  const answer = formula(values as Record<Name, number | null>)
  if ('value' in answer) return derived(answer.value, Object.values<Quantity>(given))
  const wrong = answer.missing.map((name) => given[name]).flatMap(senseless)
  return derived(null, [...Object.values<Quantity>(given), nothing(wrong)])
}

/** The inputs of a quantity that has a value, and one that the formula has no answer for. */
function senseless({ value, inputs }: Quantity): Missing[] {
  if (value === null) return []
  return inputs.map(({ at, label, property, value: written }) => ({
    at,
    label,
    property,
    why: `With ${written} as ${FIGURES[property as FigureId].name} of “${label}” there is no answer.`,
  }))
}
