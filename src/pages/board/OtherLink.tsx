import { useSignal } from '../../look/useSignal.ts'
import { boardPath } from '../../rooms/address.ts'
import type { RoomKey } from '../../rooms/api.ts'
import { visitedBoards } from '../../rooms/visited.ts'
import { NO_ACCESS } from '../../sync/newToken.ts'

/** Where one link opens no more, another that this device has opened may. */
export function OtherLink({ board: { room, token }, code }: { board: RoomKey; code: number }) {
  const boards = useSignal(visitedBoards)
  const other = boards.find((known) => known.room === room && known.token !== token)
  if (code !== NO_ACCESS || !other) return null
  return (
    <a className="button" href={boardPath(room, other.token)}>
      Open it as {other.role}, as before
    </a>
  )
}
