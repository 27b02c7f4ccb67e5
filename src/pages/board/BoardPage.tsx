import { useEffect, useState } from 'react'
import { Notice } from '../../look/Notice.tsx'
import { type Role, type RoomInfo, type RoomKey, readRoom, ServerError } from '../../rooms/api.ts'
import { roleInToken } from '../../rooms/roleInToken.ts'
import { visitedBoard } from '../../rooms/visited.ts'
import { LiveBoard } from './LiveBoard.tsx'

/** The board opens from this device when the server has not answered for so long. */
const WAIT_MS = 3_000
const ASK_AGAIN_AFTER_MS = 3_000

/** A board's address: asks in which role the link opens the board, then opens it. */
export function BoardPage({ room, token }: { room: string; token: string }) {
  const key = token || visitedBoard(room)?.token || ''
  const known = useRoomInfo({ room, token: key })
  if (!key) {
    return (
      <Notice title="This link is not complete.">
        What follows the # is missing: it is the key to the board. Ask for the link again, and copy all of it.
      </Notice>
    )
  }
  if (!known) return null
  return <LiveBoard key={known.role} board={{ room, token: key }} role={known.role} info={known.info} />
}

interface Known {
  readonly role: Role
  /** Null while the server has not said it. */
  readonly info: RoomInfo | null
}

/**
 * What the server says of the room; while it says nothing, or does not know the link, the role that the link
 * claims. The connection then tells whether the board opens at all.
 */
function useRoomInfo({ room, token }: RoomKey): Known | null {
  const [known, setKnown] = useState<Known | null>(null)
  useEffect(() => {
    if (!token) return
    let isCurrent = true
    let timer: ReturnType<typeof setTimeout> | undefined
    const believe = () =>
      setKnown((before) => before ?? { role: roleInToken(token) ?? 'observer', info: null })
    const patience = setTimeout(believe, WAIT_MS)
    async function ask() {
      try {
        const info = await readRoom({ room, token })
        if (isCurrent) setKnown({ role: info.role, info })
      } catch (error) {
        if (!isCurrent) return
        believe()
        if (error instanceof ServerError && isPassing(error)) timer = setTimeout(ask, ASK_AGAIN_AFTER_MS)
      }
    }
    void ask()
    return () => {
      isCurrent = false
      clearTimeout(timer)
      clearTimeout(patience)
    }
  }, [room, token])
  return known
}

function isPassing({ status }: ServerError): boolean {
  return status === 0 || status === 429 || status >= 500
}
