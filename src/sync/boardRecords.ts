import type { TLRecord } from '@tldraw/tlschema'
import { isEqual } from '@tldraw/utils'
import * as Y from 'yjs'
import { fromLeaves } from '../document/leaves.ts'
import { type BadRecord, type RecordStore, whyBad } from './checkRecord.ts'
import type { RawRecord, Repairs } from './rawRecord.ts'
import { repair } from './repair.ts'

/** The document's records as a store should show them: checked one by one, and repaired together. */
export interface BoardRecords {
  /** Reads one record again. True if it came, went, or changed between good and bad. */
  load(id: string): boolean
  /** Repairs all records again; the ids whose repair is another than before. */
  repairAll(): Set<string>
  /** The record to show; undefined if there is none, or it is bad or hidden. */
  shown(id: string): TLRecord | undefined
  /** The values that the repair shows instead of those in the document. */
  repaired(id: string): Readonly<Record<string, unknown>>
  has(id: string): boolean
  hasPage(): boolean
  ids(): Iterable<string>
  /** Bindings that have one of these shapes at an end. */
  bindingsOf(shapeIds: ReadonlySet<string>): string[]
  /** The same list until it changes. */
  problems(): readonly BadRecord[]
}

/** Follows `map`, a Y.Map of record id → Y.Map of leaves; `store` says what a valid record is. */
export function readBoardRecords(
  map: Y.Map<unknown>,
  store: RecordStore,
  containerTypes: ReadonlySet<string>,
): BoardRecords {
  const good = new Map<string, RawRecord>()
  const bad = new Map<string, string>()
  const pages = new Set<string>()
  let problems: readonly BadRecord[] | null = null
  let repairs: Repairs = new Map()

  function load(id: string): boolean {
    const wasGood = good.has(id)
    good.delete(id)
    if (bad.delete(id)) problems = null
    pages.delete(id)
    const leaves = map.get(id)
    if (leaves instanceof Y.Map) {
      const record = fromLeaves(id, leaves.entries())
      const reason = whyBad(store, id, record)
      if (reason !== undefined) bad.set(id, reason)
      else good.set(id, record as RawRecord)
      if (good.get(id)?.typeName === 'page') pages.add(id)
    } else if (map.has(id)) bad.set(id, 'The document holds no properties under this id.')
    if (bad.has(id)) problems = null
    return good.has(id) !== wasGood
  }

  function repairAll(): Set<string> {
    const next = repair(good.values(), containerTypes)
    const changed = new Set<string>()
    for (const id of new Set([...next.keys(), ...repairs.keys()])) {
      if (!isEqual(next.get(id), repairs.get(id))) changed.add(id)
    }
    repairs = next
    return changed
  }

  for (const id of map.keys()) load(id)
  repairAll()

  return {
    load,
    repairAll,
    shown(id) {
      const [record, replacement] = [good.get(id), repairs.get(id)]
      if (!record || replacement === null) return undefined
      return { ...record, ...replacement } as unknown as TLRecord
    },
    repaired: (id) => repairs.get(id) ?? {},
    has: (id) => good.has(id),
    hasPage: () => pages.size > 0,
    ids: () => good.keys(),
    bindingsOf: (shapeIds) =>
      [...good.values()]
        .filter(({ typeName }) => typeName === 'binding')
        .filter(({ fromId, toId }) => shapeIds.has(String(fromId)) || shapeIds.has(String(toId)))
        .map(({ id }) => id),
    problems() {
      problems ??= [...bad].map(([id, reason]) => ({ id, reason }))
      return problems
    },
  }
}
