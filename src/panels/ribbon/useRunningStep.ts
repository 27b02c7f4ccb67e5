import { useEffect } from 'react'
import type { Editor } from 'tldraw'
import { runningStep } from '../../../shapes/step-frame/runningStep.ts'
import { clockText, wholeSecondMs } from '../../domain/pace/clockText.ts'
import type { Pace } from '../../domain/pace/paceAt.ts'
import { isStep } from '../../domain/pace/plan.ts'

/** Lets the frame of the step that the run is in show it, and its time, while the caller is shown. */
export function useRunningStep(editor: Editor, pace: Pace | null) {
  const part = pace === null || pace.phase === 'finished' ? undefined : partOf(pace)
  const step = part && isStep(part.place) ? part.place : null
  const time = part ? `${clockText(part.spentMs)} of ${clockText(wholeSecondMs(part.plannedMs))}` : ''
  const isOver = (part?.overrunMs ?? 0) >= 1000
  useEffect(() => {
    runningStep(editor).set(step === null ? null : { step, time, isOver })
  }, [editor, step, time, isOver])
  useEffect(() => () => void runningStep(editor).set(null), [editor])
}

const partOf = ({ parts, active }: Pace) => parts.find(({ place }) => place === active)
