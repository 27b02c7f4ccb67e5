import type { Judged } from '../../domain/drill/clause.ts'
import { Icon } from '../../look/Icon.tsx'

interface ClausesProps {
  judged: readonly Judged[]
  /** Why those that do not hold do not. */
  hasReasons: boolean
}

/** What a drill asks for, ticked where it holds: what must, then the bonus. */
export function Clauses({ judged, hasReasons }: ClausesProps) {
  const musts = judged.filter(({ isBonus }) => !isBonus)
  const bonus = judged.filter(({ isBonus }) => isBonus)
  return (
    <>
      <List name="Must hold" judged={musts} hasReasons={hasReasons} />
      <List name="Bonus" judged={bonus} hasReasons={hasReasons} />
    </>
  )
}

function List({ name, judged, hasReasons }: ClausesProps & { name: string }) {
  return (
    <section className="clauses" aria-label={name}>
      <h3>{name}</h3>
      <ul>
        {judged.map(({ id, text, why }) => (
          <li key={id} data-clause={id} data-holds={why === null}>
            <span className="clause-box">{why === null && <Icon name="check" size={12} />}</span>
            <span>
              <span className="clause-text">{text}</span>
              <span className="hidden-text">{why === null ? ': holds' : ': does not hold yet'}</span>
              {hasReasons && why !== null && <span className="clause-why">{why}</span>}
            </span>
          </li>
        ))}
      </ul>
    </section>
  )
}
