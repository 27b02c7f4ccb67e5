import { findProperty, type Property } from '../../shapes/catalog/properties.ts'
import type { PropertyValue } from '../domain/design.ts'
import { formatNumber, parseNumber } from '../domain/units.ts'
import type { Insertable } from './insertables.ts'

/** What somebody types in one line: `ann: Tracks; p99 15; dim 128; > #3 top 10k`. */
export interface QuickWords {
  /** What to look for. */
  readonly wanted: string
  readonly label: string
  readonly link: TypedLink
  /** The properties, as typed. */
  readonly properties: readonly string[]
}

/** What is typed of a link; an empty label: what such two usually say. */
export interface TypedLink {
  readonly label: string
  readonly seq?: number
  readonly optional?: boolean
}

const NO_LINK: TypedLink = { label: '' }

/** Reads `name: label`, and after each `;` a property, or after `>` what flows. */
export function readQuickWords(query: string): QuickWords {
  const [head = '', ...parts] = query.split(';').map((part) => part.trim())
  const [wanted = '', ...afterColon] = head.split(':')
  const link = parts.findLast((part) => part.startsWith('>'))
  return {
    wanted: wanted.trim(),
    label: afterColon.join(':').trim(),
    link: link ? readTypedLink(link.slice(1)) : NO_LINK,
    properties: parts.filter((part) => part !== '' && !part.startsWith('>')),
  }
}

/** Reads `#3 top 10k`: called third, and `on timeout ?`: optional. */
export function readTypedLink(text: string): TypedLink {
  const [, number, rest = '', question] =
    /^\s*(?:#([1-9]\d?)(?=\s|$))?(.*?)(?:(?:^|\s)(\?))?\s*$/.exec(text) ?? []
  return {
    label: rest.trim(),
    ...(number ? { seq: Number(number) } : {}),
    ...(question ? { optional: true } : {}),
  }
}

export interface TypedValues {
  readonly values: Readonly<Record<string, PropertyValue>>
  /** The same in words. */
  readonly said: readonly string[]
  /** Why one of them means nothing; null: all do. */
  readonly problem: string | null
}

export const NO_VALUES: TypedValues = { values: {}, said: [], problem: null }

/** The values that typed properties mean for what is chosen, or why one means nothing. */
export function readTypedValues(typed: readonly string[], chosen: Insertable): TypedValues {
  const values: Record<string, PropertyValue> = {}
  const said: string[] = []
  for (const part of typed) {
    const named = nameIn(part, chosen)
    if (!named) return { ...NO_VALUES, problem: `${chosen.name} has no property “${part}”.` }
    const read = readValue(named.text, named.property)
    if (!read.ok) return { ...NO_VALUES, problem: `${named.property.label}: ${read.problem}` }
    values[named.id] = read.value
    said.push(`${named.property.label} ${show(read.value, named.property)}`)
  }
  return { values, said, problem: null }
}

interface Named {
  readonly id: string
  readonly property: Property
  /** What is typed after its name. */
  readonly text: string
}

/** The property that the text begins with, by the most of its words that name one. */
function nameIn(part: string, { kind }: Insertable): Named | null {
  const listed = (kind?.properties ?? []).flatMap(({ id }) => {
    const property = findProperty(id)
    return property ? [{ id, property }] : []
  })
  const words = part.replace('=', ' ').split(/\s+/)
  for (let count = words.length; count > 0; count--) {
    const name = words.slice(0, count).join(' ').toLowerCase()
    for (const isNamed of [isExactly, beginsWith, hasWord]) {
      const found = listed.find((one) => isNamed(one, name))
      if (found) return { ...found, text: words.slice(count).join(' ') }
    }
  }
  return null
}

type Listed = Omit<Named, 'text'>

function isExactly({ id, property }: Listed, name: string): boolean {
  return id.toLowerCase() === name || property.label.toLowerCase() === name
}

function beginsWith({ id, property }: Listed, name: string): boolean {
  return id.toLowerCase().startsWith(name) || property.label.toLowerCase().startsWith(name)
}

/** A later word of the name begins so: `out` is “Items out”. */
function hasWord({ property }: Listed, name: string): boolean {
  return property.label
    .toLowerCase()
    .split(' ')
    .some((word) => word.startsWith(name))
}

type ReadValue =
  | { readonly ok: true; readonly value: PropertyValue }
  | { readonly ok: false; readonly problem: string }

function readValue(text: string, property: Property): ReadValue {
  if (property.type === 'flag') {
    if (/^(|y|yes|true|on)$/i.test(text)) return { ok: true, value: true }
    return /^(n|no|false|off)$/i.test(text) ? { ok: true, value: false } : no('Type yes or no.')
  }
  if (text === '') return no('Type a value after its name.')
  switch (property.type) {
    case 'number':
      return parseNumber(text, property.rule)
    case 'choice': {
      const choice = property.choices.find((one) => one.toLowerCase().startsWith(text.toLowerCase()))
      return choice ? { ok: true, value: choice } : no(`Type ${property.choices.join(', ')}.`)
    }
    case 'list':
      return { ok: true, value: text.split(',').flatMap((item) => item.trim() || []) }
    case 'text':
      return { ok: true, value: text }
  }
}

function no(problem: string): ReadValue {
  return { ok: false, problem }
}

function show(value: PropertyValue, property: Property): string {
  if (property.type === 'number' && typeof value === 'number') return formatNumber(value, property.rule.unit)
  if (typeof value === 'boolean') return value ? 'yes' : 'no'
  return typeof value === 'object' ? value.join(', ') : String(value)
}
