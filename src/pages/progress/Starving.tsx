import { LAST_RUNS, type StarvingStep } from '../../domain/progress/trends.ts'
import { nameOfStep, timeOfPlan } from './progressWords.ts'

/** Steps that got less than half of their minutes more than once of late. */
export function Starving({ steps }: { steps: readonly StarvingStep[] }) {
  if (steps.length === 0) return null
  return (
    <section aria-labelledby="progress-starving">
      <h2 id="progress-starving">Steps that run short</h2>
      <p className="progress-about">
        Less than half of their minutes, twice or more in the last {LAST_RUNS} runs.
      </p>
      <ul className="progress-rows" aria-labelledby="progress-starving">
        {steps.map(({ step, isProtected, starved, of, last }) => (
          <li key={step}>
            <b className="progress-number">{step}</b>
            <span className="progress-name">
              {nameOfStep(step)}
              {isProtected && <small>protected</small>}
            </span>
            <span className="progress-warn">
              {starved} of {of} runs
            </span>
            <span className="progress-figure">last {timeOfPlan(last)}</span>
          </li>
        ))}
      </ul>
    </section>
  )
}
