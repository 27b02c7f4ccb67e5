/**
 * A record as its leaves: `props.stages.s1.itemsOut` → 10000.
 *
 * Two people who change two leaves of one record both keep their change. Plain objects are taken apart, at
 * any depth; arrays and rich text are one value. An object below the top also writes a leaf for itself,
 * `{}`: it keeps an emptied object in being, and once somebody deletes it (a stage, a row), a leaf that
 * somebody else still writes below it counts for nothing: deleting beats editing. In a path, `%` and `.` of
 * a key are written `%25` and `%2E`.
 */
export type Leaves = Map<string, unknown>

export type PlainObject = { readonly [key: string]: unknown }

/** Objects that are one value: their parts make no sense apart. */
const WHOLE = new Set(['richText'])

/** Parts of the record itself, which stand without a leaf of their own. */
const ALWAYS_THERE = new Set(['props', 'meta'])

export function isPlainObject(value: unknown): value is PlainObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** The leaves of a record; `id` is left out, since the document keeps records by id. */
export function toLeaves(record: PlainObject): Leaves {
  const leaves: Leaves = new Map()
  collect(leaves, '', record)
  leaves.delete('id')
  return leaves
}

function collect(leaves: Leaves, prefix: string, object: PlainObject) {
  for (const [key, value] of Object.entries(object)) {
    if (value === undefined) continue
    const path = prefix + escapeKey(key)
    if (!isPlainObject(value) || WHOLE.has(key)) {
      leaves.set(path, value)
      continue
    }
    if (!ALWAYS_THERE.has(path)) leaves.set(path, {})
    collect(leaves, `${path}.`, value)
  }
}

/** The paths whose leaves are not the same in two versions of a record; equal arrays of another identity count as changed. */
export function changedLeaves(from: PlainObject, to: PlainObject): Set<string> {
  const changed = new Set<string>()
  compare(changed, '', from, to)
  return changed
}

function compare(changed: Set<string>, prefix: string, from: PlainObject, to: PlainObject) {
  for (const key of new Set([...Object.keys(from), ...Object.keys(to)])) {
    const [before, after] = [ownValue(from, key), ownValue(to, key)]
    if (before === after) continue
    const path = prefix + escapeKey(key)
    const [wasWhole, isNowWhole] = [isWhole(key, before), isWhole(key, after)]
    const isOther = wasWhole === isNowWhole ? wasWhole : !ALWAYS_THERE.has(path)
    if (isOther) changed.add(path)
    compare(changed, `${path}.`, partsOf(key, before), partsOf(key, after))
  }
}

function partsOf(key: string, value: unknown): PlainObject {
  return isPlainObject(value) && !WHOLE.has(key) ? value : {}
}

/** The value of one leaf of a record; undefined where the record has none. */
export function leafAt(record: PlainObject, path: string): unknown {
  if (ALWAYS_THERE.has(path)) return undefined
  let value: unknown = record
  let last = ''
  for (const part of path.split('.')) {
    if (!isPlainObject(value) || WHOLE.has(last)) return undefined
    last = unescapeKey(part)
    value = ownValue(value, last)
  }
  return value === undefined || isWhole(last, value) ? value : {}
}

/**
 * The record that leaves describe. Leaves may come in any order; one below an object that is not there, or
 * below something that is no object, is ignored. The result is checked by nobody yet.
 */
export function fromLeaves(id: string, leaves: Iterable<readonly [string, unknown]>): PlainObject {
  const record: Record<string, unknown> = { id, props: {}, meta: {} }
  const byDepth = [...leaves].sort(([a], [b]) => depth(a) - depth(b))
  let hasProps = false
  for (const [path, value] of byDepth) {
    if (path === 'id') continue
    if (path.startsWith('props.')) hasProps = true
    place(record, path.split('.').map(unescapeKey), value)
  }
  const { props, ...withoutProps } = record
  return hasProps || HAS_PROPS.has(String(record.typeName)) ? record : withoutProps
}

const HAS_PROPS = new Set(['shape', 'binding', 'asset'])

function depth(path: string): number {
  let dots = 0
  for (const char of path) if (char === '.') dots += 1
  return dots
}

function place(record: Record<string, unknown>, keys: string[], value: unknown) {
  let object = record
  for (const key of keys.slice(0, -1)) {
    const next = ownValue(object, key)
    if (isWhole(key, next)) return
    object = next as Record<string, unknown>
  }
  const last = keys.at(-1)
  if (last === undefined || last === '__proto__' || value === undefined) return
  object[last] = isWhole(last, value) ? value : {}
}

function isWhole(key: string, value: unknown): boolean {
  return !isPlainObject(value) || WHOLE.has(key)
}

function ownValue(object: PlainObject, key: string): unknown {
  return Object.hasOwn(object, key) ? object[key] : undefined
}

function escapeKey(key: string): string {
  return key.includes('.') || key.includes('%') ? key.replaceAll('%', '%25').replaceAll('.', '%2E') : key
}

function unescapeKey(key: string): string {
  return key.includes('%') ? key.replaceAll('%2E', '.').replaceAll('%25', '%') : key
}
