import { findInsertable } from '../../canvas/insertables.ts'
import type { LinkMode } from '../../domain/kinds.ts'

/** What a kind may say of mistakes: links that are seldom meant, and sentences. */
interface Warned {
  readonly id: string
  readonly suspiciousLinks?: readonly {
    readonly to?: string
    readonly from?: string
    readonly mode?: LinkMode
    readonly why: string
  }[]
  readonly watchOut?: readonly string[]
}

/** The mistakes that are made with a shape; nothing where none are known. */
export function WatchOut({ kind: { suspiciousLinks = [], watchOut = [] } }: { kind: Warned }) {
  if (suspiciousLinks.length + watchOut.length === 0) return null
  return (
    <div className="shape-watch">
      <h4>Watch out</h4>
      <ul>
        {watchOut.map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
        {suspiciousLinks.map(({ to, from, mode, why }) => (
          <li key={`${from ?? ''} ${mode ?? ''} ${to ?? ''}`}>
            {from && <Shape id={from} />}
            {from ? ' → this' : 'This → '}
            {to && <Shape id={to} />}
            {mode && <span className="mono"> {mode}</span>}: {why}
          </li>
        ))}
      </ul>
    </div>
  )
}

function Shape({ id }: { id: string }) {
  const name = findInsertable(id)?.name
  return name ? <a href={`/shapes#${id}`}>{name}</a> : id
}
