import { atom, type Signal } from '@tldraw/state'
import type { TLRecord, TLStore } from '@tldraw/tlschema'
import { isEqual } from '@tldraw/utils'
import type * as Y from 'yjs'
import { fromLeaves } from '../document/leaves.ts'
import { RECORDS } from '../document/names.ts'
import { type BoardRecords, readBoardRecords } from './boardRecords.ts'
import { type BadRecord, whyBad } from './checkRecord.ts'
import { asObject, changedValues, type Dirty, keepDirty, markDirty, withLeaves } from './dirty.ts'
import { storeInternals } from './internals.ts'
import { createPacer, type Pacer } from './pacer.ts'
import { PLACE } from './place.ts'
import { STRUCTURAL } from './repair.ts'
import { type Change, hasOtherParent, showInStore } from './showInStore.ts'
import { SYNTHETIC } from './synthetic.ts'
import { type Written, writeDirty } from './writeDirty.ts'

/** Local edits are written at most every so many ms, the last state always. */
const WRITE_EVERY_MS = 1000 / 30

export interface BindingOptions {
  readonly store: TLStore
  readonly doc: Y.Doc
  /** Shape types that hold shapes, besides tldraw's frame and group. */
  readonly containerTypes: readonly string[]
  /** Never writes. */
  readonly readonly: boolean
  /** Shows a change with `show`; may prepare for it. */
  readonly around?: (change: Change, show: () => void) => void
}

export interface StoreBinding {
  /** Whether the store holds edits that are not in the document yet. */
  readonly unsent: Signal<boolean>
  /** Records of the document that cannot be shown. */
  readonly problems: Signal<readonly BadRecord[]>
  /** Writes unsent edits now. */
  flush(): void
  /** Writes unsent edits and lets go of store and document. */
  stop(): void
}

/** What the parts of one binding share. */
interface Bound extends BindingOptions {
  readonly map: Y.Map<unknown>
  readonly records: BoardRecords
  readonly dirty: Dirty
  readonly synthetic: Set<string>
  /** True while others' edits are being shown, which are not ours to write. */
  isShowing: boolean
}

/**
 * Keeps a tldraw store and a Y.Doc (architecture: `records`, leaf by leaf) equal. Call it after the first
 * sync: what the document holds replaces the board in the store. A newcomer writes nothing.
 */
export function bindStore(options: BindingOptions): StoreBinding {
  const { store, doc } = options
  const map = doc.getMap<unknown>(RECORDS)
  const records = readBoardRecords(map, store, new Set(options.containerTypes))
  const bound: Bound = { ...options, map, records, dirty: new Map(), synthetic: new Set(), isShowing: false }
  const unsent = atom('unsent edits', false)
  const problems = atom<readonly BadRecord[]>('bad records', records.problems(), { isEqual })
  const origin = Symbol('bindStore')

  const flush = () => {
    pacer.cancel()
    if (bound.dirty.size === 0) {
      unsent.set(false)
      return
    }
    settle(bound, write(bound, origin))
    problems.set(records.problems())
    unsent.set(bound.dirty.size > 0)
  }
  const pacer = createPacer(WRITE_EVERY_MS, flush)

  const observe = (events: YEvents, transaction: Y.Transaction) => {
    if (transaction.origin === origin) return
    receive(bound, events)
    problems.set(records.problems())
    // An unsent place of mine may be taken now: once both are in the document, the repair sees both.
    if (hasStructuralEdit(bound.dirty)) doc.once('afterAllTransactions', flush)
  }
  map.observeDeep(observe)
  const stopHearing = options.readonly ? () => {} : hearStore(bound, unsent.set.bind(unsent), pacer)
  show(bound, new Set([...records.ids(), ...boardIds(store)]))

  return {
    unsent,
    problems,
    flush,
    stop() {
      flush()
      stopHearing()
      map.unobserveDeep(observe)
    },
  }
}

/** Hears every change as it happens: `store.listen` reports a frame later, when it may be out of date. */
function hearStore(bound: Bound, setUnsent: (unsent: boolean) => void, pacer: Pacer) {
  const { store, dirty } = bound
  return storeInternals(store).addHistoryInterceptor(({ changes }, source) => {
    if (source !== 'user' || bound.isShowing) return
    markDirty(dirty, changes, (record) => isBoardRecord(store, record))
    if (dirty.size === 0) return
    setUnsent(true)
    pacer.request()
  })
}

/** Writes what is dirty. If it throws, all stays dirty, though a part may be in the document: nobody knows which. */
function write(bound: Bound, origin: unknown): Written {
  const dirty = new Map(bound.dirty)
  bound.dirty.clear()
  try {
    return writeDirty(bound, dirty, origin)
  } catch (error) {
    keepDirty(bound.dirty, dirty)
    const ids = new Set(dirty.keys())
    settle(bound, { ids: new Set([...ids, ...bound.records.bindingsOf(ids)]), isStructural: true })
    throw error
  }
}

/** Reads what was written again, since repairs may have been written along. */
function settle(bound: Bound, written: Written) {
  let isStructural = written.isStructural
  for (const id of written.ids) if (bound.records.load(id)) isStructural = true
  if (!isStructural) return
  show(bound, new Set([...written.ids, ...bound.records.repairAll()]))
}

