/**
 * A record as its leaves: `props.stages.s1.itemsOut` → 10000.
 *
 * Two people who change two leaves of one record both keep their change. Plain objects are taken apart, at
 * any depth; arrays and rich text are one value. An object below the top also writes a leaf for itself,
 * `{}`: it keeps an emptied object in being, and once somebody deletes it (a stage, a row), a leaf that
 * somebody else still writes below it counts for nothing: deleting beats editing.
 */
export type Leaves = Map<string, unknown>

export type PlainObject = { readonly [key: string]: unknown }

/** Objects that are one value: their parts make no sense apart. */
const WHOLE = new Set(['richText'])

/** Parts of the record itself, which stand without a leaf of their own. */
const ALWAYS_THERE = new Set(['props', 'meta'])

function isPlainObject(value: unknown): value is PlainObject {
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
    const path = prefix + key
    if (!isPlainObject(value) || WHOLE.has(key)) {
      leaves.set(path, value)
      continue
    }
    if (!ALWAYS_THERE.has(path)) leaves.set(path, {})
    collect(leaves, `${path}.`, value)
  }
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
    if (path.startsWith('props.')) hasProps = true
    place(record, path.split('.'), value)
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
    const next = Object.hasOwn(object, key) ? object[key] : undefined
    if (!isPlainObject(next)) return
    object = next as Record<string, unknown>
  }
  const last = keys.at(-1)
  if (last === undefined || last === '__proto__') return
  object[last] = isPlainObject(value) && !WHOLE.has(last) ? {} : value
}
