import { type ReactNode, useEffect, useState } from 'react'
import { SECTIONS } from '../../domain/debrief/debriefMarkdown.ts'
import type { RatedDimension } from '../../domain/debrief/ratings.ts'
import { DIMENSIONS, type DimensionId, SCORE_NAMES } from '../../domain/debrief/rubric.ts'
import { useSignal } from '../../look/useSignal.ts'
import { me } from '../../panels/people/person.ts'
import type { RunEvents } from '../../rooms/runEvents.ts'
import { type Rating, RatingRow } from './RatingRow.tsx'

interface RatingsProps {
  ratings: readonly RatedDimension[]
  /** What the scores come to; null while one is missing. */
  suggestion: string | null
}

/** One's own rating of the run, kept with it as it is given. */
export function RatingsForm({ ratings, suggestion, events }: RatingsProps & { events: RunEvents }) {
  const [given, setGiven] = useState<ReadonlyMap<DimensionId, Rating>>(new Map())
  useEffect(() => setGiven((before) => notIn(ratings, before)), [ratings])
  const refused = useSignal(events.refused)
  const [overcome, setOvercome] = useState<typeof refused>(null)
  const isBegun = given.size > 0 || ratings.some(({ score, evidence }) => score !== null || evidence !== '')
  const rate = (id: DimensionId, { score, evidence }: Rating) => {
    setGiven((before) => new Map(before).set(id, { score, evidence }))
    if (refused?.event.dimension === id) setOvercome(refused)
    const { id: personId, name } = me.get()
    events.post({
      type: 'rate',
      dimension: id,
      ...(score === null ? {} : { score }),
      evidence,
      person: { id: personId, name },
    })
  }
  return (
    <Ratings
      suggestion={suggestion}
      state={<Saved events={events} isBegun={isBegun} refused={refused === overcome ? null : refused} />}
    >
      {ratings.map((rated) => (
        <RatingRow
          key={rated.dimension.id}
          dimension={rated.dimension}
          rating={given.get(rated.dimension.id) ?? rated}
          onRate={(rating) => rate(rated.dimension.id, rating)}
        />
      ))}
    </Ratings>
  )
}

/** What was given here and has not come back; another tab may change the rest. */
function notIn(
  ratings: readonly RatedDimension[],
  given: ReadonlyMap<DimensionId, Rating>,
): ReadonlyMap<DimensionId, Rating> {
  const isThere = (id: DimensionId, { score, evidence }: Rating) =>
    ratings.some(
      (rated) => rated.dimension.id === id && rated.score === score && rated.evidence === evidence.trim(),
    )
  const left = [...given].filter(([id, rating]) => !isThere(id, rating))
  return left.length === given.size ? given : new Map(left)
}

/** The rating as others read it. */
export function RatingsRead({ ratings, suggestion, mode }: RatingsProps & { mode: string }) {
  const whose =
    mode === 'interview' ? 'The candidate rates this run.' : 'Whoever drew the board rates this run.'
  return (
    <Ratings suggestion={suggestion} state={whose}>
      {ratings.map(({ dimension, score, evidence }) => (
        <div key={dimension.id} className="rating">
          <b className="rating-name">{dimension.name}</b>
          <div>
            {score === null
              ? 'Not rated.'
              : `${score} of 4, ${SCORE_NAMES[score - 1]}: ${dimension.levels[score - 1]}`}
            {evidence && <p className="debrief-said">{evidence}</p>}
          </div>
        </div>
      ))}
    </Ratings>
  )
}

function Ratings({
  suggestion,
  state,
  children,
}: {
  suggestion: string | null
  state: ReactNode
  children: ReactNode
}) {
  return (
    <section className="debrief-ratings" aria-labelledby="debrief-ratings">
      <header>
        <h2 id="debrief-ratings">{SECTIONS.ratings}</h2>
        <span>{state}</span>
      </header>
      {children}
      {suggestion !== null && <p className="debrief-suggestion">By weight, this comes to “{suggestion}”.</p>}
    </section>
  )
}

interface SavedProps {
  events: RunEvents
  isBegun: boolean
  /** The last event that the server will not take, which may be one of the board. */
  refused: ReturnType<RunEvents['refused']['get']>
}

/** Where what was given is now. */
function Saved({ events, isBegun, refused }: SavedProps) {
  const waiting = useSignal(events.waiting)
  const saved = isBegun ? 'Saved on the server.' : 'Each answer is kept as you give it.'
  const kept = waiting > 0 ? 'Not on the server yet.' : saved
  const dimension = DIMENSIONS.find(
    ({ id }) => refused?.event.type === 'rate' && id === refused.event.dimension,
  )
  const lost = dimension && refused ? `Not saved: ${refused.reason} It was for “${dimension.name}”.` : null
  return <span role="status">{lost ?? kept}</span>
}
