import { findFramework } from '../../../templates/frameworks/index.ts'
import { findProblem } from '../../../templates/problems/index.ts'
import { clockText } from '../../domain/pace/clockText.ts'
import type { RunRecord } from '../../domain/progress/runRecord.ts'
import { isMeasured } from '../../domain/progress/trends.ts'
import { useSignal } from '../../look/useSignal.ts'
import { boardPath, debriefPath } from '../../rooms/address.ts'
import type { RoomKey } from '../../rooms/api.ts'
import { visitedBoards } from '../../rooms/visited.ts'
import { dayText, sideText } from './progressWords.ts'

/** Every finished run that this browser knows, newest first. */
export function RunTable({ records }: { records: readonly RunRecord[] }) {
  const boards = useSignal(visitedBoards)
  const newestFirst = [...records].sort((a, b) => b.finishedAt - a.finishedAt)
  return (
    <section aria-labelledby="progress-runs">
      <h2 id="progress-runs">Runs</h2>
      <div className="progress-table">
        <table>
          <thead>
            <tr>
              <th scope="col">Finished</th>
              <th scope="col">Problem</th>
              <th scope="col">Framework</th>
              <th scope="col">Whose</th>
              <th scope="col" className="progress-right">
                Minutes
              </th>
              <th scope="col" className="progress-right">
                Hints
              </th>
              <th scope="col">Open</th>
            </tr>
          </thead>
          <tbody>
            {newestFirst.map((run) => (
              <Row key={run.room} run={run} board={boards.find(({ room }) => room === run.room)} />
            ))}
          </tbody>
        </table>
      </div>
    </section>
  )
}

function Row({ run, board }: { run: RunRecord; board: RoomKey | undefined }) {
  const { finishedAt, framework, elapsedMs, slotMs, hints, isStrict } = run
  return (
    <tr>
      <td>{dayText(finishedAt)}</td>
      <th scope="row">
        <ProblemName run={run} />
      </th>
      <td>{findFramework(framework)?.name ?? framework}</td>
      <td>
        {sideText(run)}
        {isStrict && <small>strict</small>}
      </td>
      <td className="progress-figure progress-right">
        {clockText(elapsedMs)} of {clockText(slotMs)}
        {!isMeasured(run) && <small>broken off</small>}
      </td>
      <td className="progress-figure progress-right">{hints}</td>
      <td>
        <Links run={run} board={board} />
      </td>
    </tr>
  )
}

/** A board may be called otherwise than its problem. */
function ProblemName({ run: { title, problem, variant } }: { run: RunRecord }) {
  const known = findProblem(problem ?? '')
  const changed = known?.variants.find(({ id }) => id === variant)
  const name = known?.title ?? title
  const notes = [changed?.title, title === name ? undefined : title].filter(Boolean)
  return (
    <>
      {name}
      {notes.length > 0 && <small>{notes.join(', ')}</small>}
    </>
  )
}

function Links({ run, board }: { run: RunRecord; board: RoomKey | undefined }) {
  if (!board) return <span className="progress-absent">not on this device</span>
  const { room, token } = board
  const which = `${run.title}, ${dayText(run.finishedAt)}`
  return (
    <span className="progress-links">
      <a href={boardPath(room, token)} aria-label={`Board: ${which}`}>
        Board
      </a>
      <a href={debriefPath(room, token)} aria-label={`Debrief: ${which}`}>
        Debrief
      </a>
    </span>
  )
}
