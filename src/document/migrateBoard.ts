import { equalityDeep } from 'lib0/function'
import * as Y from 'yjs'
import { fromLeaves, isPlainObject, leafAt, type PlainObject, toLeaves } from './leaves.ts'
import { META, RECORDS } from './names.ts'
import { type BoardSchema, isOlder, readSchema } from './schemaAge.ts'

/** What a migration asks of tldraw's schema of records, which a server and a browser's store both have. */
export interface RecordSchema {
  readonly types: { readonly [typeName: string]: { validate(record: unknown): unknown } }
  serialize(): BoardSchema
  getMigrationsSince(
    from: BoardSchema,
  ): { readonly ok: true; readonly value: readonly Step[] } | { readonly ok: false; readonly error: string }
}

/** One of tldraw's migrations. */
interface Step {
  readonly scope: string
  /** Which records it is for; all without it. */
  filter?(record: object): boolean
  /** Changes the record, or answers another in its place. */
  up(record: object): unknown
}

/** A record that stays in its older form, and why. */
interface Unmigrated {
  readonly id: string
  readonly reason: string
}

export type Migration =
  /** Nothing was to be done: the board is as new as the schema, or newer, or does not say how old it is. */
  | { readonly kind: 'current' }
  | { readonly kind: 'migrated'; readonly changed: number; readonly unmigrated: readonly Unmigrated[] }
  /** No way leads from the board's schema to this one. Nothing was changed. */
  | { readonly kind: 'stuck'; readonly reason: string }

/**
 * Brings an older board to the schema's form, in one transaction, leaf by leaf. A record that cannot follow,
 * or would not be valid, stays as it is. A board that is newer in any part is left alone.
 */
export function migrateBoard(doc: Y.Doc, schema: RecordSchema): Migration {
  const meta = doc.getMap<unknown>(META)
  const from = readSchema(meta.get('schema'))
  const to = schema.serialize()
  if (from === null || !isOlder(from, to) || isOlder(to, from)) return { kind: 'current' }
  const since = schema.getMigrationsSince(from)
  if (!since.ok) return { kind: 'stuck', reason: since.error }
  // Records are migrated one by one: a step for a whole store has no place here.
  if (since.value.some(({ scope }) => scope !== 'record')) {
    return { kind: 'stuck', reason: 'It asks for the whole store at once.' }
  }
  let changed = 0
  const unmigrated: Unmigrated[] = []
  doc.transact(() => {
    for (const [id, leaves] of doc.getMap<unknown>(RECORDS)) {
      if (!(leaves instanceof Y.Map)) continue
      try {
        if (migrateRecord(id, leaves, schema, since.value)) changed += 1
      } catch (error) {
        unmigrated.push({ id, reason: error instanceof Error ? error.message : String(error) })
      }
    }
    meta.set('schema', to)
  })
  return { kind: 'migrated', changed, unmigrated }
}

/** Whether anything was written. @throws where the record cannot be migrated; then nothing was */
function migrateRecord(
  id: string,
  leaves: Y.Map<unknown>,
  schema: RecordSchema,
  steps: readonly Step[],
): boolean {
  const before = fromLeaves(id, leaves.entries())
  let after: PlainObject = structuredClone(before)
  for (const step of steps) {
    if (step.filter && !step.filter(after)) continue
    const answer = step.up(after)
    if (isPlainObject(answer)) after = answer
  }
  checkValid(after, schema)
  return !equalityDeep(before, after) && writeLeaves(leaves, after)
}

function checkValid(record: PlainObject, { types }: RecordSchema) {
  const typeName = String(record.typeName)
  const type = Object.hasOwn(types, typeName) ? types[typeName] : undefined
  if (!type) throw new Error(`“${typeName}” is no type of record that a board holds.`)
  type.validate(record)
}

function writeLeaves(leaves: Y.Map<unknown>, record: PlainObject): boolean {
  let isChanged = false
  for (const path of new Set([...leaves.keys(), ...toLeaves(record).keys()])) {
    const value = leafAt(record, path)
    if (equalityDeep(leaves.get(path), value)) continue
    if (value === undefined) leaves.delete(path)
    else leaves.set(path, value)
    isChanged = true
  }
  return isChanged
}
