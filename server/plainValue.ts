/**
 * Whether a value is one that everybody can read again: nested up to `levels` deep, since Yjs and JSON read
 * recursively, and without a property `constructor` of its own, by which Yjs would take it for something else
 * and throw.
 */
export function isPlain(value: unknown, levels: number): boolean {
  if (typeof value !== 'object' || value === null || value instanceof Uint8Array) return true
  if (levels === 0 || Object.hasOwn(value, 'constructor')) return false
  return Object.values(value).every((part) => isPlain(part, levels - 1))
}
