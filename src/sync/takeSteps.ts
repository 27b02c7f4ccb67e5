import type { Step } from './historyStep.ts'
import type { Mark, Stack, StackEntry } from './internals.ts'
import { mergeSteps } from './mergeSteps.ts'

/** What one undo or redo takes off a stack. */
export interface Taken {
  readonly step: Step
  /** Marks that lay on top of the step. */
  readonly marksBefore: readonly Mark[]
  /** Marks that lay below or inside it. */
  readonly marksAfter: readonly Mark[]
  readonly rest: Stack
}

/** Takes everything down to `toMark`, or to the nearest mark that has anything above it. */
export function takeUndo(undos: Stack, pending: Step, toMark: string | undefined): Taken {
  const marksBefore: Mark[] = []
  const marksAfter: Mark[] = []
  const steps = [pending]
  let rest = undos
  let isThere = false
  while (pending.size === 0 && rest.head?.type === 'stop' && !isThere) {
    isThere = rest.head.id === toMark
    marksBefore.push(rest.head)
    rest = rest.tail
  }
  while (rest.head && !isThere) {
    const entry = rest.head
    rest = rest.tail
    if (entry.type === 'diff') steps.push(entry.diff)
    else {
      marksAfter.push(entry)
      isThere = toMark === undefined || entry.id === toMark
    }
  }
  return { step: mergeSteps(steps.reverse()), marksBefore, marksAfter, rest }
}

/** Takes the step on top, and the mark below it. */
export function takeRedo(redos: Stack): Taken {
  const marksBefore: Mark[] = []
  const steps: Step[] = []
  let rest = redos
  while (rest.head?.type === 'stop') {
    marksBefore.push(rest.head)
    rest = rest.tail
  }
  while (rest.head?.type === 'diff') {
    steps.push(rest.head.diff)
    rest = rest.tail
  }
  if (rest.head?.type !== 'stop') return { step: mergeSteps(steps), marksBefore, marksAfter: [], rest }
  return { step: mergeSteps(steps), marksBefore, marksAfter: [rest.head], rest: rest.tail }
}

/** Puts what was really done on the other stack; nothing if nothing was. */
export function pushDone(stack: Stack, taken: Taken, done: Step): Stack {
  if (done.size === 0) return stack
  const entries: StackEntry[] = [...taken.marksBefore, { type: 'diff', diff: done }, ...taken.marksAfter]
  return entries.reduce((onto, entry) => onto.push(entry), stack)
}

/** The stack above a mark and from it on down; undefined if there is no such mark. */
export function splitAtMark(undos: Stack, id: string): { steps: Step[]; rest: Stack } | undefined {
  const steps: Step[] = []
  let rest = undos
  while (rest.head && !(rest.head.type === 'stop' && rest.head.id === id)) {
    if (rest.head.type === 'diff') steps.push(rest.head.diff)
    rest = rest.tail
  }
  return rest.head ? { steps: steps.reverse(), rest } : undefined
}
