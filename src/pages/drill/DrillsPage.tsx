import { useEffect } from 'react'
import { drills } from '../../../templates/drills/index.ts'
import { drillTimes, timesOf } from '../../device/drillTimes.ts'
import type { Drill } from '../../domain/drill/drill.ts'
import { type DrillTimes, medianTime } from '../../domain/drill/times.ts'
import { PageHead } from '../../look/PageHead.tsx'
import { useSignal } from '../../look/useSignal.ts'
import { clockText, timeText } from './clockText.ts'
import './drill.css'

/** Every drill, with how it went in this browser. */
export function DrillsPage() {
  const all = useSignal(drillTimes)
  useEffect(() => {
    document.title = 'Drills – Drillboard'
  }, [])
  return (
    <div className="drill-page">
      <PageHead current="drills" />
      <main className="drill-column">
        <h1>Drills</h1>
        <p className="drill-about">
          Short tasks against the clock, judged at once. Times are kept in this browser only.
        </p>
        <ul className="drill-list">
          {drills.map((drill) => (
            <Entry key={drill.id} drill={drill} times={timesOf(all, drill.id)} />
          ))}
        </ul>
      </main>
    </div>
  )
}

function Entry({ drill, times }: { drill: Drill; times: DrillTimes }) {
  const { id, title, task, limitSeconds } = drill
  return (
    <li>
      <a href={`/drill/${id}`}>{title}</a>
      <p>{task}</p>
      <dl className="drill-figures">
        <div>
          <dt>Limit</dt>
          <dd>{clockText(limitSeconds)}</dd>
        </div>
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
    </li>
  )
}
