import { drillTimes, timesOf } from '../../device/drillTimes.ts'
import type { BoardDrill } from '../../domain/drill/drill.ts'
import { useSignal } from '../../look/useSignal.ts'
import { Clock } from './Clock.tsx'
import { DrillHead } from './DrillHead.tsx'
import type { BoardRun } from './useBoardRun.ts'
import { useSeconds } from './useSeconds.ts'

interface DrawingHeadProps {
  drill: BoardDrill
  run: BoardRun
  /** Escape was pressed once. */
  isAsking: boolean
}

/** Above a drill's board: how many clauses hold, and the clock. */
export function DrawingHead({ drill, run, isAsking }: DrawingHeadProps) {
  const isOver = run.outcome !== null
  const seconds = useSeconds(run.readSeconds, !isOver)
  const { best } = timesOf(useSignal(drillTimes), drill.id)
  const musts = run.judged.filter(({ isBonus }) => !isBonus)
  const held = musts.filter(({ why }) => why === null)
  const isLate = !isOver && seconds > drill.limitSeconds
  return (
    <DrillHead
      title={drill.title}
      progress={`${held.length} of ${musts.length}`}
      clock={<Clock seconds={seconds} limitSeconds={drill.limitSeconds} />}
      best={best}
      stopKeys="esc esc"
      {...(isOver ? {} : { onStop: run.stop })}
    >
      <p className="drill-say" role="status">
        {isAsking ? 'Esc again stops the drill.' : isLate && 'Time is up. You may draw on.'}
      </p>
    </DrillHead>
  )
}
