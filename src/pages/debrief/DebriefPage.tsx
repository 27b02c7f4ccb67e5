import { useEffect, useState } from 'react'
import { paceAt } from '../../domain/pace/paceAt.ts'
import { Button } from '../../look/Button.tsx'
import { Notice } from '../../look/Notice.tsx'
import { useNow } from '../../look/useNow.ts'
import { useSignal } from '../../look/useSignal.ts'
import { boardPath } from '../../rooms/address.ts'
import { type RoomInfo, type RoomKey, readRoom, ServerError } from '../../rooms/api.ts'
import { visitedBoard } from '../../rooms/visited.ts'
import type { Connection } from '../../sync/connection.ts'
import { DebriefScreen } from './DebriefScreen.tsx'
import { type OpenedDebrief, useOpenedDebrief } from './useOpenedDebrief.ts'

/** A run that ends by itself is noticed as late as this. */
const LOOK_AGAIN_MS = 5_000

/** What came of the run on a board, once it is finished. */
export function DebriefPage({ room, token }: RoomKey) {
  const key = token || visitedBoard(room)?.token || ''
  const { info, problem, tryAgain } = useRoomInfo({ room, token: key })
  useEffect(() => {
    document.title = 'Debrief – Drillboard'
  }, [])
  if (!key) {
    return (
      <Notice title="This link is not complete.">
        What follows the # is missing: it is the key to the board. Ask for the link again, and copy all of it.
      </Notice>
    )
  }
  if (info) return <Live board={{ room, token: key }} info={info} />
  if (problem === null) return null
  return (
    <Notice title="This debrief does not open." actions={<Button onClick={tryAgain}>Try again</Button>}>
      {problem}
    </Notice>
  )
}

/** What the server says of the room, or why it says nothing. */
function useRoomInfo({ room, token }: RoomKey) {
  const [info, setInfo] = useState<RoomInfo | null>(null)
  const [problem, setProblem] = useState<string | null>(null)
  const [attempt, setAttempt] = useState(0)
  // biome-ignore lint/correctness/useExhaustiveDependencies: another attempt asks again
  useEffect(() => {
    if (!token) return
    let isCurrent = true
    readRoom({ room, token }).then(
      (said) => isCurrent && setInfo(said),
      (error: unknown) =>
        isCurrent && setProblem(error instanceof ServerError ? error.message : String(error)),
    )
    return () => {
      isCurrent = false
    }
  }, [room, token, attempt])
  const tryAgain = () => {
    setProblem(null)
    setAttempt((count) => count + 1)
  }
  return { info, problem, tryAgain }
}

interface LiveProps {
  board: RoomKey
  info: RoomInfo
}

function Live({ board, info }: LiveProps) {
  const opened = useOpenedDebrief(board, info)
  return opened && <Opened board={board} info={info} opened={opened} />
}

function Opened({ board, info, opened }: LiveProps & { opened: OpenedDebrief }) {
  const run = useSignal(opened.run.run)
  const records = useSignal(opened.records.records)
  const connection = useSignal(opened.run.connection)
  useNow(LOOK_AGAIN_MS)
  if (run === null) return <NotCome board={board} connection={connection} />
  const { phase } = paceAt(run.clock, opened.run.serverNow())
  if (phase === 'ready') {
    return (
      <Notice title="There is no run on this board yet." actions={<ToBoard board={board} />}>
        Start the clock on the board. The debrief is here once the run is finished.
      </Notice>
    )
  }
  if (phase !== 'finished') {
    return (
      <Notice title="This run is not finished." actions={<ToBoard board={board} />}>
        The debrief is here as soon as it is. To finish it, open the menu beside the clock on the board.
      </Notice>
    )
  }
  if (records === null) return <NotCome board={board} connection={connection} />
  return (
    <DebriefScreen
      board={board}
      info={info}
      run={run}
      now={opened.run.serverNow()}
      records={records}
      events={opened.events}
    />
  )
}

function ToBoard({ board: { room, token } }: { board: RoomKey }) {
  return (
    <a className="button button-main" href={boardPath(room, token)}>
      Open the board
    </a>
  )
}

/** Nothing while it is on its way. */
function NotCome({ board, connection }: { board: RoomKey; connection: Connection }) {
  if (connection.kind !== 'refused' && connection.kind !== 'offline') return null
  const isAway = connection.kind === 'offline'
  return (
    <Notice
      title={isAway ? 'The server does not answer.' : 'This debrief does not open.'}
      actions={<ToBoard board={board} />}
    >
      {connection.reason ||
        (isAway ? 'The debrief opens here as soon as it is back.' : 'Reload to try again.')}
    </Notice>
  )
}
