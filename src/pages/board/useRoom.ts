import { useEffect, useState } from 'react'
import type { TLStore } from 'tldraw'
import { CONTAINER_TYPES } from '../../../shapes/schemas.ts'
import { newBoardStore } from '../../canvas/newBoardStore.ts'
import { me } from '../../panels/people/person.ts'
import type { RoomKey } from '../../rooms/api.ts'
import { syncUrl } from '../../rooms/syncUrl.ts'
import { openRoom, type Room } from '../../sync/openRoom.ts'

export interface OpenBoard {
  readonly store: TLStore
  readonly room: Room
}

function openBoard({ room, token }: RoomKey, isReadonly: boolean): OpenBoard {
  const store = newBoardStore()
  return {
    store,
    room: openRoom({
      syncUrl: syncUrl(),
      room,
      token,
      store,
      person: me,
      containerTypes: CONTAINER_TYPES,
      readonly: isReadonly,
    }),
  }
}

/** The room, open while the component is shown; null before it is. */
export function useRoom({ room, token }: RoomKey, isReadonly: boolean): OpenBoard | null {
  const [board, setBoard] = useState<OpenBoard | null>(null)
  useEffect(() => {
    const opened = openBoard({ room, token }, isReadonly)
    setBoard(opened)
    return () => opened.room.close()
  }, [room, token, isReadonly])
  return board
}
