import { useEffect, useState } from 'react'
import { Button } from '../../look/Button.tsx'
import { Notice } from '../../look/Notice.tsx'
import { type RoomInfo, type RoomKey, readRoom, ServerError } from '../../rooms/api.ts'
import { visitedBoard } from '../../rooms/visited.ts'
import { DebriefOrWhyNot } from './DebriefOrWhyNot.tsx'
import { useOpenedDebrief } from './useOpenedDebrief.ts'

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
  return opened && <DebriefOrWhyNot board={board} info={info} opened={opened} />
}
