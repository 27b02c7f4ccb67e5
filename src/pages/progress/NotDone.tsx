import { problems } from '../../../templates/problems/index.ts'
import type { RunRecord } from '../../domain/progress/runRecord.ts'
import { notDone } from '../../domain/progress/trends.ts'
import { problemPath, SURPRISE } from '../../rooms/address.ts'

/** The problems without a run of one’s own that lasted for half of its slot, and the way to any of those never seen. */
export function NotDone({ records }: { records: readonly RunRecord[] }) {
  const left = notDone(problems, records)
  return (
    <section aria-labelledby="progress-left">
      <header>
        <h2 id="progress-left">Problems not done yet</h2>
        <a className="button" href={problemPath(SURPRISE)}>
          Any unseen problem
        </a>
      </header>
      {left.length === 0 ? (
        <p className="progress-about">
          All {problems.length} are done. Each has two variants: <a href="/problems">choose one</a>.
        </p>
      ) : (
        <ul className="progress-problems" aria-labelledby="progress-left">
          {left.map(({ id, code, title, tags }) => (
            <li key={id}>
              <span className="mono">{code}</span>
              <div>
                <a href={problemPath(id)}>{title}</a>
                <p>{tags.join(', ')}</p>
              </div>
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}
