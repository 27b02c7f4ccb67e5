import { useEditor } from 'tldraw'
import { flyToStep } from '../../canvas/commands.ts'
import type { Place } from '../../domain/pace/plan.ts'
import type { RunHere } from '../../rooms/runHere.ts'
import { usePace } from '../../rooms/usePace.ts'
import { Ribbon } from './Ribbon.tsx'
import { useRunningStep } from './useRunningStep.ts'

/** The ribbon of the run on this board, once it has been started. Who only looks flies to its steps. */
export function RunRibbon({ here }: { here: RunHere }) {
  const editor = useEditor()
  const pace = usePace(here)
  useRunningStep(editor, pace)
  if (pace === null) return null
  const go = (place: Place) => {
    if (typeof place === 'number') flyToStep(editor, place)
    const isOpen = pace.phase === 'running' || pace.phase === 'paused'
    if (isOpen && place !== pace.active) here.post?.({ type: 'step', step: place })
  }
  return <Ribbon pace={pace} onGo={go} />
}
