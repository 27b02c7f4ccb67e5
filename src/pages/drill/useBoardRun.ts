import { useCallback, useRef, useState } from 'react'
import type { Editor } from 'tldraw'
import { watchDesign } from '../../canvas/watchDesign.ts'
import { isSolved, type Judged, judge } from '../../domain/drill/clause.ts'
import type { BoardDrill } from '../../domain/drill/drill.ts'
import { sketch } from '../../domain/sketch.ts'
import { endTry, type Outcome } from './outcome.ts'

const NOTHING = sketch({ nodes: [] })

export interface BoardRun {
  readonly judged: readonly Judged[]
  /** Null: it goes on. */
  readonly outcome: Outcome | null
  /** Seconds since the start; of a run that ended, till its end. */
  readonly readSeconds: () => number
  readonly stop: () => void
  /** Judges what is drawn, and ends the run when all that must holds. Returns how to stop. */
  readonly follow: (editor: Editor) => () => void
}

/** One go at a board drill: its clock runs from the first call. */
export function useBoardRun(drill: BoardDrill): BoardRun {
  const [startedAt] = useState(() => performance.now())
  const [judged, setJudged] = useState<readonly Judged[]>(() => judge(drill.clauses, NOTHING))
  const [outcome, setOutcome] = useState<Outcome | null>(null)
  const latest = useRef(judged)
  const ended = useRef<number | null>(null)

  const readSeconds = useCallback(() => ended.current ?? (performance.now() - startedAt) / 1000, [startedAt])
  const stop = useCallback(() => {
    if (ended.current !== null) return
    ended.current = readSeconds()
    setOutcome(endTry(drill, latest.current, ended.current))
  }, [drill, readSeconds])
  const follow = useCallback(
    (editor: Editor) =>
      watchDesign(editor, (design) => {
        if (ended.current !== null) return
        latest.current = judge(drill.clauses, design)
        setJudged(latest.current)
        if (isSolved(latest.current)) stop()
      }),
    [drill, stop],
  )
  return { judged, outcome, readSeconds, stop, follow }
}
