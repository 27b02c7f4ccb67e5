import { useEffect, useState } from 'react'
import type { Run } from '../../domain/pace/run.ts'
import { readBrief, type TakenBrief } from '../../rooms/brief.ts'
import type { RunHere } from '../../rooms/runHere.ts'

export interface Taken {
  /** Null until it has come, and for who may not read it. */
  readonly brief: TakenBrief | null
  /** Why what was taken last did not come, to be shown. */
  readonly problem: string | null
  tryAgain(): void
}

/** A server that has gone is asked again by itself. */
const ASK_AGAIN_MS = 5_000

/** What was taken of the problem's brief so far, asked for again whenever the run says that more was. */
export function useTakenBrief({ board, mayHost }: RunHere, run: Run, hasProblem: boolean): Taken {
  const [brief, setBrief] = useState<TakenBrief | null>(null)
  const [problem, setProblem] = useState<string | null>(null)
  const [attempt, setAttempt] = useState(0)
  const tryAgain = () => setAttempt((count) => count + 1)
  const shown = run.shown.map(({ act }) => JSON.stringify(act)).join()
  const isFinished = run.clock.finishedAt !== null
  // biome-ignore lint/correctness/useExhaustiveDependencies: what was shown decides what the answer is.
  useEffect(() => {
    if (!mayHost || !hasProblem) return undefined
    let isCurrent = true
    let timer: ReturnType<typeof setTimeout> | undefined
    readBrief(board).then(
      (answer) => {
        if (!isCurrent) return
        setBrief(answer)
        setProblem(null)
      },
      (error: unknown) => {
        if (!isCurrent) return
        setProblem(`The hints did not come. ${error instanceof Error ? error.message : ''}`)
        timer = setTimeout(tryAgain, ASK_AGAIN_MS)
      },
    )
    return () => {
      isCurrent = false
      clearTimeout(timer)
    }
  }, [board, mayHost, hasProblem, shown, isFinished, attempt])
  return { brief, problem, tryAgain }
}
