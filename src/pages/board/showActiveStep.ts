import { react } from '@tldraw/state'
import type { Editor } from 'tldraw'
import { flyToStep } from '../../canvas/commands.ts'
import { paceAt } from '../../domain/pace/paceAt.ts'
import type { RunHere } from '../../rooms/runHere.ts'

/** Whoever opens a board whose run is on sees where it is. */
export function showActiveStep(editor: Editor, { run, serverNow }: RunHere): () => void {
  let isNew = true
  return react('show the active step', () => {
    const clock = run.get()?.clock
    if (!clock || !isNew) return
    isNew = false
    const { phase, active } = paceAt(clock, serverNow())
    if ((phase === 'running' || phase === 'paused') && typeof active === 'number') flyToStep(editor, active)
  })
}
