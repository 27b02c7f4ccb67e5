import type { Brief } from '../../templates/problems/problem.ts'
import type { Design } from '../domain/design.ts'
import { ask, type RoomKey } from './api.ts'

/** What somebody who practises alone has taken of their problem's brief. */
export interface TakenBrief {
  readonly hints: readonly { readonly number: number; readonly step: number; readonly text: string }[]
  /** How many there are. */
  readonly hintCount: number
  readonly curveBalls: readonly { readonly number: number; readonly says: string }[]
  readonly curveBallCount: number
}

/** All of it, for who may see it. */
export interface WholeBrief {
  readonly brief: Brief
  readonly reference: Design
}

/** Asks for what of the room's problem may be seen by now. */
export function readBrief({ room, token }: RoomKey): Promise<TakenBrief & (WholeBrief | { brief?: never })> {
  return ask(`/api/rooms/${room}/brief`, { token })
}
