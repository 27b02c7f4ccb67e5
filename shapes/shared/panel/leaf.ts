/** A key as a part of a path: `%` and `.` are written `%25` and `%2E`. */
export function leafKey(key: string): string {
  return key.replaceAll('%', '%25').replaceAll('.', '%2E')
}

function keyOf(part: string): string {
  return part.replaceAll('%2E', '.').replaceAll('%25', '%')
}

/** An object whose leaf at `path` (`stages.s1.itemsOut`) is `value`; what is not on the way is the same object as before. */
export function withLeaf<T extends object>(object: T, path: string, value: unknown): T {
  const [part = '', ...rest] = path.split('.')
  const key = keyOf(part)
  const inner = (object as Record<string, unknown>)[key]
  if (rest.length === 0) return { ...object, [key]: value }
  if (typeof inner !== 'object' || inner === null) return object
  return { ...object, [key]: withLeaf(inner, rest.join('.'), value) }
}

/** The leaf at `path`; undefined where there is none. */
export function leafAt(object: object, path: string): unknown {
  let value: unknown = object
  for (const part of path.split('.')) {
    const key = keyOf(part)
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, key)) return undefined
    value = (value as Record<string, unknown>)[key]
  }
  return value
}

/** A leaf to write: its path, and its value; undefined takes it away. */
export type Leaf = readonly [path: string, value: unknown]

/** An object with those leaves written or taken away; what is not on the way is the same object as before. */
export function withLeaves<T extends object>(object: T, leaves: readonly Leaf[]): T {
  let written: T = object
  for (const [path, value] of leaves)
    written = value === undefined ? withoutLeaf(written, path) : withLeaf(written, path, value)
  return written
}

function withoutLeaf<T extends object>(object: T, path: string): T {
  const [part = '', ...rest] = path.split('.')
  const key = keyOf(part)
  if (!Object.hasOwn(object, key)) return object
  const { [key]: inner, ...others } = object as Record<string, unknown>
  if (rest.length === 0) return others as T
  if (typeof inner !== 'object' || inner === null) return object
  return { ...object, [key]: withoutLeaf(inner, rest.join('.')) }
}