/** Takes in one transaction of somebody else. */
function receive(bound: Bound, events: YEvents) {
  const { ids, keys } = touched(events)
  let isStructural = keys.some((key) => STRUCTURAL.has(key))
  for (const id of ids) {
    if (!bound.map.has(id)) bound.dirty.delete(id)
    narrow(bound, id)
    if (bound.records.load(id)) isStructural = true
  }
  if (isStructural) for (const id of bound.records.repairAll()) ids.add(id)
  show(bound, ids)
}

/** A record that I have taken away and brought back is not mine as a whole: only what I changed in it is. */
function narrow({ dirty, store, records }: Bound, id: string) {
  const [before, now] = [records.shown(id), store.get(id as TLRecord['id'])]
  if (dirty.get(id) === 'whole' && before && now)
    dirty.set(id, changedValues(asObject(before), asObject(now)))
}

type YEvents = readonly Y.YEvent<Y.AbstractType<unknown>>[]

/** The records that events are about, and the leaves that changed; a record that came or went counts as its type. */
function touched(events: YEvents): { ids: Set<string>; keys: string[] } {
  const ids = new Set<string>()
  const keys: string[] = []
  for (const { path, keys: changed } of events) {
    if (path.length === 0) {
      for (const id of changed.keys()) ids.add(id)
      keys.push('typeName')
    } else {
      ids.add(String(path[0]))
      keys.push(...changed.keys())
    }
  }
  return { ids, keys }
}

/** Makes the store show these records as the document has them, except for unsent edits of this browser. */
function show(bound: Bound, ids: ReadonlySet<string>) {
  const change = plan(bound, ids)
  if (change.puts.length === 0 && change.removes.length === 0) return
  // `around` may end a gesture, which edits the store: what stands and what gives way is to be seen anew.
  const apply = () => withoutHearing(bound, () => showInStore(bound.store, plan(bound, ids)))
  if (bound.around) bound.around(change, apply)
  else apply()
}

function plan(bound: Bound, ids: ReadonlySet<string>): Change {
  const change: Change = { puts: [], removes: [] }
  for (const id of ids) planRecord(bound, id, change)
  planSynthetic(bound, change)
  return change
}

function planRecord(bound: Bound, id: string, change: Change) {
  const now = bound.store.get(id as TLRecord['id'])
  const next = toShow(bound, id)
  if (next === 'leave') return
  if (next) {
    bound.synthetic.delete(id)
    if (!isEqual(now, next)) change.puts.push(next)
  } else {
    bound.dirty.delete(id)
    if (now) change.removes.push(now.id)
  }
}

function withoutHearing(bound: Bound, run: () => void) {
  bound.isShowing = true
  try {
    run()
  } finally {
    bound.isShowing = false
  }
}

/** The record to show, undefined for none; `leave` where this browser's unsent creation or deletion stands. */
function toShow({ store, dirty, records }: Bound, id: string): TLRecord | undefined | 'leave' {
  const unsent = dirty.get(id)
  if (unsent === 'whole') return 'leave'
  const now = store.get(id as TLRecord['id'])
  const next = records.shown(id)
  if (!next || !now || !unsent) return next
  // Coordinates are the parent's: mine mean nothing where somebody else has put the shape.
  if (!unsent.has('parentId') && hasOtherParent(store, next)) for (const path of PLACE) unsent.delete(path)
  const both = fromLeaves(id, withLeaves(asObject(next), unsent, asObject(now)))
  if (whyBad(store, id, both) === undefined) return both as unknown as TLRecord
  // Somebody has made something else of it, in which mine means nothing.
  dirty.delete(id)
  return next
}

function planSynthetic({ store, records, synthetic, dirty }: Bound, change: Change) {
  const willBe = (id: TLRecord['id']) => store.has(id) || change.puts.some((put) => put.id === id)
  const keep = (record: TLRecord) => {
    const at = change.removes.indexOf(record.id)
    if (at >= 0) change.removes.splice(at, 1)
    if (!willBe(record.id)) change.puts.push(record)
    synthetic.add(record.id)
  }
  if (!records.has(SYNTHETIC.document.id)) keep(SYNTHETIC.document)
  const hasOwnPage = [...dirty.keys()].some((id) => id.startsWith('page:') && store.has(id as TLRecord['id']))
  const { id } = SYNTHETIC.page
  if (!records.hasPage() && !hasOwnPage) keep(SYNTHETIC.page)
  else if (synthetic.has(id) && !records.has(id) && store.has(id) && !dirty.has(id)) change.removes.push(id)
}

function hasStructuralEdit(dirty: Dirty): boolean {
  for (const paths of dirty.values()) {
    if (paths === 'whole' || [...paths].some((path) => STRUCTURAL.has(path))) return true
  }
  return false
}

function isBoardRecord(store: TLStore, record: TLRecord): boolean {
  return store.scopedTypes.document.has(record.typeName)
}

function boardIds(store: TLStore): string[] {
  return store
    .allRecords()
    .filter((record) => isBoardRecord(store, record))
    .map(({ id }) => id)
}
