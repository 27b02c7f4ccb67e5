import { isEqual } from '@tldraw/utils'
import type { Editor, TLRecord, TLShapeId } from 'tldraw'
import { whyBad } from './checkRecord.ts'
import { asObject } from './dirty.ts'
import { type Step, stepOf } from './historyStep.ts'
import { storeInternals } from './internals.ts'
import { planStep, type StepPlan } from './planStep.ts'
import { byDependence, tidySession } from './showInStore.ts'
import { withValues } from './withValues.ts'

/**
 * Does a step as far as it contradicts nobody, and answers what really changed. That is what the opposite
 * step has to take back: no more, and with others' edits in what comes and goes.
 */
export function applyStep(editor: Editor, step: Step): Step {
  const { store } = editor
  const plan = planStep(editor, step)
  const internals = storeInternals(store)
  const changes = store.extractingChanges(() => {
    internals.atomic(() => carryOut(editor, plan), true, false)
    internals.ensureStoreIsUsable()
    tidySession(store)
  })
  return stepOf(store, changes)
}

function carryOut(editor: Editor, plan: StepPlan) {
  const { store } = editor
  moveOthersOut(editor, plan)
  if (plan.removed.size > 0) store.remove([...plan.removed])
  const puts = [...plan.made.values(), ...changedRecords(editor, plan)].sort(byDependence)
  if (puts.length > 0) store.put(puts)
}

/** What others put into a frame or group of mine outlives it, where it is on the page. */
function moveOthersOut(editor: Editor, { removed, changed }: StepPlan) {
  for (const id of removed) {
    const shape = editor.getShape(id as TLShapeId)
    if (!shape) continue
    const left = editor
      .getSortedChildIdsForParent(shape)
      .filter((child) => !removed.has(child) && !changed.get(child)?.has('parentId'))
    if (left.length === 0) continue
    const above = editor.getShapeAncestors(shape).findLast((ancestor) => !removed.has(ancestor.id))
    editor.reparentShapes(left, above?.id ?? editor.getAncestorPageId(shape) ?? editor.getCurrentPageId())
  }
}

/** The records with their new values; one that would not be valid with a part of them stays as it is. */
function changedRecords({ store }: Editor, { changed }: StepPlan): TLRecord[] {
  return [...changed].flatMap(([id, values]) => {
    const now = store.get(id)
    if (!now || values.size === 0) return []
    const next = withValues(now, values)
    const isBoards = store.scopedTypes.document.has(now.typeName)
    if (isEqual(now, next) || (isBoards && whyBad(store, id, asObject(next)) !== undefined)) return []
    return [next]
  })
}
