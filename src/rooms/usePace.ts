import { useEffect, useState } from 'react'
import { type Pace, paceAt } from '../domain/pace/paceAt.ts'
import type { Run } from '../domain/pace/run.ts'
import { useSignal } from '../look/useSignal.ts'
import type { RunHere } from './runHere.ts'

const SECOND_MS = 1000
/** Timers may come a moment early. */
const A_LITTLE_MS = 5

/** How a run stands, renewed as its seconds pass: in every browser at the same moment. Null: it has not been started. */
export function usePace({ run: signal, serverNow }: Pick<RunHere, 'run' | 'serverNow'>): Pace | null {
  const run = useSignal(signal)
  const [, setTicks] = useState(0)
  useEffect(() => {
    if (run === null || !isTurning(run)) return
    const wait = () => setTimeout(tick, untilNextSecond(run, serverNow()))
    const tick = () => {
      setTicks((ticks) => ticks + 1)
      timer = wait()
    }
    let timer = wait()
    return () => clearTimeout(timer)
  }, [run, serverNow])
  return run === null || run.clock.startedAt === null ? null : paceAt(run.clock, serverNow())
}

function isTurning({ clock }: Run): boolean {
  return clock.startedAt !== null && clock.finishedAt === null && !clock.isPaused
}

function untilNextSecond({ clock }: Run, now: number): number {
  const { elapsedMs } = paceAt(clock, now)
  return SECOND_MS - (elapsedMs % SECOND_MS) + A_LITTLE_MS
}
