import type { RawRecord } from './rawRecord.ts'

/**
 * The parent of every shape. One whose parent is gone or cannot hold shapes goes to the first page, and so
 * does the smallest id of a cycle. A missing page is left alone: tldraw's own `deletePage` leaves its shapes.
 *
 * @param pages sorted by id
 */
export function findParents(
  shapes: ReadonlyMap<string, RawRecord>,
  pages: readonly RawRecord[],
  containerTypes: ReadonlySet<string>,
): Map<string, string> {
  const home = firstPage(pages)
  const parents = new Map<string, string>()
  for (const { id, parentId } of shapes.values()) {
    const parent = shapes.get(String(parentId))
    const holds = parent && canHold(String(parent.type), containerTypes)
    parents.set(id, holds || String(parentId).startsWith('page:') ? String(parentId) : home)
  }
  breakCycles(parents, home)
  return parents
}

/** The page that a shape is on. */
export function rootOf(id: string, parents: ReadonlyMap<string, string>): string | undefined {
  let root: string | undefined = id
  while (root !== undefined && parents.has(root)) root = parents.get(root)
  return root
}

function firstPage(pages: readonly RawRecord[]): string {
  let first: RawRecord | undefined
  for (const page of pages) if (!first || String(page.index) < String(first.index)) first = page
  return first?.id ?? 'page:page'
}

function canHold(type: string, containerTypes: ReadonlySet<string>): boolean {
  return type === 'frame' || type === 'group' || containerTypes.has(type)
}

function breakCycles(parents: Map<string, string>, home: string) {
  const walked = new Map<string, string>()
  for (const start of parents.keys()) {
    const path: string[] = []
    let id: string | undefined = start
    while (id !== undefined && parents.has(id) && !walked.has(id)) {
      walked.set(id, start)
      path.push(id)
      id = parents.get(id)
    }
    if (id === undefined || walked.get(id) !== start) continue
    const smallest = path.slice(path.indexOf(id)).sort()[0]
    if (smallest !== undefined) parents.set(smallest, home)
  }
}
