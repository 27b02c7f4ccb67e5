import type { IndexKey } from '@tldraw/utils'
import { indexBetween } from './indexBetween.ts'
import { compareText, type RawRecord, type Repairs } from './rawRecord.ts'

/** Gives siblings that two people put at the same place places of their own: the smaller id stays, the others go just above. */
export function sortOutIndices(siblings: Iterable<RawRecord>, repairs: Repairs) {
  const list = [...siblings]
  if (new Set(list.map(indexOf)).size === list.length) return
  list.sort((a, b) => compareText(indexOf(a), indexOf(b)) || compareText(a.id, b.id))
  let below: IndexKey | null = null
  for (const [at, record] of list.entries()) {
    let index: IndexKey = indexOf(record)
    if (below !== null && index <= below) {
      index = indexBetween(below, firstAbove(below, list, at + 1))
      repairs.set(record.id, { ...repairs.get(record.id), index })
    }
    below = index
  }
}

function firstAbove(below: IndexKey, list: readonly RawRecord[], from: number): IndexKey | null {
  for (let at = from; at < list.length; at += 1) {
    const record = list[at]
    if (record && indexOf(record) > below) return indexOf(record)
  }
  return null
}

const indexOf = (record: RawRecord) => record.index as IndexKey
