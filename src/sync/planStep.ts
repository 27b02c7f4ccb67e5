import { isEqual } from '@tldraw/utils'
import type { Editor, TLRecord } from 'tldraw'
import { leafAt } from '../document/leaves.ts'
import { asObject } from './dirty.ts'
import type { Changed, Step } from './historyStep.ts'
import { isAstray, isBoundAnew, isEndOvertaken } from './linkEnds.ts'
import { PLACE } from './place.ts'
import { placeIn } from './placeIn.ts'
import { isCarriedOff } from './placesAbove.ts'

/** What of a step can still be done. */
export interface StepPlan {
  readonly made: ReadonlyMap<string, TLRecord>
  readonly removed: ReadonlySet<TLRecord['id']>
  /** New values by record and leaf. */
  readonly changed: ReadonlyMap<TLRecord['id'], Values>
}

type Values = Map<string, unknown>

/** Looks what of a step does not contradict what others did since it was recorded. */
export function planStep(editor: Editor, step: Step): StepPlan {
  const { store } = editor
  const removed = planRemoved(editor, step)
  const made = planMade(editor, step, removed)
  const changed = new Map<TLRecord['id'], Values>()
  const isThere = (id: unknown) => made.has(String(id)) || store.has(id as TLRecord['id'])
  for (const [id, done] of step) {
    const now = store.get(id)
    // Whoever deleted a record has the last word: no change of mine revives it.
    if (!now || done.kind !== 'changed') continue
    if (store.scopedTypes.document.has(now.typeName)) {
      changed.set(id, withPlace({ editor, step, made }, now, done, boardValues(now, done, isThere)))
    } else changed.set(id, sessionValues(done, isThere))
  }
  for (const [id, values] of changed) {
    if (!isInItself(editor, id, { made, changed })) continue
    for (const path of PLACE) values.delete(path)
  }
  return { made, removed, changed }
}

/** Whether a shape would come to lie in itself: somebody has put what it was in into the shape. */
function isInItself(
  { store }: Editor,
  id: TLRecord['id'],
  { made, changed }: Omit<StepPlan, 'removed'>,
): boolean {
  const parentOf = (at: string) => {
    const record = made.get(at) ?? store.get(at as TLRecord['id'])
    const next = changed.get(at as TLRecord['id'])?.get('parentId')
    return record?.typeName === 'shape' ? String(next ?? record.parentId) : undefined
  }
  const seen = new Set<string>()
  let at = changed.get(id)?.has('parentId') ? parentOf(id) : undefined
  while (at !== undefined && at !== id && !seen.has(at)) {
    seen.add(at)
    at = parentOf(at)
  }
  return at === id
}

/** What goes: a binding that somebody has led elsewhere since only with its link. */
function planRemoved({ store }: Editor, step: Step): ReadonlySet<TLRecord['id']> {
  const removed = new Set<TLRecord['id']>()
  for (const [id, done] of step) {
    const now = store.get(id)
    if (now && done.kind === 'removed' && !isBoundAnew(now, done.record)) removed.add(id)
  }
  return removed
}

/**
 * What comes back: bindings only between two ends, at an end of a link that nobody has seen to since, and what
 * lay in something that is gone on the page.
 */
function planMade(editor: Editor, step: Step, removed: ReadonlySet<TLRecord['id']>): Map<string, TLRecord> {
  const made = new Map<string, TLRecord>()
  for (const [id, done] of step) {
    if (done.kind === 'made' && !editor.store.has(id)) made.set(id, done.record)
  }
  const isThere = (id: TLRecord['id']) => made.has(id) || editor.store.has(id)
  const isOvertaken = isEndOvertaken(editor, step, removed)
  for (const [id, record] of made) {
    if (record.typeName === 'binding') {
      const hasEnds = isThere(record.fromId) && isThere(record.toId)
      if (!hasEnds || isOvertaken(record)) made.delete(id)
    }
    if (record.typeName === 'shape' && !isThere(record.parentId)) {
      made.set(id, { ...record, parentId: editor.getCurrentPageId() })
    }
  }
  return made
}

/** A leaf is set only where it still has the value that the step expects: what somebody else wrote since stays. */
function boardValues(now: TLRecord, change: Changed, isThere: (id: unknown) => boolean): Values {
  if (isAstray(now, change, isThere)) return new Map()
  const { leaves, parentId } = change
  const [parentSeen, parentNext] = leaves.get('parentId') ?? [parentId, parentId]
  const isElsewhere = parentSeen !== undefined && leafAt(asObject(now), 'parentId') !== parentSeen
  const keepsPlace = isElsewhere || (parentNext !== undefined && !isThere(parentNext))
  const overtaken = [...leaves].flatMap(([path, [from]]) =>
    (keepsPlace && PLACE.has(path)) || !isEqual(leafAt(asObject(now), path), from) ? [path] : [],
  )
  // The leaves of an object, such as a funnel's stage, come and go with it.
  const stays = (path: string) => overtaken.some((other) => path === other || path.startsWith(`${other}.`))
  return new Map([...leaves].flatMap(([path, [, to]]) => (stays(path) ? [] : [[path, to] as const])))
}

interface Planning {
  readonly editor: Editor
  readonly step: Step
  readonly made: ReadonlyMap<string, TLRecord>
}

/** If I change the parent back and somebody has moved the shape inside, or with its parent, it stays where it is on the page. */
function withPlace(
  { editor, step, made }: Planning,
  now: TLRecord,
  { leaves, above }: Changed,
  values: Values,
): Values {
  const parentId = values.get('parentId')
  const wasMoved =
    ['x', 'y', 'rotation'].some((path) => leaves.has(path) && !values.has(path)) ||
    (above !== undefined && isCarriedOff(editor.store, above[0], step))
  if (now.typeName !== 'shape' || typeof parentId !== 'string' || !wasMoved) return values
  const place = placeIn(editor, now, parentId, made)
  return new Map([...values, ...Object.entries(place ?? {})])
}

/** My own selection and page are as the step says, whatever has happened, but name nothing that is gone. */
function sessionValues({ leaves }: Changed, isThere: (id: unknown) => boolean): Values {
  const values: Values = new Map()
  for (const [path, [, to]] of leaves) {
    if (path === 'currentPageId') {
      if (isThere(to)) values.set(path, to)
    } else if (path === 'selectedShapeIds' && Array.isArray(to)) values.set(path, to.filter(isThere))
    else values.set(path, isShapeId(to) && !isThere(to) ? null : to)
  }
  return values
}

function isShapeId(value: unknown): boolean {
  return typeof value === 'string' && value.startsWith('shape:')
}
