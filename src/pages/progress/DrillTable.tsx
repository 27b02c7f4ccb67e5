import { drills } from '../../../templates/drills/index.ts'
import { drillTimes, timesOf } from '../../device/drillTimes.ts'
import { medianTime } from '../../domain/drill/times.ts'
import { clockText } from '../../domain/pace/clockText.ts'
import { useSignal } from '../../look/useSignal.ts'

/** The drills that were tried here, with the best time and the usual one. */
export function DrillTable() {
  const all = useSignal(drillTimes)
  const tried = drills.filter(({ id }) => timesOf(all, id).tries > 0)
  if (tried.length === 0) return null
  return (
    <section aria-labelledby="progress-drills">
      <h2 id="progress-drills">Drills</h2>
      <div className="progress-table">
        <table>
          <thead>
            <tr>
              <th scope="col">Drill</th>
              {['Best', 'Median', 'Tries'].map((name) => (
                <th key={name} scope="col" className="progress-right">
                  {name}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {tried.map(({ id, title }) => {
              const times = timesOf(all, id)
              return (
                <tr key={id}>
                  <th scope="row">
                    <a href={`/drill/${id}`}>{title}</a>
                  </th>
                  <td className="progress-figure progress-right">{secondsText(times.best)}</td>
                  <td className="progress-figure progress-right">{secondsText(medianTime(times))}</td>
                  <td className="progress-figure progress-right">{times.tries}</td>
                </tr>
              )
            })}
          </tbody>
        </table>
      </div>
    </section>
  )
}

const secondsText = (seconds: number | null): string => (seconds === null ? '–' : clockText(seconds * 1000))
