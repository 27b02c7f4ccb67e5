import { damagedTimes } from '../../device/drillTimes.ts'
import type { DrillTimes } from '../../domain/drill/times.ts'
import { medianTime } from '../../domain/drill/times.ts'
import { useSignal } from '../../look/useSignal.ts'
import { timeText } from './clockText.ts'

/** How a drill went so far in this browser. */
export function Figures({ id, times }: { id: string; times: DrillTimes }) {
  const isDamaged = useSignal(damagedTimes).includes(id)
  return (
    <>
      <dl className="drill-figures">
        <div>
          <dt>Best</dt>
          <dd>{timeText(times.best)}</dd>
        </div>
        <div>
          <dt>Median</dt>
          <dd>{timeText(medianTime(times))}</dd>
        </div>
        <div>
          <dt>Tries</dt>
          <dd>{times.tries}</dd>
        </div>
      </dl>
      {isDamaged && (
        <p className="drill-trouble" role="status">
          Earlier times of this drill could not be read. They are set aside; new ones begin here.
        </p>
      )}
    </>
  )
}
