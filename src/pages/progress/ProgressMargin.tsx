import { problems } from '../../../templates/problems/index.ts'
import type { RunRecord } from '../../domain/progress/runRecord.ts'
import { mocks, notDone, ownRuns } from '../../domain/progress/trends.ts'
import { HistoryFile } from './HistoryFile.tsx'

/** Beside the list: how much there is, and the way to another browser. */
export function ProgressMargin({ records }: { records: readonly RunRecord[] }) {
  const done = problems.length - notDone(problems, records).length
  const figures = [
    ['Own runs', ownRuns(records).length],
    ['Problems done', `${done} of ${problems.length}`],
    ['Mocks with others', mocks(records).length],
  ] as const
  return (
    <aside className="list-margin" aria-label="Overview">
      <dl className="progress-figures">
        {figures.map(([name, figure]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd className="progress-figure">{figure}</dd>
          </div>
        ))}
      </dl>
      <HistoryFile records={records} />
    </aside>
  )
}
