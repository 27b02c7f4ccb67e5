import type { RawRecord } from './rawRecord.ts'

/** How many frames and groups may be around a shape: tldraw walks through them for all it draws, and overflows at some thousand. */
export const MAX_AROUND = 32

/** Where a shape is. */
export interface Standing {
  readonly parentId: string
  readonly pageId: string
}

/**
 * Where every shape is. One whose parent is gone or cannot hold shapes goes to the first page, and so does the
 * smallest id of a cycle; one with too much around it goes to the page that it is on. A missing page is left
 * alone: tldraw's own `deletePage` leaves its shapes.
 *
 * @param pages sorted by id
 */
export function findParents(
  shapes: ReadonlyMap<string, RawRecord>,
  pages: readonly RawRecord[],
  containerTypes: ReadonlySet<string>,
): ReadonlyMap<string, Standing> {
  const home = firstPage(pages)
  const parents = new Map<string, string>()
  for (const { id, parentId } of shapes.values()) {
    const parent = shapes.get(String(parentId))
    const holds = parent && canHold(String(parent.type), containerTypes)
    parents.set(id, holds || String(parentId).startsWith('page:') ? String(parentId) : home)
  }
  breakCycles(parents, home)
  return fromPageInwards(parents)
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

/** Each shape once; what is in one that goes to its page is counted from there. */
function fromPageInwards(parents: ReadonlyMap<string, string>): Map<string, Standing> {
  const known = new Map<string, Standing & { readonly around: number }>()
  for (const start of parents.keys()) {
    for (const id of pathUp(start, parents, known).reverse()) {
      const parentId = parents.get(id) ?? ''
      const parent = known.get(parentId)
      const pageId = parent?.pageId ?? parentId
      const around = parent ? parent.around + 1 : 0
      const isTooDeep = around > MAX_AROUND
      known.set(id, isTooDeep ? { parentId: pageId, pageId, around: 0 } : { parentId, pageId, around })
    }
  }
  return known
}

/** The shape and what is around it, up to what is known or the page. */
function pathUp(start: string, parents: ReadonlyMap<string, string>, known: ReadonlyMap<string, unknown>) {
  const path: string[] = []
  for (let id: string | undefined = start; id && parents.has(id) && !known.has(id); id = parents.get(id)) {
    path.push(id)
  }
  return path
}
