import type { Zone } from '../kinds.ts'
import type { PropertyType } from '../propertyType.ts'

/** What a file may name; the catalog says it. */
export interface Vocabulary {
  readonly hasKind: (kind: string) => boolean
  /** Where a kind usually runs. */
  readonly zoneOf: (kind: string) => Zone | undefined
  readonly propertyOf: (id: string) => PropertyType | undefined
  readonly hasComposite: (type: string) => boolean
  readonly hasCard: (type: string) => boolean
}

/** Something in a file, as a place and a sentence. */
export interface FileProblem {
  /** As in `nodes[3].props.p99`; of text that is no JSON, its line and column. */
  readonly where: string
  readonly what: string
}

/** Why a file is no design. */
export class FileFault extends Error {
  override readonly name = 'FileFault'
  readonly where: string
  constructor(where: string, what: string) {
    super(what)
    this.where = where
  }
}

/** A file while it is read: what it may name, and what was odd so far. */
export interface Reading {
  readonly words: Vocabulary
  readonly warn: (where: string, what: string) => void
}

export type JsonObject = Readonly<Record<string, unknown>>

export function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

const LONGEST_QUOTE = 60

/** What somebody wrote, in quotes, short enough for a sentence. */
export function quoted(value: unknown): string {
  const text = typeof value === 'string' ? value : beginningOf(value, ENOUGH)
  const letters = [...text]
  return `“${letters.length > LONGEST_QUOTE ? `${letters.slice(0, LONGEST_QUOTE).join('')}…` : text}”`
}

/** A letter is one or two units of a string. */
const ENOUGH = 2 * LONGEST_QUOTE + 1

/** A value as JSON, or a beginning of it that is longer than `units`: what is nested deeper than that is never entered. */
function beginningOf(value: unknown, units: number): string {
  if (typeof value !== 'object' || value === null) return JSON.stringify(value) ?? String(value)
  const isList = Array.isArray(value)
  let text = isList ? '[' : '{'
  for (const [key, item] of Object.entries(value)) {
    if (text.length > units) return text
    if (text.length > 1) text += ','
    if (!isList) text += `${JSON.stringify(key)}:`
    text += beginningOf(item, units - text.length)
  }
  return text + (isList ? ']' : '}')
}

/** The object there; @throws {FileFault} where something else is. */
export function objectAt(value: unknown, where: string): JsonObject {
  if (isObject(value)) return value
  throw new FileFault(where, `is no object: write { … } there.`)
}

/** The list there, none where nothing is; @throws {FileFault} where something else is. */
export function listAt(value: unknown, where: string): readonly unknown[] {
  if (value === undefined || value === null) return []
  if (Array.isArray(value)) return value
  throw new FileFault(where, 'is no list: write [ … ] there.')
}

/** Warns of what stands there and nobody reads. */
export function warnOfOthers(object: JsonObject, known: readonly string[], where: string, { warn }: Reading) {
  for (const key of Object.keys(object)) {
    if (!known.includes(key)) warn(placeIn(where, key), 'means nothing in a design: left out.')
  }
}

export function placeIn(where: string, key: string): string {
  const name = /^[A-Za-z_$][\w$-]{0,59}$/.test(key) ? key : `[${quoted(key)}]`
  return where === '' || name.startsWith('[') ? `${where}${name}` : `${where}.${name}`
}
