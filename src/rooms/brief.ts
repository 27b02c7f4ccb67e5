import { ask, type RoomKey } from './api.ts'

/** What somebody who practises alone has taken of their problem's brief. */
export interface TakenBrief {
  readonly hints: readonly { readonly number: number; readonly step: number; readonly text: string }[]
  /** How many there are. */
  readonly hintCount: number
  readonly curveBalls: readonly { readonly number: number; readonly says: string }[]
  readonly curveBallCount: number
}

/** Asks for what of the room's problem may be seen by now. */
export function readBrief({ room, token }: RoomKey): Promise<TakenBrief> {
  return ask(`/api/rooms/${room}/brief`, { token })
}
