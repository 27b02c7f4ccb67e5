import type { CardTable } from './card.ts'

/** What each criterion is called in the rows of a design: its name, or that and a number where it is taken. */
export function criterionKeys(
  { columns }: CardTable,
  criteria: readonly { readonly id: string; readonly name: string }[],
): Map<string, string> {
  const taken = new Set(columns.map(({ id }) => id))
  const seen = new Map<string, number>()
  const keys = new Map<string, string>()
  for (const [n, { id, name }] of criteria.entries()) {
    const wanted = name.trim() || `criterion ${n + 1}`
    let key = wanted
    while (taken.has(key)) {
      const again = (seen.get(wanted) ?? 1) + 1
      seen.set(wanted, again)
      key = `${wanted} (${again})`
    }
    taken.add(key)
    keys.set(id, key)
  }
  return keys
}
