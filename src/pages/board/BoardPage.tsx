import { useEffect, useState } from 'react'
import { Notice } from '../../look/Notice.tsx'
import { type RoomInfo, readRoom, ServerError } from '../../rooms/api.ts'
import { visitedBoard } from '../../rooms/visited.ts'
import { LiveBoard } from './LiveBoard.tsx'
import { refusalWords } from './refusal.ts'

const ASK_AGAIN_AFTER_MS = 3_000

/** A board's address: asks what the link allows, then opens the board, or says why not. */
export function BoardPage({ room, token }: { room: string; token: string }) {
  const key = token || visitedBoard(room)?.token || ''
  const answer = useRoomInfo(room, key)
  if (!key) {
    return (
      <Notice title="This link is not complete.">
        What follows the # is missing: it is the key to the board. Ask for the link again, and copy all of it.
      </Notice>
    )
  }
  if (answer instanceof ServerError && isPassing(answer)) {
    return (
      <Notice title="The server does not answer.">
        The board is safe there. This page opens it as soon as the server is back.
      </Notice>
    )
  }
  if (answer instanceof ServerError) {
    const { title, text } = refusalWords(answer.status, answer.message)
    return <Notice title={title}>{text}</Notice>
  }
  return answer && <LiveBoard board={{ room, token: key }} info={answer} />
}

function isPassing({ status }: ServerError): boolean {
  return status === 0 || status === 429 || status >= 500
}

/** What the server says of the room; it is asked again while it does not answer. */
function useRoomInfo(room: string, token: string): RoomInfo | ServerError | null {
  const [answer, setAnswer] = useState<RoomInfo | ServerError | null>(null)
  useEffect(() => {
    if (!token) return
    let isCurrent = true
    let timer: ReturnType<typeof setTimeout> | undefined
    async function ask() {
      const next = await readRoom({ room, token }).catch((reason) =>
        reason instanceof ServerError ? reason : new ServerError(0, String(reason)),
      )
      if (!isCurrent) return
      setAnswer(next)
      if (next instanceof ServerError && isPassing(next)) timer = setTimeout(ask, ASK_AGAIN_AFTER_MS)
    }
    void ask()
    return () => {
      isCurrent = false
      clearTimeout(timer)
    }
  }, [room, token])
  return answer
}
