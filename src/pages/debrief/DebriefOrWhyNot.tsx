import { useEffect } from 'react'
import { paceAt } from '../../domain/pace/paceAt.ts'
import { Notice } from '../../look/Notice.tsx'
import { useNow } from '../../look/useNow.ts'
import { useSignal } from '../../look/useSignal.ts'
import { boardPath } from '../../rooms/address.ts'
import type { RoomInfo, RoomKey } from '../../rooms/api.ts'
import { keepFinished } from '../../rooms/keepFinished.ts'
import type { Connection } from '../../sync/connection.ts'
import { DebriefScreen } from './DebriefScreen.tsx'
import type { OpenedDebrief } from './useOpenedDebrief.ts'

/** A run that ends by itself is noticed as late as this. */
const LOOK_AGAIN_MS = 5_000

interface DebriefOrWhyNotProps {
  board: RoomKey
  info: RoomInfo
  opened: OpenedDebrief
}

/** The debrief of a run that is finished; of any other, what is missing. */
export function DebriefOrWhyNot({ board, info, opened }: DebriefOrWhyNotProps) {
  const run = useSignal(opened.run.run)
  const records = useSignal(opened.records.records)
  const [ofRun, ofBoard] = [useSignal(opened.run.connection), useSignal(opened.records.connection)]
  useNow(LOOK_AGAIN_MS)
  useEffect(
    () => keepFinished(opened.run, { info, role: info.role, title: () => info.title }),
    [opened, info],
  )
  if (run === null) return <NotCome board={board} connection={ofRun} />
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
  if (records === null) return <NotCome board={board} connection={ofBoard} />
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
