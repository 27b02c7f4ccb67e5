import type { Signal } from '@tldraw/state'
import type { Run } from '../domain/pace/run.ts'
import type { RunAct } from '../domain/pace/runAct.ts'
import type { RoomKey } from './api.ts'

/** An act as a browser posts it. One with an `id` of its own counts once, whoever else posts it. */
type PostedAct = RunAct & { readonly id?: string }

/** The run of the board that is shown, as the person here has it. */
export interface RunHere {
  readonly board: RoomKey
  /** Null until it has come from the server. */
  readonly run: Signal<Run | null>
  /** How many acts of this browser the server has not got yet; null for who only looks. */
  readonly waiting: Signal<number> | null
  /** The server's time, ms since 1970. */
  serverNow(): number
  /** Null for who only looks. */
  readonly post: ((act: PostedAct) => void) | null
  /** Whether this person may make the run longer. */
  readonly mayExtend: boolean
  /** Whether this person gives out what the problem's brief holds: hints, curve-balls. */
  readonly mayHost: boolean
}
