import { react, type Signal } from '@tldraw/state'
import type { Editor } from 'tldraw'
import { watchEdits } from '../../canvas/watchEdits.ts'
import { type Clock, followEdit } from '../../domain/pace/clock.ts'
import type { Run } from '../../domain/pace/run.ts'
import type { RunAct } from '../../domain/pace/runAct.ts'

/** Posts in which step this person edits, where that changes something. Returns how to stop. */
export function followEdits(
  editor: Editor,
  run: Signal<Run | null>,
  post: (act: RunAct) => void,
): () => void {
  /** What the clock will be once what was posted has come back. */
  let expected: Clock | null = null
  const stopForgetting = react('the run has come', () => {
    expected = run.get()?.clock ?? null
  })
  const stopWatching = watchEdits(editor, (step) => {
    const clock = expected
    if (!clock || clock.startedAt === null || clock.finishedAt !== null) return
    const next = followEdit(clock, step)
    if (next === clock) return
    expected = next
    post({ type: 'edit', step })
  })
  return () => {
    stopForgetting()
    stopWatching()
  }
}
