import { useEffect, useState } from 'react'
import type { Run } from '../../domain/pace/run.ts'
import { readBrief, type TakenBrief } from '../../rooms/brief.ts'
import type { RunHere } from '../../rooms/runHere.ts'

interface Taken {
  /** Null until it has come, and for who may not read it. */
  readonly brief: TakenBrief | null
  /** Why it did not come, to be shown. */
  readonly problem: string | null
}

/** What was taken of the problem's brief so far, asked for again whenever the run says that more was. */
export function useTakenBrief({ board, mayHost }: RunHere, run: Run): Taken {
  const [taken, setTaken] = useState<Taken>({ brief: null, problem: null })
  const shown = run.shown.map(({ act }) => JSON.stringify(act)).join()
  const isFinished = run.clock.finishedAt !== null
  // biome-ignore lint/correctness/useExhaustiveDependencies: what was shown decides what the answer is.
  useEffect(() => {
    if (!mayHost) return undefined
    let isCurrent = true
    readBrief(board).then(
      (brief) => isCurrent && setTaken({ brief, problem: null }),
      (error: unknown) =>
        isCurrent &&
        setTaken(({ brief }) => ({ brief, problem: `The hints did not come. ${reasonOf(error)}` })),
    )
    return () => {
      isCurrent = false
    }
  }, [board, mayHost, shown, isFinished])
  return taken
}

function reasonOf(error: unknown): string {
  return error instanceof Error ? error.message : ''
}
