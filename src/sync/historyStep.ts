import type { RecordsDiff } from '@tldraw/store'
import type { TLRecord, TLStore } from '@tldraw/tlschema'
import { leafAt } from '../document/leaves.ts'
import { asObject, changedValues } from './dirty.ts'
import { type PlacesAbove, placesAbove } from './placesAbove.ts'

/** What one step of a person's history did, by record. */
export type Step = Map<TLRecord['id'], RecordStep>

export type RecordStep = Made | Removed | Changed

interface Made {
  readonly kind: 'made'
  readonly record: TLRecord
}

interface Removed {
  readonly kind: 'removed'
  readonly record: TLRecord
}

export interface Changed {
  readonly kind: 'changed'
  readonly typeName: TLRecord['typeName']
  /** Of a shape: its parent where the step does not change it, else the one after it. */
  readonly parentId: TLRecord['id'] | undefined
  readonly leaves: ReadonlyMap<string, FromTo>
  /** Where the step changes the parent: what was around the shape, before and after. */
  readonly above?: readonly [before: PlacesAbove, after: PlacesAbove]
}

/** A leaf before and after; undefined where the record had none. */
type FromTo = readonly [from: unknown, to: unknown]

/** A change of the store, leaf by leaf, without what tldraw keeps out of history. */
export function stepOf(store: TLStore, changes: RecordsDiff<TLRecord>): Step {
  const step: Step = new Map()
  for (const record of Object.values(changes.added)) step.set(record.id, { kind: 'made', record })
  for (const record of Object.values(changes.removed)) step.set(record.id, { kind: 'removed', record })
  for (const [from, to] of Object.values(changes.updated)) {
    const { ephemeralKeySet } = store.schema.types[to.typeName]
    const changed = changeOf(from, to, (key) => ephemeralKeySet.has(key))
    if (changed) step.set(to.id, withAbove(store, changed))
  }
  return step
}

function withAbove(store: TLStore, changed: Changed): Changed {
  const [from, to] = changed.leaves.get('parentId') ?? []
  if (from === undefined || to === undefined) return changed
  const above = (id: unknown) => placesAbove(store, id as TLRecord['id'])
  return { ...changed, above: [above(from), above(to)] }
}

/** What makes one version of a record into another; undefined if nothing does. */
export function changeOf(
  from: TLRecord,
  to: TLRecord,
  isIgnored: (key: string) => boolean = () => false,
): Changed | undefined {
  const leaves = new Map<string, FromTo>()
  for (const path of changedValues(asObject(from), asObject(to))) {
    const [key = path] = path.split('.')
    if (!isIgnored(key)) leaves.set(path, [leafAt(asObject(from), path), leafAt(asObject(to), path)])
  }
  if (leaves.size === 0) return undefined
  return { kind: 'changed', typeName: to.typeName, parentId: parentOf(to), leaves }
}

/** The step that takes a step back. */
export function reverseStep(step: Step): Step {
  return new Map([...step].map(([id, done]) => [id, reversed(done)]))
}

function reversed(done: RecordStep): RecordStep {
  if (done.kind === 'made') return { ...done, kind: 'removed' }
  if (done.kind === 'removed') return { ...done, kind: 'made' }
  const leaves = [...done.leaves].map(([path, [from, to]]) => [path, [to, from]] as const)
  const { above } = done
  return { ...done, leaves: new Map(leaves), ...(above && { above: [above[1], above[0]] }) }
}

/** Whether a step did something to the board, and not only to this person's selection or page. */
export function touchesBoard(store: TLStore, step: Step): boolean {
  for (const done of step.values()) {
    const { typeName } = done.kind === 'changed' ? done : done.record
    if (store.scopedTypes.document.has(typeName)) return true
  }
  return false
}

function parentOf(record: TLRecord): TLRecord['id'] | undefined {
  return record.typeName === 'shape' ? record.parentId : undefined
}
