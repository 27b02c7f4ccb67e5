import { useEffect, useState } from 'react'
import { Notice } from '../../look/Notice.tsx'
import { type Role, type RoomKey, readRoom, ServerError } from '../../rooms/api.ts'
import { roleInToken } from '../../rooms/roleInToken.ts'
import { visitedBoard } from '../../rooms/visited.ts'
import { LiveBoard } from './LiveBoard.tsx'

/** The board opens from this device when the server has not answered for so long. */
const WAIT_MS = 3_000
const ASK_AGAIN_AFTER_MS = 3_000

/** A board's address: asks in which role the link opens the board, then opens it. */
export function BoardPage({ room, token }: { room: string; token: string }) {
  const key = token || visitedBoard(room)?.token || ''
  const role = useRole({ room, token: key })
  if (!key) {
    return (
      <Notice title="This link is not complete.">
        What follows the # is missing: it is the key to the board. Ask for the link again, and copy all of it.
      </Notice>
    )
  }
  return role && <LiveBoard key={role} board={{ room, token: key }} role={role} />
}

/**
 * The role in the room: what the server says; while it says nothing, or does not know the link, what the link
 * claims. The connection then tells whether the board opens at all.
 */
function useRole({ room, token }: RoomKey): Role | null {
  const [role, setRole] = useState<Role | null>(null)
  useEffect(() => {
    if (!token) return
    let isCurrent = true
    let timer: ReturnType<typeof setTimeout> | undefined
    const believe = () => setRole((known) => known ?? roleInToken(token) ?? 'observer')
    const patience = setTimeout(believe, WAIT_MS)
    async function ask() {
      try {
        const answer = await readRoom({ room, token })
        if (isCurrent) setRole(answer.role)
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
  return role
}

function isPassing({ status }: ServerError): boolean {
  return status === 0 || status === 429 || status >= 500
}
