import type { PropertyValue } from '../design.ts'
import type { PropertyType } from '../propertyType.ts'
import { type NumberRule, parseNumber } from '../units.ts'
import { isObject, type JsonObject, placeIn, quoted, type Reading } from './reading.ts'

/** A value as it is kept, with what is odd about it. */
interface ReadValue {
  readonly value: PropertyValue | undefined
  readonly odd?: string
}

/**
 * The properties of a node, or the requirements. What is typed as people write it (`100M`, `a, b`, `yes`) is
 * read; what is wrong or unknown is kept as it is and named, except where a design could not hold it.
 */
export function readProps(
  written: JsonObject,
  where: string,
  typeOf: (id: string) => PropertyType | undefined,
  { warn }: Reading,
): Record<string, PropertyValue> {
  const props: [string, PropertyValue][] = []
  for (const [id, given] of Object.entries(written)) {
    if (given === null) continue
    const { value, odd } = readTyped(given, typeOf(id))
    if (odd) warn(placeIn(where, id), odd)
    if (value !== undefined) props.push([id, value])
  }
  // Not by assignment: a property may be called __proto__.
  return Object.fromEntries(props)
}

function readTyped(given: unknown, type: PropertyType | undefined): ReadValue {
  const value = plainValue(given)
  if (value === undefined) return { value, odd: 'is nothing that a property can hold: left out.' }
  switch (type?.type) {
    case 'number':
      return readNumber(value, type.rule)
    case 'text':
      return typeof value === 'string' || Array.isArray(value)
        ? { value: Array.isArray(value) ? value.join(', ') : value }
        : { value: String(value) }
    case 'flag':
      return readFlag(value)
    case 'list':
      return { value: readList(value) }
    case 'choice':
      return type.choices.some((choice) => choice === value)
        ? { value }
        : { value, odd: `${quoted(value)} is none of ${type.choices.join(', ')}: kept as it is.` }
    default:
      return { value, odd: 'is a property that this version does not know: kept as it is.' }
  }
}

/** What a design can hold of a JSON value: also lists of anything plain, as text. */
function plainValue(given: unknown): PropertyValue | undefined {
  if (typeof given === 'number') return Number.isFinite(given) ? given + 0 : undefined
  if (typeof given === 'string' || typeof given === 'boolean') return given
  if (!Array.isArray(given) || given.some((item) => isObject(item) || Array.isArray(item))) return undefined
  return given.filter((item) => item !== null).map(String)
}

function readNumber(value: PropertyValue, rule: NumberRule): ReadValue {
  if (typeof value === 'boolean' || Array.isArray(value))
    return { value, odd: `${quoted(value)} is no number: kept as it is.` }
  const parsed = parseNumber(String(value), rule)
  if (parsed.ok) return { value: typeof value === 'number' ? value : parsed.value }
  return { value, odd: `${parsed.problem} Kept as it is.` }
}

const FLAGS: Readonly<Record<string, boolean>> = { true: true, yes: true, false: false, no: false }

function readFlag(value: PropertyValue): ReadValue {
  if (typeof value === 'boolean') return { value }
  const word = typeof value === 'string' ? value.trim().toLowerCase() : ''
  const flag = Object.hasOwn(FLAGS, word) ? FLAGS[word] : undefined
  return flag === undefined
    ? { value, odd: `${quoted(value)} is neither yes nor no: kept as it is.` }
    : { value: flag }
}

function readList(value: PropertyValue): readonly string[] {
  if (Array.isArray(value)) return value
  return String(value)
    .split(',')
    .map((item) => item.trim())
    .filter((item) => item !== '')
}
