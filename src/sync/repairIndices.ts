import type { IndexKey } from '@tldraw/utils'
import { indicesBetween } from './indexBetween.ts'
import { compareText, type RawRecord, type Repairs } from './rawRecord.ts'

/** Gives siblings that two people put at the same place places of their own: the smaller id stays, the others go just above. */
export function sortOutIndices(siblings: Iterable<RawRecord>, repairs: Repairs) {
  const list = [...siblings]
  if (new Set(list.map(indexOf)).size === list.length) return
  list.sort((a, b) => compareText(indexOf(a), indexOf(b)) || compareText(a.id, b.id))
  let below: IndexKey | null = null
  let at = 0
  for (let record = list[at]; record; record = list[at]) {
    if (below === null || indexOf(record) > below) {
      below = indexOf(record)
      at += 1
      continue
    }
    const end = firstAbove(below, list, at)
    const above = list[end]
    const indices = indicesBetween(below, above ? indexOf(above) : null, end - at)
    for (const [n, index] of indices.entries()) {
      const id = list[at + n]?.id ?? ''
      repairs.set(id, { ...repairs.get(id), index })
    }
    // Where there was no room under the next, that one gives way too.
    below = indices.at(-1) ?? below
    at = end
  }
}

/** The place in the list of the first that lies above. */
function firstAbove(below: IndexKey, list: readonly RawRecord[], from: number): number {
  let at = from
  for (let record = list[at]; record && indexOf(record) <= below; record = list[at]) at += 1
  return at
}

const indexOf = (record: RawRecord) => record.index as IndexKey
