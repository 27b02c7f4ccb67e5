import type { TLRecord } from '@tldraw/tlschema'
import { isEqual } from '@tldraw/utils'
import { leafAt } from '../document/leaves.ts'
import { asObject } from './dirty.ts'
import { type Changed, changeOf, type RecordStep, type Step } from './historyStep.ts'
import { PLACE } from './place.ts'
import { withValues } from './withValues.ts'

/** Steps made one after the other, as one step. */
export function mergeSteps(steps: readonly Step[]): Step {
  const merged: Step = new Map()
  for (const step of steps) addStep(merged, step)
  return merged
}

/** Adds a later step to `step`. */
export function addStep(step: Step, later: Step) {
  for (const [id, next] of later) {
    const known = step.get(id)
    const both = known ? inOne(known, next) : next
    if (both) step.set(id, both)
    else step.delete(id)
  }
}

/** Undefined where the two cancel each other out. */
function inOne(known: RecordStep, next: RecordStep): RecordStep | undefined {
  if (next.kind === 'removed') {
    if (known.kind === 'made') return undefined
    return known.kind === 'changed' ? { ...next, record: before(known, next.record) } : next
  }
  if (next.kind === 'made') {
    return known.kind === 'removed' ? changeOf(known.record, next.record) : next
  }
  if (known.kind === 'made') return { ...known, record: after(next, known.record) }
  return known.kind === 'changed' ? inOneChange(known, next) : next
}

/** A record as it was before my change, with what somebody else has written since. */
function before({ leaves }: Changed, record: TLRecord): TLRecord {
  const mine = [...leaves].filter(([path, [, to]]) => isEqual(leafAt(asObject(record), path), to))
  return withValues(
    record,
    mine.map(([path, [from]]) => [path, from]),
  )
}

function after({ leaves }: Changed, record: TLRecord): TLRecord {
  return withValues(
    record,
    [...leaves].map(([path, [, to]]) => [path, to]),
  )
}

/** Where somebody else wrote between two writes of mine, the step begins at what they wrote. */
function inOneChange(known: Changed, next: Changed): Changed | undefined {
  const leaves = new Map(known.leaves)
  const parentBefore = next.leaves.get('parentId')?.[0] ?? next.parentId
  const parentKnown = known.leaves.get('parentId')?.[1] ?? known.parentId
  // Somebody else has put the shape elsewhere in between: the old coordinates mean nothing there.
  if (parentBefore !== parentKnown) for (const path of PLACE) leaves.delete(path)
  for (const [path, [from, to]] of next.leaves) {
    const earlier = leaves.get(path)
    const start = earlier && isEqual(earlier[1], from) ? earlier[0] : from
    if (isEqual(start, to)) leaves.delete(path)
    else leaves.set(path, [start, to])
  }
  const above = aboveInOne(known, next)
  return leaves.size > 0 ? { ...next, leaves, ...(above && { above }) } : undefined
}

function aboveInOne({ above: known }: Changed, { above: next }: Changed): Changed['above'] {
  return known && next ? [known[0], next[1]] : (next ?? known)
}
