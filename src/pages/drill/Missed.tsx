import { KindSymbol } from '../../../shapes/shared/KindSymbol.tsx'
import type { CardRunState } from './useCardRun.ts'
import './missed.css'

/** The components of the set that were answered wrongly, each with the way to all that is known of it. */
export function Missed({ run: { queue, answers } }: { run: CardRunState }) {
  const kinds = queue.slice(0, answers.length).flatMap(({ kind }, n) => (answers[n]?.isRight ? [] : [kind]))
  if (kinds.length === 0) return null
  return (
    <section className="missed" aria-label="Missed">
      <h3>Missed</h3>
      <ul>
        {[...new Set(kinds)].map((kind) => (
          <li key={kind.id}>
            <KindSymbol kind={kind} />
            <a href={`/shapes#${kind.id}`}>{kind.name}</a>
          </li>
        ))}
      </ul>
    </section>
  )
}
