import * as Y from 'yjs'

type Struct = ReturnType<typeof Y.decodeUpdate>['structs'][number]

/** How many shared types stand within each other where an update adds one: 1 for one in a root type; 0 for none. */
export function deepestType(doc: Y.Doc, structs: readonly Struct[]): number {
  let deepest = 0
  let levelOf: ((item: Y.Item) => number) | undefined
  for (const struct of structs) {
    if (!(struct instanceof Y.Item && struct.content instanceof Y.ContentType)) continue
    levelOf ??= levels(doc, structs)
    deepest = Math.max(deepest, levelOf(struct))
  }
  return deepest
}

/** Counts, without recursion, how many types an item of an update stands in. */
function levels(doc: Y.Doc, structs: readonly Struct[]): (item: Y.Item) => number {
  const find = finder(doc, structs)
  const known = new Map<Y.Item, number>()
  return (item) => {
    const path: { readonly item: Y.Item; readonly below: 0 | 1 }[] = []
    let at: Y.Item | null = item
    while (at !== null && !known.has(at)) {
      // Ends a circle, too: it holds nothing, and is refused when Yjs cannot apply it.
      known.set(at, 0)
      const { id, below } = whereabouts(at)
      path.push({ item: at, below })
      at = id && find(id)
    }
    let level = at === null ? 0 : (known.get(at) ?? 0)
    for (const { item, below } of path.reverse()) {
      level += below
      known.set(item, level)
    }
    return level
  }
}

/** What an item stands in, by one level below it, or what it stands beside, at the same level. */
function whereabouts({ parent, origin, rightOrigin }: Y.Item): { id: Y.ID | null; below: 0 | 1 } {
  if (parent instanceof Y.ID) return { id: parent, below: 1 }
  if (parent instanceof Y.AbstractType) return { id: parent._item?.id ?? null, below: 1 }
  if (typeof parent === 'string') return { id: null, below: 1 }
  return { id: origin ?? rightOrigin, below: 0 }
}

/** Finds the item that an id names, in the update or else in the document. */
function finder(doc: Y.Doc, structs: readonly Struct[]): (id: Y.ID) => Y.Item | null {
  const byClient = new Map<number, Struct[]>()
  for (const struct of structs) {
    const own = byClient.get(struct.id.client)
    if (own) own.push(struct)
    else byClient.set(struct.id.client, [struct])
  }
  return ({ client, clock }) => {
    const isKnown = clock < Y.getState(doc.store, client)
    const among: readonly Struct[] = (isKnown ? doc.store.clients : byClient).get(client) ?? []
    const struct = structAt(among, clock)
    return struct instanceof Y.Item ? struct : null
  }
}

function structAt(structs: readonly Struct[], clock: number): Struct | null {
  let [from, to] = [0, structs.length - 1]
  while (from <= to) {
    const middle = (from + to) >> 1
    const struct = structs[middle]
    if (struct === undefined) return null
    if (clock < struct.id.clock) to = middle - 1
    else if (clock >= struct.id.clock + struct.length) from = middle + 1
    else return struct
  }
  return null
}
