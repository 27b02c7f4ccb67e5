import { isPlainObject } from './leaves.ts'

/**
 * tldraw's serialized schema: how far each sequence of migrations has come. A type of record or shape has a
 * sequence of its own, so a schema that lacks one does not know the type.
 */
export interface BoardSchema {
  readonly schemaVersion: 2
  readonly sequences: { readonly [id: string]: number }
}

/** The value as a schema; null where it is none, or one in a form that no board was ever written with. */
export function readSchema(value: unknown): BoardSchema | null {
  if (!isPlainObject(value) || value.schemaVersion !== 2 || !isPlainObject(value.sequences)) return null
  return Object.values(value.sequences).every(isVersion) ? (value as unknown as BoardSchema) : null
}

const isVersion = (value: unknown) => Number.isSafeInteger(value) && Number(value) >= 0

/** The beginning of nearly every sequence's id; a tag writes `.` for it. */
const USUAL = 'com.tldraw.'

/**
 * A schema in few characters that a URL carries as they are, the same whatever the order of its sequences:
 * `.shape.arrow-6~.shape.component-0`.
 */
export function schemaTag({ sequences }: BoardSchema): string {
  return Object.entries(sequences)
    .map(([id, version]) => `${shorten(id)}-${version}`)
    .sort()
    .join('~')
}

function shorten(id: string): string {
  return encodeURIComponent(id.startsWith(USUAL) ? id.slice(USUAL.length - 1) : id).replaceAll('~', '%7E')
}

/** The schema that a tag stands for; null where it is none. */
export function readTag(tag: string): BoardSchema | null {
  const entries: [string, number][] = []
  for (const part of tag.split('~')) {
    const [, short = '', version = ''] = /^(.+)-(\d{1,15})$/.exec(part) ?? []
    if (short === '') return null
    try {
      const id = decodeURIComponent(short)
      entries.push([id.startsWith('.') ? USUAL + id.slice(1) : id, Number(version)])
    } catch {
      return null
    }
  }
  return { schemaVersion: 2, sequences: Object.fromEntries(entries) }
}

/** A number that is larger for every schema that knows more: no sequence is missing or less far on. */
export function schemaNumber({ sequences }: BoardSchema): number {
  return Object.values(sequences).reduce((sum, version) => sum + version + 1, 1)
}

/**
 * Whether somebody who knows `mine` cannot be trusted with records of `theirs`: a sequence of theirs is
 * missing or further on. Of two schemas both may be older than the other. What is no schema is older than
 * nothing and nothing is older than it.
 */
export function isOlder(mine: unknown, theirs: unknown): boolean {
  const [known, needed] = [readSchema(mine), readSchema(theirs)]
  if (known === null || needed === null) return false
  return Object.entries(needed.sequences).some(
    ([id, version]) => !Object.hasOwn(known.sequences, id) || Number(known.sequences[id]) < version,
  )
}
