import { useCallback, useEffect, useRef, useState } from 'react'
import { useSignal } from '../../look/useSignal.ts'
import { replaceToken } from '../../rooms/address.ts'
import type { Role, RoomKey } from '../../rooms/api.ts'
import { roleInToken } from '../../rooms/roleInToken.ts'
import { updateBoard, visitedBoards } from '../../rooms/visited.ts'
import { NO_ACCESS } from '../../sync/newToken.ts'
import type { Room } from '../../sync/openRoom.ts'

interface Link {
  /** What opens the board now. */
  readonly link: RoomKey
  /** The same, for what outlives a render. */
  readonly current: () => RoomKey
  /** Goes on with the token that `obtain` brings: connection, address bar and this device's list. */
  readonly goOnWith: (obtain: () => Promise<string>) => Promise<void>
}

/** The link that this tab goes by. It changes while the board is open when its owner replaces their own. */
export function useLink(board: RoomKey, role: Role, room: Room): Link {
  const [link, setLink] = useState(board)
  const latest = useRef(board)
  const adopt = useCallback(
    async (obtain: () => Promise<string>) => {
      await room.changeToken(async () => {
        const token = await obtain()
        latest.current = { room: board.room, token }
        setLink(latest.current)
        replaceToken(board.room, token)
        return token
      })
    },
    [room, board.room],
  )
  const goOnWith = useCallback(
    async (obtain: () => Promise<string>) => {
      await adopt(obtain)
      updateBoard(board.room, { token: latest.current.token })
    },
    [adopt, board.room],
  )
  useLinkOfOtherTab({ link, role, room, adopt })
  return { link, current: () => latest.current, goOnWith }
}

interface OtherTab {
  readonly link: RoomKey
  readonly role: Role
  readonly room: Room
  readonly adopt: Link['goOnWith']
}

/** Another tab of this browser has got a new link in the same role: this one goes on with it. */
function useLinkOfOtherTab({ link, role, room, adopt }: OtherTab) {
  const connection = useSignal(room.connection)
  const boards = useSignal(visitedBoards)
  const tried = useRef(new Set<string>())
  const isOut = connection.kind === 'refused' && connection.code === NO_ACCESS
  const other = boards.find((known) => known.room === link.room)?.token ?? link.token
  useEffect(() => {
    tried.current.add(link.token)
    if (!isOut || tried.current.has(other) || roleInToken(other) !== role) return
    void adopt(() => Promise.resolve(other))
  }, [isOut, other, link.token, role, adopt])
}
