import { useCallback, useEffect, useState } from 'react'
import {
  type Role,
  type RoomKey,
  type RoomLinks,
  readLinks,
  replaceLink,
  takeBackLink,
} from '../../rooms/api.ts'

export interface LinksHere {
  /** What the server said last; null until it has. */
  readonly links: RoomLinks | null
  /** Why the links cannot be shown; empty while they can. */
  readonly error: string
  /** @throws what the server says against it */
  replace(role: Role, days: number | null): Promise<void>
  takeBack(role: Role): Promise<void>
}

/** The links of a board, read anew after each change; `goOnWith` takes a new one of this tab's own. */
export function useLinks(
  board: RoomKey,
  ownRole: Role,
  goOnWith: (obtain: () => Promise<string>) => Promise<void>,
): LinksHere {
  const [links, setLinks] = useState<RoomLinks | null>(null)
  const [error, setError] = useState('')
  const { room, token } = board
  const read = useCallback(async (key: RoomKey) => setLinks(await readLinks(key)), [])
  useEffect(() => {
    read({ room, token }).then(
      () => setError(''),
      (reason: Error) => setError(reason.message),
    )
  }, [room, token, read])
  return {
    links,
    error,
    async replace(role, days) {
      let good = token
      const make = () => replaceLink({ room, token }, role, days)
      const makeOwn = async () => {
        good = await make()
        return good
      }
      await (role === ownRole ? goOnWith(makeOwn) : make())
      await read({ room, token: good })
    },
    async takeBack(role) {
      await takeBackLink({ room, token }, role)
      await read({ room, token })
    },
  }
}
