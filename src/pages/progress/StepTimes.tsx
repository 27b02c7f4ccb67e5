import { isStarved, type StepTime, type StepTrend } from '../../domain/progress/trends.ts'
import { dayText, shortOfStep, timeOfPlan } from './progressWords.ts'

/** So many runs have room in a chart; the table has them all. */
const MOST_BARS = 12

/** The time of each step against its plan, run by run. */
export function StepTimes({ trends }: { trends: readonly StepTrend[] }) {
  const isAny = trends.some(({ times }) => times.length > 0)
  return (
    <section aria-labelledby="progress-times">
      <header>
        <h2 id="progress-times">Time per step</h2>
        {isAny && <Legend />}
      </header>
      {isAny ? (
        <>
          <p className="progress-about">
            One bar a run, the last one right. Runs that ended before half of their slot are left out.
          </p>
          <ul className="progress-charts" aria-labelledby="progress-times">
            {trends.map((trend) => (
              <Chart key={trend.step} trend={trend} />
            ))}
          </ul>
          <TimesTable trends={trends} />
        </>
      ) : (
        <p className="progress-about">No run has lasted for half of its slot yet.</p>
      )}
    </section>
  )
}

function Legend() {
  return (
    <ul className="progress-legend" aria-label="Colours">
      <li data-look="plan">plan</li>
      <li data-look="spent">spent</li>
      <li data-look="over">over</li>
      <li data-look="short">less than half</li>
    </ul>
  )
}

function Chart({ trend: { step, times } }: { trend: StepTrend }) {
  const shown = times.slice(-MOST_BARS)
  const last = times.at(-1)
  return (
    <li>
      <h3>
        <b className="progress-number">{step}</b> {shortOfStep(step)}
      </h3>
      <Bars times={shown} label={`Step ${step}, time of the plan: ${shown.map(timeOfPlan).join(', ')}`} />
      <p className="progress-figure">{last ? timeOfPlan(last) : 'in no run yet'}</p>
    </li>
  )
}

const WIDTH = 120
const HEIGHT = 64
const PITCH = WIDTH / MOST_BARS
const BAR = 7
/** Height of what was planned; what is over has as much room again. */
const PLAN = HEIGHT / 2

function Bars({ times, label }: { times: readonly StepTime[]; label: string }) {
  const left = WIDTH - times.length * PITCH
  return (
    <svg
      className="progress-bars"
      viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
      role="img"
      aria-label={times.length > 0 ? label : 'No run yet'}
    >
      {times.map((time, n) => (
        <Bar key={time.run.room} time={time} x={left + n * PITCH + (PITCH - BAR) / 2} />
      ))}
      <path className="progress-bars-plan" d={`M0 ${HEIGHT - PLAN}H${WIDTH}`} />
      <path className="progress-bars-base" d={`M0 ${HEIGHT - 0.5}H${WIDTH}`} />
    </svg>
  )
}

/** Even a step that had no time leaves a mark. */
const LEAST = 2

function Bar({ time, x }: { time: StepTime; x: number }) {
  const height = Math.min(HEIGHT, (PLAN * time.spentMs) / time.plannedMs)
  const within = Math.max(LEAST, Math.min(PLAN, height))
  return (
    <g>
      <title>{`${dayText(time.run.finishedAt)}: ${timeOfPlan(time)}`}</title>
      <rect
        className={isStarved(time) ? 'progress-bar-short' : 'progress-bar-spent'}
        x={x}
        y={HEIGHT - within}
        width={BAR}
        height={within}
      />
      {height > PLAN && (
        <rect className="progress-bar-over" x={x} y={HEIGHT - height} width={BAR} height={height - PLAN} />
      )}
    </g>
  )
}

/** The same in figures, newest first. */
function TimesTable({ trends }: { trends: readonly StepTrend[] }) {
  const runs = [...new Set(trends.flatMap(({ times }) => times.map(({ run }) => run)))].sort(
    (a, b) => b.finishedAt - a.finishedAt,
  )
  return (
    <details className="progress-table-fold">
      <summary>In figures</summary>
      <div className="progress-table">
        <table>
          <thead>
            <tr>
              <th scope="col">Run</th>
              {trends.map(({ step }) => (
                <th key={step} scope="col">
                  {step} {shortOfStep(step)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {runs.map((run) => (
              <tr key={run.room}>
                <th scope="row">{dayText(run.finishedAt)}</th>
                {trends.map(({ step, times }) => (
                  <TimeCell key={step} time={times.find((time) => time.run === run)} />
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </details>
  )
}

function TimeCell({ time }: { time: StepTime | undefined }) {
  return (
    <td className={time && isStarved(time) ? 'progress-figure progress-short' : 'progress-figure'}>
      {time ? timeOfPlan(time) : '–'}
    </td>
  )
}
