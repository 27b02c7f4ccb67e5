import { useEffect, useId, useLayoutEffect, useRef, useState } from 'react'
import { type Dimension, SCORE_NAMES } from '../../domain/debrief/rubric.ts'

export interface Rating {
  /** 1 to 4; null: not yet. */
  readonly score: number | null
  readonly evidence: string
}

interface RatingRowProps {
  dimension: Dimension
  rating: Rating
  onRate: (rating: Rating) => void
}

const LONGEST_EVIDENCE = 500
/** Who pauses so long has written a sentence. */
const PAUSE_MS = 1_500

/** One dimension: four levels to choose from, and a sentence that says what shows it. */
export function RatingRow({ dimension, rating, onRate }: RatingRowProps) {
  const id = useId()
  const { evidence, write, finish } = useEvidence(rating, onRate)
  const lacksEvidence = rating.score !== null && evidence.trim() === ''
  return (
    <fieldset className="rating">
      <legend className="rating-name">{dimension.name}</legend>
      <div className="rating-levels">
        {dimension.levels.map((level, n) => (
          <label key={level}>
            <input
              type="radio"
              name={id}
              checked={rating.score === n + 1}
              onChange={() => onRate({ score: n + 1, evidence })}
            />
            <span>
              <b className="rating-level">
                {n + 1} {SCORE_NAMES[n]}
              </b>
              {level}
            </span>
          </label>
        ))}
      </div>
      <div className="rating-evidence">
        <label htmlFor={`${id}-evidence`}>Evidence</label>
        <input
          id={`${id}-evidence`}
          value={evidence}
          maxLength={LONGEST_EVIDENCE}
          aria-describedby={lacksEvidence ? `${id}-lacks` : undefined}
          onChange={(event) => write(event.target.value)}
          onBlur={finish}
        />
        {/* A field shows as much of a text as fits into it. */}
        <p className="rating-printed debrief-said" aria-hidden="true">
          {evidence}
        </p>
        {lacksEvidence && (
          <span id={`${id}-lacks`} className="debrief-lacks">
            A score needs a sentence: what on the board, or at which minute, shows it?
          </span>
        )}
      </div>
    </fieldset>
  )
}

/** A text that is being written; it is given when its writer pauses or leaves it. */
function useEvidence(rating: Rating, onRate: (rating: Rating) => void) {
  const [typed, setTyped] = useState<string | null>(null)
  const evidence = typed ?? rating.evidence
  const finish = () => {
    setTyped(null)
    if (typed !== null && typed !== rating.evidence) onRate({ score: rating.score, evidence: typed })
  }
  const latest = useRef(finish)
  latest.current = finish
  useEffect(() => {
    if (typed === null) return
    const timer = setTimeout(() => latest.current(), PAUSE_MS)
    return () => clearTimeout(timer)
  }, [typed])
  // Leaving for another page of the app comes before the way to the server is closed, which is an effect as well.
  useLayoutEffect(() => {
    const leave = () => latest.current()
    window.addEventListener('pagehide', leave)
    return () => {
      window.removeEventListener('pagehide', leave)
      leave()
    }
  }, [])
  return { evidence, write: setTyped, finish }
}
