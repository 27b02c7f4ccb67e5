import { DIMENSIONS, SCORE_NAMES } from '../../domain/debrief/rubric.ts'
import type { RatingTrend } from '../../domain/progress/trends.ts'
import { dayText } from './progressWords.ts'

const HIGHEST = SCORE_NAMES.length

/** So many runs have room on a line. */
const MOST_POINTS = 14

/** How one rated oneself on each dimension, run by run. */
export function RatingTrends({ trends }: { trends: readonly RatingTrend[] }) {
  const isAny = trends.some(({ scores }) => scores.length > 0)
  return (
    <section aria-labelledby="progress-ratings">
      <h2 id="progress-ratings">How you rated yourself</h2>
      {isAny ? (
        <>
          <p className="progress-about">From 1, no hire, to 4, hire. The last run is right.</p>
          <ul className="progress-rows progress-ratings" aria-labelledby="progress-ratings">
            {trends.map((trend) => (
              <Row key={trend.dimension} trend={trend} />
            ))}
          </ul>
        </>
      ) : (
        <p className="progress-about">No run is rated yet. The debrief of a finished run asks for it.</p>
      )}
    </section>
  )
}

function Row({ trend: { dimension, scores } }: { trend: RatingTrend }) {
  const last = scores.at(-1)
  return (
    <li>
      <span className="progress-name">{DIMENSIONS.find(({ id }) => id === dimension)?.name}</span>
      <Line scores={scores.slice(-MOST_POINTS)} />
      <span className="progress-figure">{last ? last.score : '–'}</span>
      <span className="progress-word">{last ? SCORE_NAMES[last.score - 1] : 'not rated'}</span>
    </li>
  )
}

const WIDTH = 280
const HEIGHT = 36
const PITCH = WIDTH / MOST_POINTS
const MARGIN = 5

function Line({ scores }: { scores: RatingTrend['scores'] }) {
  const x = (n: number) => WIDTH - (scores.length - n - 0.5) * PITCH
  const y = (score: number) => HEIGHT - MARGIN - ((score - 1) * (HEIGHT - 2 * MARGIN)) / (HIGHEST - 1)
  const label =
    scores.length === 0 ? 'No rating yet' : `Ratings: ${scores.map(({ score }) => score).join(', ')}`
  return (
    <svg className="progress-line" viewBox={`0 0 ${WIDTH} ${HEIGHT}`} role="img" aria-label={label}>
      {SCORE_NAMES.map((name, n) => (
        <path key={name} className="progress-line-level" d={`M0 ${y(n + 1)}H${WIDTH}`} />
      ))}
      <polyline
        className="progress-line-path"
        points={scores.map(({ score }, n) => `${x(n)},${y(score)}`).join(' ')}
      />
      {scores.map(({ run, score }, n) => (
        <circle key={run.room} cx={x(n)} cy={y(score)} r={3.5}>
          <title>{`${dayText(run.finishedAt)}: ${score}, ${SCORE_NAMES[score - 1]}`}</title>
        </circle>
      ))}
    </svg>
  )
}
