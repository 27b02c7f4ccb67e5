/** Walks over a directed graph, without recursion: what is drawn may be as deep as it likes. */

type Next = (id: string) => readonly string[]

/**
 * Everything that is reached from the starts, each after all that it leads to, unless that is a way back. What
 * comes first is walked last, so that the reverse has it first.
 */
export function postOrder(starts: Iterable<string>, next: Next): string[] {
  const seen = new Set<string>()
  const order: string[] = []
  for (const start of starts) {
    if (seen.has(start)) continue
    seen.add(start)
    const open = [{ id: start, left: [...next(start)] }]
    for (let top = open.at(-1); top; top = open.at(-1)) {
      const id = top.left.pop()
      if (id === undefined) {
        order.push(top.id)
        open.pop()
      } else if (!seen.has(id)) {
        seen.add(id)
        open.push({ id, left: [...next(id)] })
      }
    }
  }
  return order
}

/**
 * The circles among everything that is reached: each a set from any of which one comes back to it. Kosaraju's
 * way: what reaches back, last finished first.
 */
export function circles(starts: Iterable<string>, next: Next): string[][] {
  const order = postOrder(starts, next)
  const back = turned(order, next)
  const placed = new Set<string>()
  const found: string[][] = []
  for (const id of order.toReversed()) {
    const circle = postOrder(placed.has(id) ? [] : [id], (at) =>
      (back.get(at) ?? []).filter((from) => !placed.has(from)),
    )
    for (const member of circle) placed.add(member)
    if (circle.length > 1 || (circle.length === 1 && next(id).includes(id))) found.push(circle.sort())
  }
  return found
}

/** Who leads to each. */
function turned(ids: readonly string[], next: Next): ReadonlyMap<string, readonly string[]> {
  const back = new Map<string, string[]>()
  for (const id of ids) {
    for (const to of next(id)) {
      const callers = back.get(to)
      if (callers) callers.push(id)
      else back.set(to, [id])
    }
  }
  return back
}
